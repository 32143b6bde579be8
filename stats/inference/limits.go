package inference

import (
	"math"
	"sync"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// A Distribution is what limits and a test are read off.
type Distribution interface {
	Quantile(p float64) float64
	Survival(x float64) float64
}

// Law returns Student's t with the degrees of freedom, or the standard normal
// where there are infinitely many or the options say so.
func Law(df float64, o stats.Options) Distribution {
	if o.Interval == stats.Normal || math.IsInf(df, 1) {
		return distuv.UnitNormal
	}
	return distuv.StudentsT{Sigma: 1, Nu: df}
}

// Critical returns the two-sided critical value of Student's t, of infinitely
// many degrees of freedom the normal's. What was worked out is kept, for an
// archive asks for the same thousands of times.
func Critical(df, confidence float64) float64 {
	key := [2]float64{df, confidence}
	if t, ok := criticals.Load(key); ok {
		return t.(float64)
	}
	t := Law(df, stats.Options{}).Quantile((1 + confidence) / 2)
	criticals.Store(key, t)
	return t
}

var criticals sync.Map

// A Range holds the values that a statistic can have.
type Range struct{ Least, Most float64 }

// Held returns the Result with limits within the range that hold its value:
// one that does not, as a bootstrap's may, is moved to the value. A value
// outside the range is its own limit.
func (within Range) Held(r stats.Result) stats.Result {
	value, ok := r.Value.Value()
	if !ok {
		return r
	}
	r.Lower = r.Lower.Map(func(v float64) float64 { return min(value, max(within.Least, v)) })
	r.Upper = r.Upper.Map(func(v float64) float64 { return max(value, min(within.Most, v)) })
	return r
}

// Around puts a Spread's error, limits and two-sided test around r.Value, the
// limits held to the range. A P that r has, or has a reason not to have, stays.
func (s Spread) Around(r stats.Result, within Range, o stats.Options) stats.Result {
	r.Method, r.Replicates, r.Undefined = s.Method, s.Replicates, s.Undefined
	if !r.Value.OK() {
		return r.Without(r.Value.Reason())
	}
	if s.Why != "" {
		return r.Without(s.Why)
	}
	r.SE = s.SE()
	se, ok := r.SE.Value()
	switch {
	case !ok:
		return r.Without(r.SE.Reason())
	case se == 0 && s.Census:
		r.Lower, r.Upper = r.Value, r.Value
		return r.Without(stats.NoSpread)
	case se == 0:
		return r.Without(flatReason(r))
	case s.Bootstrap != nil:
		r = s.resampledLimits(r, o)
	default:
		r = s.limits(r, se, o)
	}
	return within.Held(r)
}

// limits puts t or normal limits around the value and a test from the same
// error.
func (s Spread) limits(r stats.Result, se float64, o stats.Options) stats.Result {
	d, df := Law(s.DF, o), math.Inf(1)
	r.DF = stats.None(stats.NotApplicable)
	if t, ok := d.(distuv.StudentsT); ok {
		df = t.Nu
		r.DF = stats.Of(df)
	}
	value := r.Value.Or(0)
	half := Critical(df, o.Confidence) * se
	r.Lower, r.Upper = stats.Of(value-half), stats.Of(value+half)
	if unset(r.P) {
		r.P = stats.Of(2 * d.Survival(math.Abs(value-o.TestValue)/se))
	}
	return r
}

// resampledLimits reads limits and test off the replicates.
func (s Spread) resampledLimits(r stats.Result, o stats.Options) stats.Result {
	r.DF = stats.None(stats.NotApplicable)
	p := s.Bootstrap.P(o.TestValue)
	if o.BootstrapMethod == stats.BCa {
		value := r.Value.Or(0)
		r.Lower, r.Upper = s.Bootstrap.BCa(value, s.Acceleration, o.Confidence)
		p = s.Bootstrap.PBCa(o.TestValue, value, s.Acceleration)
	} else {
		r.Lower, r.Upper = s.Bootstrap.Percentile(o.Confidence)
	}
	if unset(r.P) {
		r.P = p
	}
	return r
}

// unset reports whether a number is neither there nor absent for a reason.
func unset(n stats.Number) bool { return !n.OK() && n.Reason() == "" }

// flatReason says why an error of 0 makes no interval.
func flatReason(r stats.Result) stats.Reason {
	if r.Observed.Or(0) == 1 || math.Abs(r.Value.Or(0)-1) < flat {
		return stats.NoDisagreement
	}
	return stats.NoSpread
}
