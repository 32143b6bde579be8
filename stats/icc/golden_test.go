package icc_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
)

func estimate(t testing.TB, m *rating.Matrix, id string, o stats.Options) stats.Result {
	t.Helper()
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Estimate(t.Context(), stats.Prepare(m), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// valueOnly asks for inference that there is not, which spares the replicates.
var valueOnly = stats.Options{Inference: stats.OverRaters}

// complete returns the items that all raters rated.
func complete(m *rating.Matrix) *rating.Matrix {
	var rows []int
	for i := range m.Items() {
		if raters, _ := m.Row(i); len(raters) == len(m.Raters()) {
			rows = append(rows, i)
		}
	}
	return m.Take(rows)
}

// names gives the coefficients their names in the reference, k raters.
func names(k int) map[string]string {
	return map[string]string{
		"icc_1_1": "ICC(1)", "icc_1_k": fmt.Sprintf("ICC(%d)", k), "icc_1_k0": fmt.Sprintf("ICC(%d)", k),
		"icc_a_1": "ICC(A,1)", "icc_a_k": fmt.Sprintf("ICC(A,%d)", k), "icc_a_k0": fmt.Sprintf("ICC(A,%d)", k),
		"icc_c_1": "ICC(C,1)", "icc_c_k": fmt.Sprintf("ICC(C,%d)", k), "icc_c_k0": fmt.Sprintf("ICC(C,%d)", k),
	}
}

// R psych 2.5 on the complete items, testdata/ref, icc_complete_items: values
// to 1e-9, limits to 1e-6, F tests to 1e-9. (R irr's limits of ICC(A,k) are
// wrong; formulas of McGraw & Wong 1996.)
func TestCompleteAgainstPsych(t *testing.T) {
	for _, name := range ref.Names {
		if name == "sparse" {
			continue // no item that all rated
		}
		var want struct {
			ICC map[string]struct{ Value, F, DF1, DF2, P, Lower, Upper float64 } `json:"icc_complete_items"`
		}
		ref.Values(t, name, &want)
		m := complete(ref.Matrix(t, name))
		k := len(m.Raters())
		for id, key := range names(k) {
			w, ok := want.ICC[key]
			if !ok {
				t.Fatalf("%s: no %s in the reference", name, key)
			}
			got := estimate(t, m, id, stats.Options{})
			what := name + " " + id
			check.Near(t, what, got.Value, w.Value, 1e-9)
			check.Near(t, what+" lower", got.Lower, w.Lower, 1e-6)
			check.Near(t, what+" upper", got.Upper, w.Upper, 1e-6)
			check.Near(t, what+" F", got.Test.Statistic, w.F, 1e-9*(1+w.F))
			check.Near(t, what+" df1", got.Test.DF, w.DF1, 1e-9)
			check.Near(t, what+" df2", got.Test.DF2, w.DF2, 1e-6)
			check.Near(t, what+" p", got.P, w.P, 1e-9)
			if got.Method != "F" || got.Items != m.Items() || got.Raters != k {
				t.Errorf("%s: %+v", what, got)
			}
		}
	}
}

// Shrout & Fleiss 1979, Table 4: .17, .29, .71 for one judge and .44,
// .62, .91 for the mean of four; Table 3: mean squares 11.24, 6.26 (on
// 18 degrees of freedom), 32.49 and 1.02. The limits of ICC(A,k) are .0711 and
// .9272, not the .0394 and .9286 of other software, which puts ICC(A,k) where
// ICC(A,1) belongs.
func TestShroutFleiss(t *testing.T) {
	m := ref.Matrix(t, "shrout-fleiss-1979")
	for id, want := range map[string]float64{
		"icc_1_1": .17, "icc_a_1": .29, "icc_c_1": .71, "icc_1_k": .44, "icc_a_k": .62, "icc_c_k": .91,
	} {
		check.Near(t, id, estimate(t, m, id, stats.Options{}).Value, want, .005)
	}
	got := estimate(t, m, "icc_a_k", stats.Options{})
	check.Near(t, "lower", got.Lower, .0711, 5e-5)
	check.Near(t, "upper", got.Upper, .9272, 5e-5)
	squares, ok := icc.Prepare(m).Squares()
	if !ok {
		t.Fatal("not complete")
	}
	for what, pair := range map[string][2]float64{
		"MSR": {squares.MSR, 11.24}, "MSW": {squares.MSW, 6.26}, "MSC": {squares.MSC, 32.49}, "MSE": {squares.MSE, 1.02},
	} {
		check.Near(t, what, stats.Of(pair[0]), pair[1], .005)
	}
}

// R lme4, testdata/ref, icc_reml, gaps included; tolerance 1e-6 (1e-4 is what
// the reference promises).
func TestGapsAgainstLme4(t *testing.T) {
	for _, name := range ref.Names {
		var want struct {
			REML map[string]float64 `json:"icc_reml"`
		}
		ref.Values(t, name, &want)
		m := ref.Matrix(t, name)
		for id, key := range map[string]string{
			"icc_a_1": "ICC(A,1)", "icc_c_1": "ICC(C,1)", "icc_a_k": "ICC(A,k)", "icc_c_k": "ICC(C,k)",
		} {
			check.Near(t, name+" "+id, estimate(t, m, id, valueOnly).Value, want.REML[key], 1e-6)
		}
		d := icc.Prepare(m)
		v, why := d.Components()
		if why != "" {
			t.Fatal(why)
		}
		check.Near(t, name+" item", stats.Of(v.Item), want.REML["item"], 1e-5)
		check.Near(t, name+" rater", stats.Of(v.Rater), want.REML["rater"], 1e-5)
		check.Near(t, name+" residual", stats.Of(v.Residual), want.REML["residual"], 1e-5)
	}
	// 38 raters, at most 4 to an item: the two averages are far apart.
	m := ref.Matrix(t, "sparse")
	all, some := estimate(t, m, "icc_a_k", valueOnly), estimate(t, m, "icc_a_k0", valueOnly)
	check.Near(t, "sparse at 38", all.Value, .984, .0005)
	check.Near(t, "sparse at k0", some.Value, .861, .0005)
	check.Near(t, "k", all.K, 38, 0)
	check.Near(t, "k0", some.K, 579.0/150, 1e-12)
}

// testdata/ref, lin_ccc; tolerance 1e-9.
func TestLinAgainstReference(t *testing.T) {
	var want struct {
		Lin struct{ Value float64 } `json:"lin_ccc"`
	}
	ref.Values(t, "two-raters-223", &want)
	m := ref.Matrix(t, "two-raters-223")
	check.Near(t, "Lin's concordance", estimate(t, m, "lin_ccc", stats.Options{}).Value, want.Lin.Value, 1e-9)
}

// flows are peak expiratory flow rates of 17 subjects by two meters, first
// measurements: Bland & Altman 1986, The Lancet 327, pp. 307-310.
var flows = [][]float64{
	{494, 512},
	{395, 430},
	{516, 520},
	{434, 428},
	{476, 500},
	{557, 600},
	{413, 364},
	{442, 380},
	{650, 658},
	{433, 445},
	{417, 432},
	{656, 626},
	{267, 260},
	{478, 477},
	{178, 259},
	{423, 350},
	{427, 451},
}

// Bland & Altman 1986: mean difference −2.1, standard deviation 38.8,
// bias from −22.0 to 17.8; limits −79.7 and 75.5, with 2 for 1.96, from −114.3
// to −45.1 and from 40.9 to 110.1 by the error √(3s²/n) that the paper of 1999
// refines.
func TestBlandAltman(t *testing.T) {
	got := icc.BlandAltman(rating.NewMatrix(flows), 0)
	check.Near(t, "bias", got.Bias.Value, -2.1, .05)
	check.Near(t, "SD", got.SD, 38.8, .05)
	check.Near(t, "bias, lower", got.Bias.Lower, -22.0, .1)
	check.Near(t, "bias, upper", got.Bias.Upper, 17.8, .1)
	check.Near(t, "low", got.Low.Value, -79.7+.04*38.8, .1)
	check.Near(t, "high", got.High.Value, 75.5-.04*38.8, .1)
	check.Near(t, "low, lower", got.Low.Lower, -114.3+.04*38.8, .5)
	check.Near(t, "high, upper", got.High.Upper, 110.1-.04*38.8, .5)
	if got.Items != 17 {
		t.Errorf("%d items", got.Items)
	}
	check.Absent(t, "three raters", icc.BlandAltman(rating.NewMatrix([][]float64{{1, 2, 3}}), 0).SD, stats.NeedsTwoRaters)
	check.Absent(t, "one item", icc.BlandAltman(rating.NewMatrix([][]float64{{1, 2}}), 0).SD, stats.TooFewItems)
	check.Absent(t, "one rater", icc.BlandAltman(rating.NewMatrix([][]float64{{1}, {2}}), 0).SD, stats.NoPairs)
}

// The R package SimplyAgree's tests expect bias .4383333 and limits −1.9470156
// and 2.8236823 of 18 pairs taken as independent, with intervals by Zou's
// method from −3.001158 to −.8928731 and 1.76954 to 3.8778249, checked to .01.
// All of it hangs on the number of pairs, the bias and the standard deviation
// alone; these pairs are made up to have those.
func TestLimitsOfEighteenPairs(t *testing.T) {
	const bias, sd, n = 0.43833333333333324, 1.2170371447760768, 18
	var pairs [][]float64
	for i := range n {
		d := bias + sd*math.Sqrt((n-1.0)/n)*float64(1-2*(i%2))
		pairs = append(pairs, []float64{5 + float64(i) + d, 5 + float64(i)})
	}
	got := icc.BlandAltman(rating.NewMatrix(pairs), 0)
	check.Near(t, "bias", got.Bias.Value, 0.4383333, 1e-6)
	check.Near(t, "low", got.Low.Value, -1.9470156, 1e-4)
	check.Near(t, "high", got.High.Value, 2.8236823, 1e-4)
	check.Near(t, "low, lower", got.Low.Lower, -3.001158, 0.01)
	check.Near(t, "low, upper", got.Low.Upper, -0.8928731, 0.01)
	check.Near(t, "high, lower", got.High.Lower, 1.76954, 0.01)
	check.Near(t, "high, upper", got.High.Upper, 3.8778249, 0.01)
}
