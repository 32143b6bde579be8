package raschtest

import (
	"context"
	"math"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats/rasch"
)

// A Recovery says how a facet's estimates compare with the truth, extreme
// elements left out, and those of disjoint subsets, but for a marginal model:
// that the lessons are one sample links them.
type Recovery struct {
	Facet    string
	Slope    float64 // of estimates on true measures
	Bias     float64 // mean distance beyond the truth, of those beyond one SD
	Ratio    float64 // root mean squared SE over the error's root mean square
	Coverage float64 // of ±1.96 SE
	Infit    float64 // share between .7 and 1.3
}

// Recover draws data sets of a design, fits each, and compares.
func Recover(ctx context.Context, w Design, o rasch.Options, seed uint64, runs int) ([]Recovery, error) {
	sums := make([]tally, 3)
	for run := range runs {
		d, truth := w.Simulate(rand.New(rand.NewPCG(seed, uint64(run))))
		r, err := rasch.Fit(ctx, d, o)
		if err != nil {
			return nil, err
		}
		sd := []float64{w.Lesson, w.Indicator, w.Rater}
		for f, facet := range r.Facets {
			for e, x := range facet.Elements {
				sums[f].add(x, truth[f][e], sd[f], o.Method == "mml")
			}
		}
	}
	var all []Recovery
	for f, facet := range []string{rasch.Lesson, rasch.Indicator, rasch.Rater} {
		if t := sums[f]; t.n > 0 {
			all = append(all, Recovery{
				facet, t.cross / t.square, t.beyond / t.far, math.Sqrt(t.error / t.miss), t.covered / t.n, t.fits / t.n,
			})
		}
	}
	return all, nil
}

type tally struct{ n, cross, square, beyond, far, error, miss, covered, fits float64 }

func (t *tally) add(x rasch.Element, truth, sd float64, sampled bool) {
	v, ok := x.Measure.Value()
	se, has := x.SE.Value()
	if !ok || !has || x.Extreme != "" || x.Subset > 0 && !sampled {
		return
	}
	t.n++
	t.cross += v * truth
	t.square += truth * truth
	if math.Abs(truth) > sd {
		t.beyond += math.Copysign(1, truth) * (v - truth)
		t.far++
	}
	t.error += se * se
	t.miss += (v - truth) * (v - truth)
	if math.Abs(v-truth) <= 1.96*se {
		t.covered++
	}
	if fit := x.Infit.Or(0); fit >= 0.7 && fit <= 1.3 {
		t.fits++
	}
}
