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
	value, _ := r.Value.Value()
	se := s.se()
	r.SE = stats.Of(se)
	if !c.tested && o.TestValue == 0 {
		r.P = stats.None(stats.NoNull)
	}
	if se == 0 && s.census {
		r.Lower, r.Upper = r.Value, r.Value
	}
	if se == 0 {
		return r.without(flatReason(r))
	}
	d := law(s.df, o)
	if t, ok := d.(distuv.StudentsT); ok {
		r.DF = stats.Of(t.Nu)
	} else {
		r.DF = stats.None(stats.NotApplicable)
	}
	half := d.Quantile((1+o.confidence())/2) * se
	r.Lower, r.Upper = stats.Of(max(-1, value-half)), stats.Of(min(1, value+half))
	if r.P.Reason() == "" {
		r.P = stats.Of(2 * d.Survival(math.Abs(value-o.TestValue)/se))
	}
	return r
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
