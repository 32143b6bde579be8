package replicate

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/resample"
)

// Surround puts the error, limits and two-sided test of figure k around
// r.Value, which lies between least and most: from the jackknife by Student's
// t, or from the bootstrap. There is none for inference to other raters.
func (r Replicates) Surround(
	res agree.Result, k int, least, most float64, o agree.Options,
) agree.Result {
	switch {
	case o.Inference == agree.Raters, o.Inference == agree.Both:
		return Without(res, stats.NotApplicable)
	case !res.Value.OK():
		return Without(res, res.Value.Reason())
	case r.without == nil && r.drawn == nil:
		return Without(res, stats.TooFewItems)
	case o.Bootstrap > 0:
		res = r.bootstrapped(res, k, o)
	default:
		res = r.jackknifed(res, k, o)
	}
	res.Lower = res.Lower.Map(func(v float64) float64 { return max(least, v) })
	res.Upper = res.Upper.Map(func(v float64) float64 { return min(most, v) })
	return res
}

func (r Replicates) jackknifed(res agree.Result, k int, o agree.Options) agree.Result {
	j := resample.NewJackknife(figure(r.without, k), nil)
	res.Method, res.Replicates, res.Undefined = "jackknife", j.Units, j.Undefined
	variance, ok := j.Variance.Value()
	se := math.Sqrt(variance)
	switch {
	case !ok:
		return Without(res, j.Variance.Reason())
	case se < flat:
		return flatly(res)
	}
	df := float64(j.Units - j.Undefined - 1)
	law := Law(df, o)
	value := res.Value.Or(0)
	half := law.Quantile((1+Confidence(o))/2) * se
	res.SE, res.DF = stats.Of(se), stats.Of(df)
	res.Lower, res.Upper = stats.Of(value-half), stats.Of(value+half)
	if unset(res.P) {
		res.P = stats.Of(2 * law.Survival(math.Abs(value-o.TestValue)/se))
	}
	return res
}

func (r Replicates) bootstrapped(res agree.Result, k int, o agree.Options) agree.Result {
	b := resample.Collect(figure(r.drawn, k))
	res.Method, res.Replicates, res.Undefined = "bootstrap", b.Count(), b.Undefined
	res.SE, res.DF = b.SE(), stats.None(stats.NotApplicable)
	if res.SE.Or(1) < flat {
		return flatly(res)
	}
	var p stats.Number
	if o.BootstrapMethod == agree.BCa {
		value, j := res.Value.Or(0), resample.NewJackknife(figure(r.without, k), nil)
		res.Lower, res.Upper = b.BCa(value, j.Acceleration, Confidence(o))
		p = b.PBCa(o.TestValue, value, j.Acceleration)
	} else {
		res.Lower, res.Upper = b.Percentile(Confidence(o))
		p = b.P(o.TestValue)
	}
	if unset(res.P) {
		res.P = p
	}
	return res
}

// flat is the largest error that is taken for rounding.
const flat = 1e-12

// flatly returns the result with an error of 0, which makes no interval.
func flatly(res agree.Result) agree.Result {
	res.SE = stats.Of(0)
	if math.Abs(res.Value.Or(0)-1) < flat {
		return Without(res, stats.NoDisagreement)
	}
	return Without(res, stats.NoSpread)
}

// A Distribution is what limits and tests are read off.
type Distribution interface {
	Quantile(p float64) float64
	Survival(x float64) float64
}

// Law returns Student's t, or the standard normal where the options say so.
func Law(df float64, o agree.Options) Distribution {
	if o.Interval == agree.Normal {
		return distuv.UnitNormal
	}
	return distuv.StudentsT{Sigma: 1, Nu: df}
}

// Confidence returns the options' confidence with its default.
func Confidence(o agree.Options) float64 {
	if o.Confidence == 0 {
		return 0.95
	}
	return o.Confidence
}

// UnitName returns the unit's name with its default.
func UnitName(o agree.Options) string {
	if o.Unit == agree.ByCluster {
		return string(agree.ByCluster)
	}
	return string(agree.ByItem)
}

// Without returns the result with every figure that it does not have yet
// absent for the reason.
func Without(r agree.Result, why stats.Reason) agree.Result {
	for _, n := range []*stats.Number{
		&r.Value, &r.Observed, &r.Expected, &r.SE, &r.Lower, &r.Upper, &r.P, &r.DF,
	} {
		if unset(*n) {
			*n = stats.None(why)
		}
	}
	return r
}

// unset reports whether a number is neither there nor absent for a reason.
func unset(n stats.Number) bool { return !n.OK() && n.Reason() == "" }
