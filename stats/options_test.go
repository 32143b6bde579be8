package stats_test

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
)

// What is wrong with options is said, all at once, and never taken for a
// default.
func TestOptionsAreChecked(t *testing.T) {
	tests := []struct {
		options stats.Options
		want    []string
	}{
		{stats.Options{}, nil},
		{stats.Options{Confidence: 0.5, Unit: stats.ByLesson, Variance: stats.Gwet}, nil},
		{stats.Options{Unit: "Lesson"}, []string{`unit "Lesson"`}},
		{stats.Options{Confidence: 95}, []string{"confidence 95"}},
		{stats.Options{Confidence: 1}, []string{"confidence 1"}},
		{stats.Options{Variance: "x", Inference: "y", Interval: "z", BootstrapMethod: "b"}, []string{
			`variance "x"`, `inference "y"`, `interval "z"`, `bootstrap method "b"`,
		}},
		{stats.Options{Bootstrap: -1, PopulationItems: -2}, []string{"bootstrap -1", "population of items -2"}},
	}
	for _, tt := range tests {
		err := tt.options.Check()
		if (err != nil) != (tt.want != nil) {
			t.Errorf("%+v: %v", tt.options, err)
			continue
		}
		for _, part := range tt.want {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("%v does not say %s", err, part)
			}
		}
	}
}

// Every coefficient refuses options that are wrong.
func TestEveryCoefficientChecksItsOptions(t *testing.T) {
	m := rating.NewMatrix([][]float64{{1, 2}, {2, 2}, {3, 1}})
	for _, c := range catalog.Coefficients {
		for _, o := range []stats.Options{{Confidence: 95}, {Unit: "Lesson"}} {
			if _, err := c.Of(m, o); err == nil {
				t.Errorf("%s takes %+v", c.ID, o)
			}
		}
	}
}
