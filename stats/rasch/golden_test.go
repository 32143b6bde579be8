package rasch_test

import (
	"context"
	"encoding/json"
	"math"
	"os"
	"testing"

	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rasch"
)

// mfrm is what independent software says of a data set: joint maximum
// likelihood with every facet centered (R VGAM, adjacent categories).
type mfrm struct {
	Ratings    int
	Deviance   float64
	Intercepts []float64
	Rater      map[string]measure `json:"rater_severity"`
	Indicator  map[string]measure `json:"indicator_difficulty"`
	Lesson     map[string]measure `json:"lesson_quality"`
	RaterFit   map[string]fit     `json:"rater_fit"`
	Fit        map[string]fit     `json:"indicator_fit"`
}

type measure struct{ Measure, SE float64 }

type fit struct {
	Infit, Outfit float64
	Observed      float64 `json:"observed_mean"`
	Expected      float64 `json:"expected_mean"`
}

func TestGolden(t *testing.T) {
	for _, name := range []string{"one-lesson", "six-lessons", "sparse"} {
		t.Run(name, func(t *testing.T) {
			var want mfrm
			b, err := os.ReadFile(ref.Path(name, "mfrm.json"))
			if err != nil {
				t.Fatal(err)
			}
			if err := json.Unmarshal(b, &want); err != nil {
				t.Fatal(err)
			}
			r := fitted(t, rasch.FromTable(ref.Table(t, name)), rasch.Options{})
			near(t, "deviance", -2*r.Model.LogLikelihood.Or(math.NaN()), want.Deviance, 1e-6)
			for k, intercept := range want.Intercepts {
				if len(want.Lesson) > 0 {
					near(t, "threshold", r.Model.Constant.Or(0)-r.Steps[k+1].Threshold.Or(math.NaN()), intercept, 1e-4)
				}
			}
			facets := []map[string]measure{want.Lesson, want.Indicator, want.Rater}
			fits := []map[string]fit{nil, want.Fit, want.RaterFit}
			for i, facet := range r.Facets {
				elements := map[string]rasch.Element{}
				for _, e := range facet.Elements {
					elements[e.Name] = e
				}
				for id, m := range facets[i] {
					near(t, id, elements[id].Measure.Or(math.NaN()), m.Measure, 1e-4)
					near(t, id+" se", elements[id].SE.Or(math.NaN()), m.SE, 1e-4)
				}
				for id, f := range fits[i] {
					near(t, id+" infit", elements[id].Infit.Or(math.NaN()), f.Infit, 1e-3)
					near(t, id+" outfit", elements[id].Outfit.Or(math.NaN()), f.Outfit, 1e-3)
					near(t, id+" observed", elements[id].Observed.Or(math.NaN()), f.Observed, 1e-9)
					near(t, id+" expected", elements[id].Expected.Or(math.NaN()), f.Expected, 1e-6)
				}
			}
		})
	}
}

func fitted(t testing.TB, d *rasch.Data, o rasch.Options) *rasch.Result {
	t.Helper()
	r, err := rasch.Fit(context.Background(), d, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func near(t testing.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %v, want %v ± %g", what, got, want, tolerance)
	}
}
