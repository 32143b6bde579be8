package statistics

import (
	"context"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/samplesize"
	"github.com/cb401426/calibrate/stats/weight"
)

// A SamplePlan says what is wanted of a sample.
type SamplePlan struct {
	Margins    []float64 // share of each level
	Weights    *weight.Scheme
	Kappa      float64 // that is expected
	HalfWidth  float64 // of its interval
	Confidence float64
	Tests      bool // plan a test as well
	Null       float64
	Power      float64
}

// PlanItems says how many items two raters must both rate for Cohen's kappa.
func PlanItems(p SamplePlan) []calibrate.SampleSize {
	m := samplesize.Model{Margins: p.Margins, Weights: p.Weights}
	sizes := []calibrate.SampleSize{{
		For:  "an interval of kappa this wide",
		Unit: stats.ByItem, Units: m.ItemsForWidth(p.Kappa, p.HalfWidth, p.Confidence),
	}}
	if p.Tests {
		sizes = append(sizes, calibrate.SampleSize{
			For:  "a test of kappa with this power",
			Unit: stats.ByItem, Units: m.ItemsForTest(p.Null, p.Kappa, 1-p.Confidence, p.Power),
		})
	}
	return sizes
}

// PlanLike says how many items or lessons like those of a study each of the
// usual coefficients would take for an interval so wide.
func PlanLike(ctx context.Context, study calibrate.Study, p SamplePlan) ([]calibrate.SampleSize, error) {
	s, err := Estimate(ctx, study, Options{Estimation: stats.Options{Confidence: p.Confidence, Seed: 1}})
	if err != nil {
		return nil, err
	}
	var sizes []calibrate.SampleSize
	for _, c := range s.Coefficients {
		size := calibrate.SampleSize{For: c.ID, Unit: c.Unit, Now: c.Items}
		if c.Weights != nil {
			size.For += "/" + *c.Weights
		}
		if c.Scale != "" {
			size.For += " on " + c.Scale
		}
		if c.Unit == stats.ByLesson {
			size.Now = s.Input.Lessons
		}
		size.Units = samplesize.UnitsForWidth(stats.Result{SE: c.SE}, size.Now, p.HalfWidth, p.Confidence)
		sizes = append(sizes, size)
	}
	return sizes, nil
}
