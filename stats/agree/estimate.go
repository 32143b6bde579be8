package agree

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// Estimate computes a coefficient of m under a scheme of weights. A nil
// scheme is identity; a coefficient that takes no weights ignores it. What
// cannot be computed is absent from the Result with its reason; the error is
// that of a cancelled context.
func Estimate(
	ctx context.Context, m *rating.Matrix, c *Coefficient, w *weight.Scheme, o Options,
) (Result, error) {
	return Prepare(m).Estimate(ctx, c, w, o)
}

// A job is one coefficient on one Data under one set of weights.
type job struct {
	data        *Data
	coefficient *Coefficient
	weights     weights
	model       model
	parts       parts
}

// Estimate computes a coefficient of the Data, as the function does.
func (d *Data) Estimate(
	ctx context.Context, c *Coefficient, w *weight.Scheme, o Options,
) (Result, error) {
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	j, r := d.job(c, w, o)
	if !r.Value.OK() {
		return r, nil
	}
	s, err := j.spread(ctx, o)
	if err != nil {
		return Result{}, err
	}
	return c.surround(r, s, o), nil
}

// job computes a coefficient's value, without error and limits. Where there
// is none the Result is complete, each figure with its reason.
func (d *Data) job(c *Coefficient, w *weight.Scheme, o Options) (job, Result) {
	r := Result{ID: c.ID, Items: d.Items(), Raters: d.Raters(), Unit: string(o.unit())}
	ws, id, ok := weightsFor(c, w, d.matrix.Values())
	r.Weights = id
	if why := c.refuses(d); why != "" {
		return job{}, r.without(why)
	}
	if !ok {
		return job{}, r.without(stats.NotApplicable)
	}
	m := c.model(d, ws)
	f := m.on()
	p := m.value(f.times)
	r.Items, r.Pairs, r.PairsUsed = int(p.items), p.pairs, p.pairsUsed
	r.Observed = stats.Of(p.observed)
	if c.corrected && d.Paired() == 1 {
		return job{}, r.without(stats.OneItem)
	}
	r.Expected = stats.None(stats.NoNull)
	if c.expects {
		r.Expected = stats.Of(p.expected)
	}
	if why := c.undefined(d, f, p); why != "" {
		return job{}, r.without(why)
	}
	r.Value = stats.Of(p.value)
	return job{d, c, ws, m, p}, r
}

// refuses returns why a coefficient has no value on data of this shape.
func (c *Coefficient) refuses(d *Data) stats.Reason {
	switch {
	case d.Paired() == 0:
		return stats.NoPairs
	case c.twoRaters && d.Raters() != 2:
		return stats.NeedsTwoRaters
	case c.twoLevels && d.matrix.Levels() != 2:
		if !d.matrix.Declared() && d.constant() {
			return stats.NoVariation
		}
		return stats.NeedsTwoLevels
	}
	return ""
}

// undefined returns why a coefficient has no value on ratings like these: a
// single level leaves nothing to agree on, unless the declared scale says
// which levels there were to choose from.
func (c *Coefficient) undefined(d *Data, f *frame, p parts) stats.Reason {
	switch {
	case c.fixed && !d.matrix.Declared() && d.constant():
		return stats.NoVariation
	case p.ok:
		return ""
	case f.used(true) <= 1:
		return stats.NoVariation
	}
	return stats.Undefined
}
