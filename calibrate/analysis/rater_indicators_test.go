package analysis_test

import (
	"context"
	"math"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/stats/rating"
)

// On a: 2, 3, 3 in the first lesson (median 3) and 4, 2 in the second (median
// 3); b is rated by one rater alone.
func TestRaterIndicators(t *testing.T) {
	b := rating.NewBuilder()
	for _, r := range []rating.Record{
		{Rater: "x", Lesson: "1", Indicator: "a", Score: 2},
		{Rater: "y", Lesson: "1", Indicator: "a", Score: 3},
		{Rater: "z", Lesson: "1", Indicator: "a", Score: 3},
		{Rater: "x", Lesson: "2", Indicator: "a", Score: 4},
		{Rater: "y", Lesson: "2", Indicator: "a", Score: 2},
		{Rater: "z", Lesson: "1", Indicator: "b", Score: 1},
	} {
		b.Add(r)
	}
	study := calibrate.Study{Table: b.Build(nil, nil)}
	r, err := analysis.Analyse(context.Background(), study, calibrate.Options{Names: true})
	if err != nil {
		t.Fatal(err)
	}
	name := map[string]string{}
	for _, x := range r.Raters {
		name[x.ID] = x.Name
	}
	want := map[string][2]float64{"x a": {3, 0}, "y a": {2.5, -0.5}, "z a": {3, 0}, "z b": {1, math.NaN()}}
	if len(r.RaterIndicators) != len(want) {
		t.Fatalf("%d entries, want %d", len(r.RaterIndicators), len(want))
	}
	for _, x := range r.RaterIndicators {
		key := name[x.Rater] + " " + x.Indicator
		w := want[key]
		if x.Mean.Or(-1) != w[0] {
			t.Errorf("%s: mean %v, want %v", key, x.Mean, w[0])
		}
		if got := x.FromMedian.Or(math.NaN()); got != w[1] && !(math.IsNaN(got) && math.IsNaN(w[1])) {
			t.Errorf("%s: %v from the median, want %v", key, x.FromMedian, w[1])
		}
	}
}
