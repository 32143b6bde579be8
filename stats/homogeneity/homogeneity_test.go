package homogeneity_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/homogeneity"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
)

const na = -1 // a missing rating

// matrix makes a Matrix of small tables; na is missing.
func matrix(rows [][]float64, values ...float64) *rating.Matrix {
	for _, row := range rows {
		for j, v := range row {
			if v == na {
				row[j] = math.NaN()
			}
		}
	}
	return rating.NewMatrix(rows, values...)
}

// The unaided distance vision of 7477 women: χ² is 11.96 in Stuart 1955,
// Biometrika 42, 412–416, and Bhapkar's 11.98 in Agresti 2002, Categorical Data
// Analysis, 2nd ed., section 10.3.
func TestStuartsVision(t *testing.T) {
	d := ref.Contingency([][]int{
		{1520, 266, 124, 66},
		{234, 1512, 432, 78},
		{117, 362, 1772, 205},
		{36, 82, 179, 492},
	}, 1, 2, 3, 4)
	sm, bh := homogeneity.StuartMaxwell(d), homogeneity.Bhapkar(d)
	check.Near(t, "Stuart-Maxwell", sm.Statistic, 11.96, 5e-3)
	check.Near(t, "Bhapkar", bh.Statistic, 11.98, 5e-3)
	check.Near(t, "degrees of freedom", sm.DF, 3, 0)
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
	d := ref.Matrix(t, "two-raters-223")
	bh := homogeneity.Bhapkar(d)
	check.Near(t, "Bhapkar", bh.Statistic, want.Bhapkar.Chisq, 1e-9)
	check.Near(t, "Bhapkar's p", bh.P, want.Bhapkar.P, 1e-9)
	sm := homogeneity.StuartMaxwell(d)
	w := want.Bhapkar.Chisq
	check.Near(t, "Stuart-Maxwell", sm.Statistic, w/(1+w/223), 1e-9)
	check.Near(t, "degrees of freedom", sm.DF, 3, 0)
	if math.Abs(sm.Statistic.Or(0)-want.StuartMaxwell.Chisq) < 0.1 {
		t.Error("as irr's, which is wrong")
	}
}

// With two levels Stuart-Maxwell, each level's McNemar, and Cochran's Q are
// one: (b − c)²/(b + c).
func TestMcNemar(t *testing.T) {
	d := ref.Contingency([][]int{{20, 9}, {3, 10}}, 1, 2)
	const want = 36.0 / 12
	for _, test := range append(append(homogeneity.McNemar(d), homogeneity.CochranQ(d)...), homogeneity.StuartMaxwell(d)) {
		check.Near(t, test.ID, test.Statistic, want, 1e-12)
		check.Near(t, test.ID+" p", test.P, 0.08326451666, 1e-9) // P(χ²_1 > 3)
		check.Near(t, test.ID+" df", test.DF, 1, 0)
	}
	// 2 P(X ≤ 3), X binomial of 12 and ½: 2(1 + 12 + 66 + 220)/4096.
	check.Near(t, "exact", homogeneity.McNemar(d)[0].Exact, 2*299.0/4096, 1e-12)
}

// The exact probability is the fraction that it is, without rounding.
func TestMcNemarExactly(t *testing.T) {
	for _, tt := range []struct {
		b, c int
		want float64
	}{{3, 3, 1}, {4, 3, 1}, {0, 1, 1}, {0, 5, 2.0 / 32}, {1, 5, 14.0 / 64}, {0, 10, 2.0 / 1024}} {
		m := ref.Contingency([][]int{{4, tt.b}, {tt.c, 4}}, 1, 2)
		if got := homogeneity.McNemar(m)[0].Exact.Or(-1); got != tt.want {
			t.Errorf("%d against %d: %v, want %v", tt.b, tt.c, got, tt.want)
		}
	}
}

// By hand: three raters, one level against the other.
func TestCochranQ(t *testing.T) {
	d := matrix([][]float64{{2, 2, 1}, {2, 1, 1}, {2, 2, 2}, {1, 1, 1}, {2, 1, 1}, {2, na, 1}}, 1, 2)
	test := homogeneity.CochranQ(d)[1]
	// G = 4, 2, 1; L = 2, 1, 3, 0, 1: Q = 2(3·21 − 49)/(3·7 − 15).
	check.Near(t, "Q", test.Statistic, 2*14.0/6, 1e-12)
	check.Near(t, "df", test.DF, 2, 0)
	if test.Items != 5 {
		t.Errorf("%d items", test.Items)
	}
}

// Disagreements between 1 and 2 and between 3 and 4 only: two sets, so two
// degrees of freedom.
func TestStuartMaxwellOfSets(t *testing.T) {
	d := ref.Contingency([][]int{{5, 4, 0, 0}, {1, 5, 0, 0}, {0, 0, 5, 2}, {0, 0, 7, 5}}, 1, 2, 3, 4)
	test := homogeneity.StuartMaxwell(d)
	check.Near(t, "χ²", test.Statistic, 9.0/5+25.0/9, 1e-12)
	check.Near(t, "df", test.DF, 2, 0)
}

func TestTestsOfNothing(t *testing.T) {
	for name, tt := range map[string]struct {
		d   *rating.Matrix
		why stats.Reason
	}{
		"nothing":      {matrix(nil, 1, 2), stats.NoPairs},
		"three raters": {matrix([][]float64{{1, 2, 1}}, 1, 2), stats.NeedsTwoRaters},
		"all agree":    {matrix([][]float64{{1, 1}, {2, 2}}, 1, 2), stats.NoDisagreement},
	} {
		tests := append(homogeneity.McNemar(tt.d), homogeneity.StuartMaxwell(tt.d), homogeneity.Bhapkar(tt.d))
		for _, test := range tests {
			check.Absent(t, name+" "+test.ID, test.Statistic, tt.why)
			check.Absent(t, name+" "+test.ID, test.P, tt.why)
		}
	}
	check.Absent(t, "Cochran", homogeneity.CochranQ(matrix([][]float64{{1, na}, {2, 2}, {na, 1}}, 1, 2))[0].P,
		stats.NoDisagreement)
	check.Absent(t, "Cochran", homogeneity.CochranQ(matrix([][]float64{{1, 2, na}, {na, 2, 1}}, 1, 2))[0].P,
		stats.NeedsComplete)
	check.Absent(t, "all one way", homogeneity.Bhapkar(matrix([][]float64{{1, 2}, {1, 2}}, 1, 2)).P, stats.Undefined)
}
