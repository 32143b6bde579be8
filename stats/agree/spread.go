package agree

import (
	"context"
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// A spread is how far a coefficient may be from what it estimates: a variance
// or bootstrap replicates.
type spread struct {
	method string
	why    stats.Reason // why there is none; empty where there is one

	variance float64
	df       float64 // of t; +Inf means normal
	census   bool    // the whole population was drawn: no error is left

	bootstrap    *resample.Replicates
	acceleration float64 // for BCa limits

	replicates, undefined int
}

// none returns the spread that is absent for a reason.
func none(why stats.Reason) spread { return spread{why: why} }

// spread computes the spread that the options ask for.
func (j job) spread(ctx context.Context, o Options) (spread, error) {
	if o.Bootstrap > 0 {
		return j.bootstrapped(ctx, o)
	}
	switch o.Inference {
	case Raters:
		return j.overRaters(ctx, o)
	case Both:
		return j.overBoth(ctx, o)
	}
	return j.overItems(o), nil
}

// overItems returns the variance over items or lessons,
//
//	v = (1 − f) U/(U − 1) Σ_u δ_u²,
//
// which over items is (1 − f)/(n(n − 1)) Σ_i ψ_i², with t of U − 1.
func (j job) overItems(o Options) spread {
	e, why := j.data.effects(j.model, j.parts, o)
	s := spread{method: e.method, why: why, replicates: e.replicates, undefined: e.undefined}
	if why != "" {
		return s
	}
	drawn := fraction(int(j.parts.items), o.PopulationItems)
	s.census = drawn == 1
	s.variance = (1 - drawn) * e.variance()
	s.df = e.units - 1
	s.acceleration = resample.Acceleration(e.delta, e.often)
	return s
}

// variance returns U/(U − 1) Σ δ².
func (e effects) variance() float64 {
	var squares float64
	for i, d := range e.delta {
		squares += e.often[i] * d * d
	}
	return e.units / (e.units - 1) * squares
}

// flat is the largest standard error that is taken for rounding.
const flat = 1e-12

// se returns the standard error; rounding counts as 0.
func (s spread) se() stats.Number {
	if s.bootstrap != nil {
		return s.bootstrap.SE()
	}
	se := math.Sqrt(max(0, s.variance))
	if se < flat {
		se = 0
	}
	return stats.Of(se)
}
