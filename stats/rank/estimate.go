package rank

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/replicate"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Result is one coefficient of some ratings. P is that of Test where the
// coefficient brings one and the value tested is 0, else two-sided from SE.
type Result struct {
	agree.Result
	Test Test
}

// Estimate computes a coefficient of m, with its error from the jackknife over
// items or lessons, or from the bootstrap, as the options say (Confidence,
// Unit, Interval, TestValue, Bootstrap, Seed, Workers; the others are not
// read). What cannot be computed is absent with its reason; the error is that
// of a cancelled context.
func Estimate(
	ctx context.Context, m *rating.Matrix, c *Coefficient, o agree.Options,
) (Result, error) {
	if !c.singletons {
		m = replicate.Paired(m)
	}
	return c.estimate(ctx, newSample(m), o, func() (replicate.Replicates, int, error) {
		r, err := replicate.Run(ctx, m, o, func(d *rating.Matrix) []stats.Number {
			return []stats.Number{c.of(newSample(d))}
		})
		return r, 0, err
	})
}

// estimate computes the coefficient of a sample; replicates makes those of its
// error, and says which of their figures it is.
func (c *Coefficient) estimate(
	ctx context.Context, s *sample, o agree.Options, replicates func() (replicate.Replicates, int, error),
) (Result, error) {
	res := Result{
		Result: agree.Result{
			ID: c.ID, Items: s.all.Items(), Raters: len(s.all.Raters()), Unit: replicate.UnitName(o),
			Observed: stats.None(stats.NotApplicable), Expected: stats.None(stats.NotApplicable),
		},
		Test: noTest(stats.NotApplicable),
	}
	res.Value = c.of(s)
	if !res.Value.OK() {
		res.Result = replicate.Without(res.Result, res.Value.Reason())
		return res, ctx.Err()
	}
	if c.pairwise != nil {
		_, res.Pairs, res.PairsUsed = meanOver(s, c.pairwise)
	}
	if c.test != nil && o.TestValue == 0 {
		res.Test = c.test(s)
		res.P = res.Test.P
	}
	r, at, err := replicates()
	if err != nil {
		return Result{}, err
	}
	res.Result = r.Surround(res.Result, at, -1, 1, o)
	return res, nil
}

// of returns the coefficient's value.
func (c *Coefficient) of(s *sample) stats.Number {
	n := s.paired.Items()
	switch {
	case n == 0:
		return stats.None(stats.NoPairs)
	case n == 1 && !c.oneItem:
		return stats.None(stats.OneItem)
	case !c.fixed && s.all.Constant():
		return stats.None(stats.NoVariation)
	}
	if c.pairwise != nil {
		mean, _, _ := meanOver(s, c.pairwise)
		return mean
	}
	return c.value(s)
}
