package icc

import (
	"context"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/replicate"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Result is one coefficient of some ratings.
type Result struct {
	agree.Result
	K    stats.Number // of how many ratings' mean it speaks; the zero value: of one
	Test Test         // on complete data
}

// Estimate computes a coefficient of m. Options read: Confidence, Unit,
// Interval, TestValue, Bootstrap, BootstrapMethod, Seed, Workers.
//
// Where all raters rated all items, and items are the unit and no bootstrap is
// asked for, limits and P are exact under normality: P is that of the F test
// that the coefficient is above TestValue. Else they come from the jackknife
// or the bootstrap over items or lessons, by Fisher's z, and P is two-sided.
//
// What cannot be computed is absent with its reason; the error is that of a
// cancelled context.
func Estimate(
	ctx context.Context, m *rating.Matrix, c *Coefficient, o agree.Options,
) (Result, error) {
	return Prepare(m).Estimate(ctx, c, o)
}

// Estimate computes a coefficient of the Data, as the function does.
func (d *Data) Estimate(ctx context.Context, c *Coefficient, o agree.Options) (Result, error) {
	if c.pair {
		return d.concordance(ctx, c, o)
	}
	none := stats.None(stats.NotApplicable)
	res := Result{
		Result: agree.Result{
			ID: c.ID, Items: d.matrix.Items(), Raters: d.raters,
			Observed: none, Expected: none, Unit: replicate.UnitName(o),
		},
		Test: noTest(stats.NeedsComplete),
	}
	if c.over != single {
		res.K = stats.Of(d.count(c.over))
	}
	if res.Value = d.value(c); !res.Value.OK() {
		res.Result = replicate.Without(res.Result, res.Value.Reason())
		res.Test = noTest(res.Value.Reason())
		return res, ctx.Err()
	}
	if d.complete {
		res.Test = c.test(d.squares, o.TestValue)
		if exact(o) {
			res.Result = c.exactly(res, d.squares, o)
			return res, ctx.Err()
		}
	}
	r, err := d.replicates(ctx, o)
	if err != nil {
		return Result{}, err
	}
	res.Result = d.around(r, res, c, o)
	return res, nil
}

// exact reports whether the options leave room for the F distribution: it
// takes items for independent.
func exact(o agree.Options) bool {
	items := o.Inference == "" || o.Inference == agree.Items
	return items && o.Bootstrap == 0 && o.Unit != agree.ByCluster
}

// exactly puts the limits and the test of complete data around the value.
func (c *Coefficient) exactly(r Result, s Squares, o agree.Options) agree.Result {
	res := r.Result
	res.Method = "F"
	res.SE = stats.Of(c.standardError(s, r.K.Or(1)))
	res.Lower, res.Upper = c.limits(s, replicate.Confidence(o))
	res.P, res.DF = r.Test.P, stats.None(stats.NotApplicable)
	return replicate.Without(res, stats.Undefined)
}

// around puts the error, limits and test from replicates around the value: the
// error as it is, limits and test by Fisher's z of a single rating, whose
// distribution is nearer to Student's t, stepped up to the mean of k.
func (d *Data) around(r replicate.Replicates, res Result, c *Coefficient, o agree.Options) agree.Result {
	k := res.K.Or(1)
	at := slices.Index(Coefficients, c)
	raw := r.Surround(res.Result, at, math.Inf(-1), 1, o)
	if !raw.Lower.OK() {
		return raw
	}
	scaled := res.Result
	one := Coefficient{kind: c.kind, over: single}
	scaled.Value = d.value(&one).Map(d.fisher)
	o.TestValue = d.fisher(o.TestValue / (k - (k-1)*o.TestValue))
	z := r.Surround(scaled, family+int(c.kind), math.Inf(-1), math.Inf(1), o)
	back := func(z float64) float64 { return spearmanBrown(d.unfisher(z), k) }
	raw.Lower, raw.Upper = z.Lower.Map(back), z.Upper.Map(back)
	raw.P, raw.DF = z.P, z.DF
	return raw
}

// fisher is z of the correlation of one rating in k0: Fisher 1925, Statistical
// Methods for Research Workers, section 39.
func (d *Data) fisher(rho float64) float64 {
	return math.Log((1+(d.k0-1)*rho)/(1-rho)) / 2
}

func (d *Data) unfisher(z float64) float64 {
	e := math.Exp(2 * z)
	if math.IsInf(e, 1) {
		return 1
	}
	return (e - 1) / (e + d.k0 - 1)
}
