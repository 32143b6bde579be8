package agree

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// surround puts a spread's error, limits and test around the value.
func (c *Coefficient) surround(r Result, s spread, o Options) Result {
	r.Method, r.Replicates, r.Undefined = s.method, s.replicates, s.undefined
	if s.why != "" {
		return r.without(s.why)
	}
	r.SE = s.se()
	if !c.tested && o.TestValue == 0 {
		r.P = stats.None(stats.NoNull)
	}
	se, ok := r.SE.Value()
	switch {
	case !ok:
		return r.without(r.SE.Reason())
	case se == 0 && s.census:
		r.Lower, r.Upper = r.Value, r.Value
		return r.without(stats.NoSpread)
	case se == 0:
		return r.without(flatReason(r))
	case s.bootstrap != nil:
		return r.bootstrapLimits(s, o)
	}
	return r.limits(se, s.df, o)
}

// limits puts t or normal limits around the value and a test from the same
// error. The limits are kept within [−1, 1], but for a value below −1, which
// weights can give: it is its own lower limit.
func (r Result) limits(se, df float64, o Options) Result {
	d := law(df, o)
	r.DF = stats.None(stats.NotApplicable)
	if t, ok := d.(distuv.StudentsT); ok {
		r.DF = stats.Of(t.Nu)
	}
	value := r.Value.Or(0)
	half := d.Quantile((1+o.confidence())/2) * se
	r.Lower, r.Upper = stats.Of(max(min(-1, value), value-half)), stats.Of(min(1, value+half))
	if r.P.Reason() == "" {
		r.P = stats.Of(2 * d.Survival(math.Abs(value-o.TestValue)/se))
	}
	return r
}

// bootstrapLimits reads limits and test off the replicates.
func (r Result) bootstrapLimits(s spread, o Options) Result {
	r.DF = stats.None(stats.NotApplicable)
	p := s.bootstrap.P(o.TestValue)
	if o.BootstrapMethod == BCa {
		value := r.Value.Or(0)
		r.Lower, r.Upper = s.bootstrap.BCa(value, s.acceleration, o.confidence())
		p = s.bootstrap.PBCa(o.TestValue, value, s.acceleration)
	} else {
		r.Lower, r.Upper = s.bootstrap.Percentile(o.confidence())
	}
	if r.P.Reason() == "" {
		r.P = p
	}
	return r
}

// LowerWhenAllAgree returns the lower limit of percent agreement where all
// agree on every item, which no standard error can give: the share of items
// with full agreement at which that many in a row would still come about with
// probability 1 − confidence, (1 − confidence)^(1/items).
func LowerWhenAllAgree(items int, confidence float64) stats.Number {
	if items < 1 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(math.Pow(1-confidence, 1/float64(items)))
}

// flatReason says why an error of 0 makes no interval.
func flatReason(r Result) stats.Reason {
	if pa, _ := r.Observed.Value(); pa == 1 {
		return stats.NoDisagreement
	}
	return stats.NoSpread
}

// A distribution is what an interval and a test read off.
type distribution interface {
	Quantile(p float64) float64
	Survival(x float64) float64
}

// law returns Student's t with the degrees of freedom, or the standard
// normal.
func law(df float64, o Options) distribution {
	if o.Interval == Normal || math.IsInf(df, 1) {
		return distuv.UnitNormal
	}
	return distuv.StudentsT{Sigma: 1, Nu: df}
}
