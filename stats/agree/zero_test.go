package agree_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// On fleiss-1971 the error under the hypothesis is .0244, less than half of
// the right one for an interval.
func TestZero(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "fleiss-1971"))
	test := d.FleissZero()
	check.Near(t, "error under the hypothesis", stats.Of(0.43024/test.Statistic.Or(0)), 0.0244, 5e-5)
	check.Near(t, "error for an interval", estimate(t, d, "fleiss", "", stats.Options{}).SE, 0.0542, 5e-5)
	for _, set := range ref.Names {
		var want golden
		ref.Values(t, set, &want)
		if g, ok := want.Irr["kappam.fleiss"]; ok {
			test := agree.Prepare(complete(ref.Matrix(t, set))).FleissZero()
			check.Near(t, set+" z", test.Statistic, g.Z, 1e-9)
			check.Near(t, set+" p", test.P, g.P, 1e-9)
		}
	}
	check.Absent(t, "with gaps", agree.Prepare(ref.Matrix(t, "gwet-2014-12x4")).FleissZero().P, stats.NeedsComplete)
	check.Absent(t, "three raters", d.CohenZero(nil).P, stats.NeedsTwoRaters)
	check.Absent(t, "one level", agree.Prepare(matrix([][]float64{{1, 1}, {1, 1}}, 1, 2)).FleissZero().P, stats.NoVariation)
}

// The anxiety ratings of R irr 0.84.1's manual by raters 1 and 2: kappa2 with
// equal and with squared weights.
func TestCohenZeroWithWeights(t *testing.T) {
	d := agree.Prepare(rating.NewMatrix([][]float64{
		{3, 3}, {3, 6}, {3, 4}, {4, 6}, {5, 2}, {5, 4}, {2, 2}, {3, 4}, {5, 3}, {2, 3},
		{2, 2}, {6, 3}, {1, 3}, {5, 3}, {2, 2}, {2, 2}, {1, 1}, {2, 3}, {4, 3}, {3, 4},
	}, 1, 2, 3, 4, 5, 6))
	linear, quadratic := d.CohenZero(weight.Linear), d.CohenZero(weight.Quadratic)
	check.Near(t, "linear", linear.Statistic, 1.41565884998826, 1e-9)
	check.Near(t, "quadratic", quadratic.Statistic, 1.34049877333002, 1e-9)
	check.Near(t, "identity", d.CohenZero(weight.Identity).Statistic, d.CohenZero(nil).Statistic.Or(9), 0)
}

// Fleiss' test takes items with one number of ratings, whoever gave them.
func TestFleissZeroOfOtherRaters(t *testing.T) {
	same := agree.Prepare(matrix([][]float64{{1, 1}, {1, 2}, {2, 2}, {2, 1}, {1, 1}}, 1, 2)).FleissZero()
	others := agree.Prepare(matrix([][]float64{
		{1, 1, na, na}, {na, 1, 2, na}, {na, na, 2, 2}, {2, na, na, 1}, {1, na, 1, na},
	}, 1, 2)).FleissZero()
	check.Near(t, "z", others.Statistic, same.Statistic.Or(9), 1e-12)
}

// By hand: pa = (4 + 3 + 2/2)/10, pe = .3 + .2 + .3/2, κ = .15/.35. The rows of
// the weights are the first rater's levels.
func TestAsymmetricWeights(t *testing.T) {
	w, err := weight.Custom([][]float64{{1, 0.5}, {0, 1}})
	if err != nil {
		t.Fatal(err)
	}
	cells := [][]int{{4, 2}, {1, 3}}
	o := stats.Options{Weights: w}
	m := ref.Contingency(cells, 1, 2)
	kappa, err := agree.CohenKappa(m, o)
	if err != nil {
		t.Fatal(err)
	}
	check.Near(t, "kappa", kappa.Value, 0.15/0.35, 1e-12)
	o.Variance = stats.Jackknife
	jackknife, err := agree.CohenKappa(m, o)
	if err != nil {
		t.Fatal(err)
	}
	check.Near(t, "error", kappa.SE, jackknife.SE.Or(9), 0.1*jackknife.SE.Or(9))
	fleiss, err := agree.FleissKappa(m, o)
	if err != nil {
		t.Fatal(err)
	}
	check.Absent(t, "Fleiss", fleiss.Value, stats.NotApplicable)
}
