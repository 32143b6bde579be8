package inference

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// A Spread is how far a statistic may be from what it estimates: a variance
// or bootstrap replicates.
type Spread struct {
	Method string
	Why    stats.Reason // why there is none; empty where there is one

	Variance float64
	DF       float64 // of Student's t; +Inf means normal
	Census   bool    // the whole population was drawn: no error is left

	Bootstrap    *resample.Replicates
	Acceleration float64 // for BCa limits

	Replicates, Undefined int
}

// None returns the Spread that is absent for a reason.
func None(why stats.Reason) Spread { return Spread{Why: why} }

// Over returns the Spread that effects make, (1 − drawn) U/(U − 1) Σ δ² with t
// of Degrees; drawn is the part of a finite population that the units are.
func Over(e Effects, drawn float64, o stats.Options) Spread {
	return Spread{
		Method: e.Method, Variance: (1 - drawn) * e.Variance(), DF: Degrees(e.Units, o),
		Census: drawn == 1, Acceleration: e.Acceleration(),
		Replicates: e.Replicates, Undefined: e.Undefined,
	}
}

// Resampled returns the Spread of bootstrap replicates in place of s, whose
// acceleration stays for BCa limits.
func (s Spread) Resampled(values []stats.Number, o stats.Options) Spread {
	replicates := resample.Collect(values)
	s.Bootstrap = &replicates
	s.Replicates, s.Undefined = replicates.Count(), replicates.Undefined
	return s
}

// Drawn returns the part n/N of a population that was drawn, at most 1; 0 for
// a large one.
func Drawn(n, population int) float64 {
	if population <= 0 {
		return 0
	}
	return min(1, float64(n)/float64(population))
}

// flat is the largest standard error that is taken for rounding.
const flat = 1e-12

// SE returns the standard error; rounding counts as 0.
func (s Spread) SE() stats.Number {
	se := stats.Of(math.Sqrt(max(0, s.Variance)))
	if s.Bootstrap != nil {
		se = s.Bootstrap.SE()
	}
	if se.Or(1) < flat {
		return stats.Of(0)
	}
	return se
}
