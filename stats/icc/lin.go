package icc

import (
	"context"
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// linCCC is Lin's concordance correlation coefficient.
var linCCC = &stats.Coefficient{
	ID:     "lin_ccc",
	Name:   "Lin's concordance",
	Group:  stats.OnScores,
	Traits: stats.Whose | stats.TwoRaters,
	Doc: stats.Doc{
		What: "How near the pairs of two raters' scores lie to the line on which both give the same.",
		Formula: []string{
			"2 s_xy / (s²_x + s²_y + (x̄ − ȳ)²), variances with divisor n",
		},
		Assumes:  "Two raters; even steps. The limits (Fisher's z) take the scores for normal.",
		Misleads: misread,
		Missing:  "The items that both rated.",
		Kin: "Pearson's correlation times a factor for the difference of means and spreads. Cohen's kappa on quadratic " +
			"weights where both rated all items; near ICC(A,1). For more raters: Janson and Olsson's iota.",
		References: []string{
			"Lin, L. I.-K. (1989). A concordance correlation coefficient to evaluate reproducibility. Biometrics 45(1), 255–268; corrections (2000) 56(1), 324–325.",
		},
	},
	Estimator: concordance{},
}

// concordance is the Estimator of Lin's coefficient.
type concordance struct{}

// Estimate reads of the options Confidence, Unit, Interval, TestValue,
// Bootstrap, BootstrapMethod, Seed, Workers.
func (concordance) Estimate(
	ctx context.Context, c *stats.Coefficient, d *stats.Data, o stats.Options,
) (stats.Result, error) {
	m := inference.Paired(d.Matrix())
	none := stats.None(stats.NotApplicable)
	res := stats.Result{
		ID: c.ID, Items: m.Items(), Raters: len(d.Matrix().Raters()),
		Observed: none, Expected: none, Unit: string(o.Unit), Test: stats.NoTest(stats.NotApplicable),
	}
	x, y, why := twoRaters(d.Matrix())
	if why != "" {
		return res.Without(why), nil
	}
	res.Value = lin(x, y)
	if exact(o) {
		return linExactly(res, x, y, o), nil
	}
	r, err := inference.Run(ctx, m, o, func(m *rating.Matrix) []stats.Number {
		x, y, _ := twoRaters(m)
		value := lin(x, y)
		return []stats.Number{value, value.Map(math.Atanh)}
	})
	if err != nil {
		return stats.Result{}, err
	}
	return linAround(r, res, o), nil
}

// lin returns 2s_xy/(s²_x + s²_y + (x̄ − ȳ)²): Lin 1989, Biometrics
// 45, pp. 255-268.
func lin(x, y []float64) stats.Number {
	if len(x) < 2 {
		return stats.None(stats.OneItem)
	}
	xx, yy, xy, shift := moments(x, y)
	if xx+yy+shift*shift == 0 {
		return stats.None(stats.NoVariation)
	}
	return stats.Of(2 * xy / (xx + yy + shift*shift))
}

// moments returns the variances and covariance, divisor n, and the difference
// of the means.
func moments(x, y []float64) (xx, yy, xy, shift float64) {
	shrink := float64(len(x)-1) / float64(len(x))
	return stat.PopVariance(x, nil), stat.PopVariance(y, nil), stat.Covariance(x, y, nil) * shrink,
		stat.Mean(x, nil) - stat.Mean(y, nil)
}

// linExactly puts the limits and the two-sided test by Lin's variance of z
// around the value: Lin 1989, with the factor 2 of the corrections in
// the second term.
func linExactly(res stats.Result, x, y []float64, o stats.Options) stats.Result {
	value, ok := res.Value.Value()
	res.Method, res.DF = "z", stats.None(stats.NotApplicable)
	xx, yy, xy, shift := moments(x, y)
	r := xy / math.Sqrt(xx*yy)
	switch {
	case !ok:
		return res.Without(res.Value.Reason())
	case len(x) < 3:
		return res.Without(stats.TooFewItems)
	case 1-value < negligible:
		res.SE = stats.Of(0)
		return res.Without(stats.NoDisagreement)
	}
	u2 := shift * shift / math.Sqrt(xx*yy)
	v2 := value * value
	variance := ((1-r*r)*v2/((1-v2)*r*r) +
		2*v2*value*(1-value)*u2/(r*square(1-v2)) -
		v2*v2*u2*u2/(2*r*r*square(1-v2))) / float64(len(x)-2)
	se := math.Sqrt(variance)
	if !(se > 0) || math.IsInf(se, 1) { // r = 0, or a line
		return res.Without(stats.Undefined)
	}
	z, half := math.Atanh(value), distuv.UnitNormal.Quantile((1+o.Confidence)/2)*se
	res.SE = stats.Of(se * (1 - v2))
	res.Lower, res.Upper = stats.Of(math.Tanh(z-half)), stats.Of(math.Tanh(z+half))
	res.P = stats.Of(2 * distuv.UnitNormal.Survival(math.Abs(z-math.Atanh(o.TestValue))/se))
	return res.Without(stats.Undefined)
}

// linAround puts the error from replicates around the value, limits and test
// by Fisher's z.
func linAround(r inference.Replicates, res stats.Result, o stats.Options) stats.Result {
	raw := r.Spread(0, o).Around(res, inference.Range{Least: -1, Most: 1}, o)
	if !raw.Lower.OK() {
		return raw
	}
	res.Value = res.Value.Map(math.Atanh)
	o.TestValue = math.Atanh(o.TestValue)
	z := r.Spread(1, o).Around(res, everything, o)
	raw.Lower, raw.Upper = z.Lower.Map(math.Tanh), z.Upper.Map(math.Tanh)
	raw.P, raw.DF = z.P, z.DF
	return raw
}

// twoRaters returns the scores of the two raters on the items that both rated,
// or why there are not two.
func twoRaters(m *rating.Matrix) (x, y []float64, why stats.Reason) {
	for i := range m.Items() {
		raters, levels := m.Row(i)
		if len(raters) == 2 {
			x, y = append(x, m.Values()[levels[0]]), append(y, m.Values()[levels[1]])
		}
	}
	switch n := len(m.Raters()); {
	case n > 2:
		return nil, nil, stats.NeedsTwoRaters
	case len(x) == 0:
		return nil, nil, stats.NoPairs
	}
	return x, y, ""
}
