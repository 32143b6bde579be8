package resample

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// MaxUndefined is the part of replicates without a value above which there is
// neither error nor limits.
const MaxUndefined = 0.05

// Replicates holds a statistic's bootstrap replicates.
type Replicates struct {
	sorted    []float64
	Undefined int // replicates without a value
}

// Collect sums up the replicates of a Run.
func Collect(values []stats.Number) Replicates {
	r := Replicates{sorted: make([]float64, 0, len(values))}
	for _, v := range values {
		if x, ok := v.Value(); ok {
			r.sorted = append(r.sorted, x)
		} else {
			r.Undefined++
		}
	}
	slices.Sort(r.sorted)
	return r
}

// Count returns the number of replicates, those without a value included.
func (r Replicates) Count() int { return len(r.sorted) + r.Undefined }

// refuses returns why there is neither error nor limits.
func (r Replicates) refuses() stats.Reason {
	switch n := float64(r.Count()); {
	case float64(r.Undefined) > MaxUndefined*n || len(r.sorted) < 2:
		return stats.Unstable
	case r.sorted[len(r.sorted)-1]-r.sorted[0] < flat:
		return stats.NoSpread
	}
	return ""
}

// flat is the largest spread of replicates that is taken for rounding.
const flat = 1e-12

// SE returns the standard deviation of the replicates.
func (r Replicates) SE() stats.Number {
	if why := r.refuses(); why != "" {
		if why == stats.NoSpread {
			return stats.Of(0)
		}
		return stats.None(why)
	}
	var mean, squares float64
	for _, x := range r.sorted {
		mean += x
	}
	mean /= float64(len(r.sorted))
	for _, x := range r.sorted {
		squares += (x - mean) * (x - mean)
	}
	return stats.Of(math.Sqrt(squares / float64(len(r.sorted)-1)))
}

// Percentile returns the limits that leave (1 − confidence)/2 of the
// replicates outside on either side.
func (r Replicates) Percentile(confidence float64) (lower, upper stats.Number) {
	return r.limits(confidence, func(p float64) float64 { return p })
}

// BCa returns the bias-corrected and accelerated limits around an estimate
// (Efron & Tibshirani 1993, An Introduction to the Bootstrap, (14.9) and
// (14.10)).
func (r Replicates) BCa(estimate, acceleration, confidence float64) (lower, upper stats.Number) {
	z0 := r.bias(estimate)
	if math.IsInf(z0, 0) {
		return stats.None(stats.Unstable), stats.None(stats.Unstable)
	}
	return r.limits(confidence, func(p float64) float64 {
		z := z0 + distuv.UnitNormal.Quantile(p)
		return distuv.UnitNormal.CDF(z0 + bend(z, acceleration))
	})
}

// bend returns z/(1 − az), which −a undoes; beyond its pole the end of the
// line.
func bend(z, a float64) float64 {
	if 1-a*z <= 0 {
		return math.Copysign(math.MaxFloat64, z)
	}
	return z / (1 - a*z)
}

// limits returns the quantiles of the replicates at the probabilities that
// adjust makes of the nominal ones.
func (r Replicates) limits(confidence float64, adjust func(p float64) float64) (lower, upper stats.Number) {
	if why := r.refuses(); why != "" {
		return stats.None(why), stats.None(why)
	}
	return stats.Of(r.quantile(adjust((1 - confidence) / 2))), stats.Of(r.quantile(adjust((1 + confidence) / 2)))
}

// quantile returns the (B + 1)p-th of the replicates in order, between two of
// them in proportion (Davison & Hinkley 1997, Bootstrap Methods and their
// Application, section 5.3.1).
func (r Replicates) quantile(p float64) float64 {
	at := p*float64(len(r.sorted)+1) - 1
	below := int(math.Floor(at))
	switch {
	case below < 0:
		return r.sorted[0]
	case below >= len(r.sorted)-1:
		return r.sorted[len(r.sorted)-1]
	}
	return r.sorted[below] + (at-float64(below))*(r.sorted[below+1]-r.sorted[below])
}

// share returns the part of the replicates below x, those equal to it by half.
func (r Replicates) share(x float64) float64 {
	below, _ := slices.BinarySearch(r.sorted, x-flat)
	upTo, _ := slices.BinarySearch(r.sorted, x+flat)
	return (float64(below) + float64(upTo)) / 2 / float64(len(r.sorted))
}

// bias is z_0, the normal quantile of the share of replicates below the
// estimate (Efron & Tibshirani 1993 (14.14)).
func (r Replicates) bias(estimate float64) float64 {
	return distuv.UnitNormal.Quantile(r.share(estimate))
}

// P returns the two-sided probability at which the percentile limits would
// just hold x.
func (r Replicates) P(x float64) stats.Number {
	return r.test(x, func(p float64) float64 { return p })
}

// PBCa returns the two-sided probability at which the BCa limits would just
// hold x.
func (r Replicates) PBCa(x, estimate, acceleration float64) stats.Number {
	z0 := r.bias(estimate)
	if math.IsInf(z0, 0) {
		return stats.None(stats.Unstable)
	}
	return r.test(x, func(p float64) float64 {
		z := distuv.UnitNormal.Quantile(p) - z0
		return distuv.UnitNormal.CDF(bend(z, -acceleration) - z0)
	})
}

// test turns the share of replicates below x into a probability. It is never
// below 2/(B + 1), for B replicates cannot show less.
func (r Replicates) test(x float64, adjust func(p float64) float64) stats.Number {
	if why := r.refuses(); why != "" {
		return stats.None(why)
	}
	least := 1 / float64(len(r.sorted)+1)
	p := min(max(r.share(x), least), 1-least)
	p = adjust(p)
	return stats.Of(max(2*least, min(1, 2*min(p, 1-p))))
}
