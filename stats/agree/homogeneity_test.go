package agree_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
)

// contingency makes the Matrix of a table of two raters.
func contingency(cells [][]int, values ...float64) *rating.Matrix {
	var scores [][]float64
	for k, row := range cells {
		for l, n := range row {
			for range n {
				scores = append(scores, []float64{values[k], values[l]})
			}
		}
	}
	return rating.NewMatrix(scores, values...)
}

// The unaided distance vision of 7477 women: χ² is 11.96 in Stuart 1955,
// Biometrika 42, 412–416, and Bhapkar's 11.98 in Agresti 2002, Categorical Data
// Analysis, 2nd ed., section 10.3.
func TestStuartsVision(t *testing.T) {
	d := agree.Prepare(contingency([][]int{
		{1520, 266, 124, 66},
		{234, 1512, 432, 78},
		{117, 362, 1772, 205},
		{36, 82, 179, 492},
	}, 1, 2, 3, 4))
	sm, bh := d.StuartMaxwell(), d.Bhapkar()
	near(t, "Stuart-Maxwell", sm.Statistic, 11.96, 5e-3)
	near(t, "Bhapkar", bh.Statistic, 11.98, 5e-3)
	near(t, "degrees of freedom", sm.DF, 3, 0)
	if sm.Items != 7477 {
		t.Errorf("%d items", sm.Items)
	}
}

// R irr 0.84.1. Its Stuart-Maxwell drops level 1, which both raters gave 65
// times, and with it the covariances and a degree of freedom: 4.315 instead of
// 4.640, which its own Bhapkar test confirms, for Bhapkar's is χ²/(1 − χ²/n).
func TestMarginsOf223(t *testing.T) {
	var want struct {
		StuartMaxwell struct{ Chisq, P float64 } `json:"stuart_maxwell"`
		Bhapkar       struct{ Chisq, P float64 }
	}
	ref.Values(t, "two-raters-223", &want)
	d := agree.Prepare(ref.Matrix(t, "two-raters-223"))
	bh := d.Bhapkar()
	near(t, "Bhapkar", bh.Statistic, want.Bhapkar.Chisq, 1e-9)
	near(t, "Bhapkar's p", bh.P, want.Bhapkar.P, 1e-9)
	sm := d.StuartMaxwell()
	w := want.Bhapkar.Chisq
	near(t, "Stuart-Maxwell", sm.Statistic, w/(1+w/223), 1e-9)
	near(t, "degrees of freedom", sm.DF, 3, 0)
	if math.Abs(sm.Statistic.Or(0)-want.StuartMaxwell.Chisq) < 0.1 {
		t.Error("as irr's, which is wrong")
	}
}

// With two levels Stuart-Maxwell, each level's McNemar, and Cochran's Q are
// one: (b − c)²/(b + c).
func TestMcNemar(t *testing.T) {
	d := agree.Prepare(contingency([][]int{{20, 9}, {3, 10}}, 1, 2))
	const want = 36.0 / 12
	for _, test := range append(append(d.McNemar(), d.CochranQ()...), d.StuartMaxwell()) {
		near(t, test.ID, test.Statistic, want, 1e-12)
		near(t, test.ID+" p", test.P, 0.08326451666, 1e-9) // P(χ²_1 > 3)
		near(t, test.ID+" df", test.DF, 1, 0)
	}
	// 2 P(X ≤ 3), X binomial of 12 and ½: 2(1 + 12 + 66 + 220)/4096.
	near(t, "exact", d.McNemar()[0].Exact, 2*299.0/4096, 1e-12)
}

// By hand: three raters, one level against the other.
func TestCochranQ(t *testing.T) {
	d := agree.Prepare(matrix([][]float64{{2, 2, 1}, {2, 1, 1}, {2, 2, 2}, {1, 1, 1}, {2, 1, 1}, {2, na, 1}}, 1, 2))
	test := d.CochranQ()[1]
	// G = 4, 2, 1; L = 2, 1, 3, 0, 1: Q = 2(3·21 − 49)/(3·7 − 15).
	near(t, "Q", test.Statistic, 2*14.0/6, 1e-12)
	near(t, "df", test.DF, 2, 0)
	if test.Items != 5 {
		t.Errorf("%d items", test.Items)
	}
}

// Disagreements between 1 and 2 and between 3 and 4 only: two sets, so two
// degrees of freedom.
func TestStuartMaxwellOfSets(t *testing.T) {
	d := agree.Prepare(contingency([][]int{{5, 4, 0, 0}, {1, 5, 0, 0}, {0, 0, 5, 2}, {0, 0, 7, 5}}, 1, 2, 3, 4))
	test := d.StuartMaxwell()
	near(t, "χ²", test.Statistic, 9.0/5+25.0/9, 1e-12)
	near(t, "df", test.DF, 2, 0)
}

func TestTestsOfNothing(t *testing.T) {
	for name, tt := range map[string]struct {
		d   *agree.Data
		why stats.Reason
	}{
		"nothing":      {agree.Prepare(matrix(nil, 1, 2)), stats.NoPairs},
		"three raters": {agree.Prepare(matrix([][]float64{{1, 2, 1}}, 1, 2)), stats.NeedsTwoRaters},
		"all agree":    {agree.Prepare(matrix([][]float64{{1, 1}, {2, 2}}, 1, 2)), stats.NoDisagreement},
	} {
		tests := append(tt.d.McNemar(), tt.d.StuartMaxwell(), tt.d.Bhapkar())
		for _, test := range tests {
			absent(t, name+" "+test.ID, test.Statistic, tt.why)
			absent(t, name+" "+test.ID, test.P, tt.why)
		}
	}
	absent(t, "Cochran", agree.Prepare(matrix([][]float64{{1, na}, {2, 2}, {na, 1}}, 1, 2)).CochranQ()[0].P,
		stats.NoDisagreement)
	absent(t, "Cochran", agree.Prepare(matrix([][]float64{{1, 2, na}, {na, 2, 1}}, 1, 2)).CochranQ()[0].P,
		stats.NeedsComplete)
	absent(t, "all one way", agree.Prepare(matrix([][]float64{{1, 2}, {1, 2}}, 1, 2)).Bhapkar().P, stats.Undefined)
}

// On fleiss-1971 the error under the hypothesis is .0244, less than half of
// the right one for an interval.
func TestZero(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "fleiss-1971"))
	test := d.FleissZero()
	near(t, "error under the hypothesis", stats.Of(0.43024/test.Statistic.Or(0)), 0.0244, 5e-5)
	near(t, "error for an interval", estimate(t, d, "fleiss", "", stats.Options{}).SE, 0.0542, 5e-5)
	for _, set := range ref.Names {
		var want golden
		ref.Values(t, set, &want)
		if g, ok := want.Irr["kappam.fleiss"]; ok {
			test := agree.Prepare(complete(ref.Matrix(t, set))).FleissZero()
			near(t, set+" z", test.Statistic, g.Z, 1e-9)
			near(t, set+" p", test.P, g.P, 1e-9)
		}
	}
	absent(t, "with gaps", agree.Prepare(ref.Matrix(t, "gwet-2014-12x4")).FleissZero().P, stats.NeedsComplete)
	absent(t, "three raters", d.CohenZero().P, stats.NeedsTwoRaters)
	absent(t, "one level", agree.Prepare(matrix([][]float64{{1, 1}, {1, 1}}, 1, 2)).FleissZero().P, stats.NoVariation)
}
