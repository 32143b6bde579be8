package agree

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// modelOf makes the model of a coefficient on some data under some weights. It
// is the Estimator of every coefficient of this package.
type modelOf func(*Data, weights) model

// Estimate computes the coefficient on the view that all share.
func (modelOf) Estimate(
	ctx context.Context, c *stats.Coefficient, d *stats.Data, o stats.Options,
) (stats.Result, error) {
	return View(d).estimate(ctx, c, o)
}

// Estimate computes a coefficient of this package of the Data: of some of the
// raters or items of a Matrix, where Coefficient.Estimate is of all.
func (d *Data) Estimate(ctx context.Context, c *stats.Coefficient, o stats.Options) (stats.Result, error) {
	if err := o.Check(); err != nil {
		return stats.Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return stats.Result{}, err
	}
	return d.estimate(ctx, c, o.WithDefaults())
}

// reach is the range of the limits of a coefficient of agreement.
var reach = inference.Range{Least: -1, Most: 1}

func (d *Data) estimate(ctx context.Context, c *stats.Coefficient, o stats.Options) (stats.Result, error) {
	j, r := d.job(c, o)
	if !r.Value.OK() {
		return r, nil
	}
	s, err := j.spread(ctx, o)
	if err != nil {
		return stats.Result{}, err
	}
	return j.fromParts(s.Around(untested(c, r, o), reach, o), o), nil
}

// untested says of a result that P tests nothing, where chance alone does not
// give 0.
func untested(c *stats.Coefficient, r stats.Result, o stats.Options) stats.Result {
	if !c.Has(stats.ZeroNull) && o.TestValue == 0 {
		r.P = stats.None(stats.NoNull)
	}
	return r
}

// A job is one coefficient on one Data under one set of weights.
type job struct {
	data    *Data
	make    modelOf
	weights weights
	model   model
	parts   parts
}

// with returns the job on other Data.
func (j job) on(d *Data) job {
	j.data = d
	j.model = j.make(d, j.weights)
	j.parts = j.model.value(j.model.on().times)
	return j
}

// job computes a coefficient's value, without error and limits. Where there
// is none the Result is complete, each figure with its reason.
func (d *Data) job(c *stats.Coefficient, o stats.Options) (job, stats.Result) {
	r := stats.Result{ID: c.ID, Items: d.Items(), Raters: d.Raters(), Unit: string(o.Unit)}
	of, ours := c.Estimator.(modelOf)
	if !ours {
		return job{}, r.Without(stats.NotApplicable)
	}
	ws, id, ok := weightsFor(c, o.Weights, d.values)
	r.Weights = id
	if why := refuses(c, d); why != "" {
		return job{}, r.Without(why)
	}
	if !ok {
		return job{}, r.Without(stats.NotApplicable)
	}
	j := job{make: of, weights: ws}.on(d)
	p := j.parts
	r.Items, r.Pairs, r.PairsUsed = int(p.items), p.pairs, p.pairsUsed
	r.Observed = stats.Of(p.observed)
	if !c.Has(stats.SingleItem) && d.Paired() == 1 {
		return job{}, r.Without(stats.OneItem)
	}
	r.Expected = stats.None(stats.NoNull)
	if c.Has(stats.Chance) {
		r.Expected = stats.Of(p.expected)
	}
	if why := undefined(c, j); why != "" {
		return job{}, r.Without(why)
	}
	r.Value = stats.Of(p.value)
	return j, r
}

// refuses returns why a coefficient has no value on data of this shape.
func refuses(c *stats.Coefficient, d *Data) stats.Reason {
	switch {
	case d.Paired() == 0:
		return stats.NoPairs
	case c.Has(stats.TwoRaters) && d.Raters() != 2:
		return stats.NeedsTwoRaters
	case c.Has(stats.TwoLevels) && len(d.values) != 2:
		if !d.matrix.Declared() && constant(d) {
			return stats.NoVariation
		}
		return stats.NeedsTwoLevels
	}
	return ""
}

// undefined returns why a coefficient has no value on ratings like these: a
// single level leaves nothing to agree on, unless the declared scale says
// which levels there were to choose from.
func undefined(c *stats.Coefficient, j job) stats.Reason {
	switch d := j.data; {
	case c.Has(stats.OnScale) && !d.matrix.Declared() && constant(d):
		return stats.NoVariation
	case j.parts.ok:
		return ""
	case j.model.on().used(true) <= 1:
		return stats.NoVariation
	}
	return stats.Undefined
}
