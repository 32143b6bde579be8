package replicate

import (
	"context"
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/rating"
)

// Run computes the replicates that the options ask for: the bootstrap where
// they name a number, else the jackknife. Of a single unit there are none.
func Run(ctx context.Context, m *rating.Matrix, o agree.Options, f Statistic) (Replicates, error) {
	units := Units(m, o.Unit == agree.ByCluster)
	if len(units) < 2 {
		return nil, nil
	}
	if o.Bootstrap > 0 {
		return Bootstrap(ctx, m, units, o.Bootstrap, o.Seed, o.Workers, f)
	}
	return Jackknife(ctx, m, units, o.Seed, o.Workers, f)
}

// Surround puts the error, limits and two-sided test of figure k around
// r.Value, which lies between least and 1: from the jackknife by Student's t,
// from the bootstrap by percentiles and, for the test, the normal.
func (r Replicates) Surround(res agree.Result, k int, least float64, o agree.Options) agree.Result {
	value, ok := res.Value.Value()
	if !ok {
		return Without(res, res.Value.Reason())
	}
	res.Replicates = len(r)
	s, law := r.Jackknifed(k), Law(r.figure(k).DF, o)
	res.Method, res.DF = "jackknife", stats.Of(s.DF)
	if o.Bootstrap > 0 {
		s, law = r.Bootstrapped(k), distuv.UnitNormal
		res.Method, res.DF = "bootstrap", stats.None(stats.NotApplicable)
	}
	res.Undefined = s.Undefined
	if s.Why != "" {
		if s.Why == stats.NoSpread {
			res.SE = stats.Of(0)
			if value == 1 {
				s.Why = stats.NoDisagreement
			}
		}
		res.DF = stats.None(s.Why)
		return Without(res, s.Why)
	}
	tail := (1 - Confidence(o)) / 2
	lower, upper := value-law.Quantile(1-tail)*s.SE, value+law.Quantile(1-tail)*s.SE
	if o.Bootstrap > 0 {
		lower, upper = s.Quantile(tail), s.Quantile(1-tail)
	}
	res.SE = stats.Of(s.SE)
	res.Lower, res.Upper = stats.Of(max(least, lower)), stats.Of(min(1, upper))
	if res.P.Reason() == "" && !res.P.OK() {
		res.P = stats.Of(2 * law.Survival(math.Abs(value-o.TestValue)/s.SE))
	}
	return res
}

// A Distribution is what limits and tests are read off.
type Distribution interface {
	Quantile(p float64) float64
	Survival(x float64) float64
}

// Law returns Student's t, or the standard normal where the options say so or
// the degrees of freedom are none.
func Law(df float64, o agree.Options) Distribution {
	if o.Interval == agree.Normal || df <= 0 {
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
		if !n.OK() && n.Reason() == "" {
			*n = stats.None(why)
		}
	}
	return r
}
