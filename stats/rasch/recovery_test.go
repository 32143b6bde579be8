package rasch_test

import (
	"context"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rasch/raschtest"
)

// TestRecovery is a small part of the simulation in docs/simulations-rasch.md.
func TestRecovery(t *testing.T) {
	for _, o := range []rasch.Options{{Correction: "jml"}, {Method: "mml"}} {
		runs := 60
		if o.Method == "mml" {
			runs = 8
		}
		all, err := raschtest.Recover(context.Background(), raschtest.Thirty, o, 3, runs)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range all {
			if o.Method == "mml" && r.Facet == rasch.Lesson {
				continue // an expectation given the ratings is nearer the mean
			}
			if math.Abs(r.Bias) > 0.05 || r.Coverage < 0.92 || r.Coverage > 0.98 {
				t.Errorf("%+v: %+v", o, r)
			}
			if r.Facet == rasch.Rater && r.Infit < 0.95 {
				t.Errorf("%+v: infit of %.2f of raters is from 0.7 to 1.3", o, r.Infit)
			}
		}
	}
}

// TestRecoveryOfOneLesson: ten ratings a rater leave joint estimates a quarter
// too wide. Drawn together they are not, and the intervals hold the truth as
// often as they say.
func TestRecoveryOfOneLesson(t *testing.T) {
	design := raschtest.Design{
		Lessons: 1, Indicators: 10, Raters: 12, SeenBy: 12, Steps: []float64{-1.5, 0, 1.5}, Indicator: 1, Rater: 0.7,
	}
	all, err := raschtest.Recover(context.Background(), design, rasch.Options{Correction: "jml"}, 3, 200)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		if math.Abs(r.Slope-1) > 0.04 || r.Coverage < 0.94 || r.Coverage > 0.97 {
			t.Errorf("%+v", r)
		}
	}
}
