package icc

import (
	"context"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// Estimate reads of the options Confidence, Unit, Interval, TestValue,
// Bootstrap, BootstrapMethod, Seed, Workers.
//
// Where all raters rated all items, and items are the unit and no bootstrap is
// asked for, limits and P are exact under normality: P is that of the F test
// that the coefficient is above TestValue. Else they come from the jackknife
// or the bootstrap over items or lessons, by Fisher's z, and P is two-sided.
func (c form) Estimate(
	ctx context.Context, of *stats.Coefficient, d *stats.Data, o stats.Options,
) (stats.Result, error) {
	return View(d).estimate(ctx, c, of.ID, o)
}

func (d *Data) estimate(ctx context.Context, c form, id string, o stats.Options) (stats.Result, error) {
	none := stats.None(stats.NotApplicable)
	res := stats.Result{
		ID: id, Items: d.matrix.Items(), Raters: d.raters,
		Observed: none, Expected: none, Unit: string(o.Unit), Test: stats.NoTest(stats.NeedsComplete),
	}
	if c.over != single {
		res.K = stats.Of(d.count(c.over))
	}
	if res.Value = d.value(c); !res.Value.OK() {
		res.Test = stats.NoTest(res.Value.Reason())
		return res.Without(res.Value.Reason()), nil
	}
	if d.complete {
		res.Test = c.test(d.squares, o.TestValue)
		if exact(o) {
			return c.exactly(res, d.squares, o), nil
		}
	}
	r, err := d.replicates(ctx, o)
	if err != nil {
		return stats.Result{}, err
	}
	return d.around(r, res, c, o), nil
}

// exact reports whether the options leave room for the F distribution: it
// takes items for independent.
func exact(o stats.Options) bool {
	return o.Inference == stats.OverItems && o.Bootstrap == 0 && o.Unit == stats.ByItem
}

// exactly puts the limits and the test of complete data around the value.
func (c form) exactly(res stats.Result, s Squares, o stats.Options) stats.Result {
	res.Method = "F"
	res.SE = stats.Of(c.standardError(s, res.K.Or(1)))
	res.Lower, res.Upper = c.limits(s, o.Confidence)
	res.P, res.DF = res.Test.P, stats.None(stats.NotApplicable)
	return reach.Held(res.Without(stats.Undefined))
}

// back returns the limit of the mean of k ratings from a z of one.
func (d *Data) back(z stats.Number, k float64) stats.Number {
	v, ok := z.Value()
	switch {
	case !ok:
		return z
	case k == 1:
		return stats.Of(d.unfisher(v))
	}
	return steppedUp(d.unfisher(v), k)
}

// reach is the range of the limits of an intraclass correlation.
var reach = inference.Range{Least: -1, Most: 1}

// everything is the range of a statistic without bounds.
var everything = inference.Range{Least: math.Inf(-1), Most: math.Inf(1)}

// around puts the error, limits and test from replicates around the value: the
// error as it is, limits and test by Fisher's z of a single rating, whose
// distribution is nearer to Student's t, stepped up to the mean of k.
func (d *Data) around(r inference.Replicates, res stats.Result, c form, o stats.Options) stats.Result {
	k := res.K.Or(1)
	raw := r.Spread(slices.Index(forms, c), o).Around(res, everything, o)
	if !raw.Lower.OK() {
		return raw
	}
	scaled := res
	scaled.Value = d.value(form{c.kind, single}).Map(d.fisher)
	o.TestValue = d.fisher(o.TestValue / (k - (k-1)*o.TestValue))
	z := r.Spread(len(forms)+int(c.kind), o).Around(scaled, everything, o)
	raw.Lower, raw.Upper = d.back(z.Lower, k), d.back(z.Upper, k)
	raw.P, raw.DF = z.P, z.DF
	return reach.Held(raw)
}
