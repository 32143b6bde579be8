package replicate

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
)

// Replicates holds the figures of each replicate.
type Replicates [][]stats.Number

// A Spread is what replicates say of one figure.
type Spread struct {
	SE        float64
	DF        float64      // replicates with a value, less one
	Why       stats.Reason // why there is no SE; empty where there is one
	Undefined int          // replicates without a value
	Values    []float64    // the others, ascending
}

// undefinedShare is the part of replicates without a value from which on
// there is no error.
const undefinedShare = 0.05

// flat is the largest error that is taken for rounding.
const flat = 1e-12

// figure collects the values of figure k.
func (r Replicates) figure(k int) Spread {
	var s Spread
	for _, figures := range r {
		if v, ok := figures[k].Value(); ok {
			s.Values = append(s.Values, v)
		} else {
			s.Undefined++
		}
	}
	slices.Sort(s.Values)
	s.DF = float64(len(s.Values) - 1)
	switch {
	case len(r) < 2:
		s.Why = stats.TooFewItems
	case float64(s.Undefined) > undefinedShare*float64(len(r)) || len(s.Values) < 2:
		s.Why = stats.Unstable
	}
	return s
}

// Jackknifed returns the jackknife's error of figure k:
// v = (G − 1)/G Σ (θ_(g) − θ̄)². Efron & Tibshirani 1993, p. 141 (11.5).
func (r Replicates) Jackknifed(k int) Spread {
	s := r.figure(k)
	if s.Why == "" {
		s.SE = s.DF / math.Sqrt(s.DF+1) * stat.StdDev(s.Values, nil)
	}
	return s.settled()
}

// Bootstrapped returns the bootstrap's error of figure k, the standard
// deviation of the replicates.
func (r Replicates) Bootstrapped(k int) Spread {
	s := r.figure(k)
	if s.Why == "" {
		s.SE = stat.StdDev(s.Values, nil)
	}
	return s.settled()
}

// settled takes an error that is rounding for none.
func (s Spread) settled() Spread {
	if s.Why == "" && s.SE < flat {
		s.SE, s.Why = 0, stats.NoSpread
	}
	return s
}

// Quantile returns the p-quantile of the values, interpolated.
func (s Spread) Quantile(p float64) float64 {
	return stat.Quantile(p, stat.LinInterp, s.Values, nil)
}
