package rank

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// Estimate computes the statistic with its error from the jackknife over items
// or lessons, or from the bootstrap, as the options say (Confidence, Unit,
// Interval, TestValue, Bootstrap, Seed, Workers; the others are not read). P is
// that of the coefficient's own test where it brings one and the value tested
// is 0, else two-sided from the error.
func (st statistic) Estimate(
	ctx context.Context, c *stats.Coefficient, d *stats.Data, o stats.Options,
) (stats.Result, error) {
	v := stats.View(d, prepare)
	s := v.sampleOf(st)
	res := stats.Result{
		ID: c.ID, Items: s.all.Items(), Raters: len(s.all.Raters()), Unit: string(o.Unit),
		Observed: stats.None(stats.NotApplicable), Expected: stats.None(stats.NotApplicable),
		Test: stats.NoTest(stats.NotApplicable),
	}
	res.Value = valueOf(c, s)
	if !res.Value.OK() {
		return res.Without(res.Value.Reason()), nil
	}
	if st.pairwise != nil {
		_, res.Pairs, res.PairsUsed = st.mean(s)
	}
	if st.test != nil && o.TestValue == 0 {
		res.Test = st.test(s)
		res.P = res.Test.P
	}
	spread, err := v.spread(ctx, c, s, o)
	if err != nil {
		return stats.Result{}, err
	}
	return spread.Around(res, inference.Range{Least: -1, Most: 1}, o), nil
}

// valueOf returns a coefficient's value.
func valueOf(c *stats.Coefficient, s *sample) stats.Number {
	n := s.paired.Items()
	switch {
	case n == 0:
		return stats.None(stats.NoPairs)
	case n == 1 && !c.Has(stats.SingleItem):
		return stats.None(stats.OneItem)
	case !c.Has(stats.OnScale) && s.all.Constant():
		return stats.None(stats.NoVariation)
	}
	st := c.Estimator.(statistic)
	if st.pairwise != nil {
		mean, _, _ := st.mean(s)
		return mean
	}
	return st.value(s)
}
