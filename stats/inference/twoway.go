package inference

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// OverRaters returns the Spread over raters (Gwet 2014, section 5.4),
//
//	V = (1 − r/R)(r − 1)/r Σ_g (θ_(g) − θ̄)²,
//
// θ_(g) without rater g, with t of r − 1; population is R, 0 for a large one.
// It takes three raters.
func OverRaters(without []stats.Number, population int) Spread {
	if len(without) < 3 {
		return None(stats.NeedsThreeRaters)
	}
	e, why := Jackknife(without, nil)
	if why != "" {
		return Spread{Method: "jackknife of raters", Why: why, Replicates: e.Replicates, Undefined: e.Undefined}
	}
	s := Over(e, Drawn(len(without), population), stats.Options{Unit: stats.ByItem})
	s.Method = "jackknife of raters"
	return s
}

// OverBoth returns the Spread over items (or lessons) and raters. Each of the
// two holds what items and raters do together, which is taken out once:
//
//	V = V_items + V_raters − V_together
//
// Neither part can be below what the other leaves.
func OverBoth(items, raters, together Spread) Spread {
	for _, s := range []Spread{items, raters, together} {
		if s.Why != "" {
			return s
		}
	}
	s := raters
	s.Method = "two-way jackknife"
	s.Census = items.Census && raters.Census
	s.Variance = max(items.Variance+raters.Variance-together.Variance, items.Variance, raters.Variance)
	s.DF = satterthwaite(s.Variance, items, raters, together)
	return s
}

// OverBothAsPublished is V_items + V_raters, normal (Gwet 2014, section
// 5.4.4): it counts twice what items and raters do together.
func OverBothAsPublished(items, raters Spread) Spread {
	for _, s := range []Spread{items, raters} {
		if s.Why != "" {
			return s
		}
	}
	s := raters
	s.Method = "sum over items and raters, as published"
	s.Census = items.Census && raters.Census
	s.Variance, s.DF = items.Variance+raters.Variance, math.Inf(1)
	return s
}

// Sum returns the Spread of the sum or difference of two statistics that have
// nothing in common, with Satterthwaite's degrees of freedom.
func Sum(a, b Spread) Spread {
	for _, s := range []Spread{a, b} {
		if s.Why != "" {
			return s
		}
	}
	v := a.Variance + b.Variance
	return Spread{Method: a.Method, Variance: v, DF: satterthwaite(v, a, b), Census: a.Census && b.Census}
}

// satterthwaite returns the degrees of freedom of a variance that is made of
// parts with their own (Satterthwaite 1946, Biometrics Bulletin 2, 110–114).
func satterthwaite(variance float64, parts ...Spread) float64 {
	var sum float64
	for _, s := range parts {
		sum += s.Variance * s.Variance / s.DF
	}
	if sum == 0 {
		return parts[0].DF
	}
	return max(1, variance*variance/sum)
}
