package rank_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each function computes its coefficient, and none is without one.
func TestFunctions(t *testing.T) {
	functions := map[string]func(*rating.Matrix, stats.Options) (stats.Result, error){
		"mean_spearman_z": rank.MeanSpearmanZ,
		"mean_pearson_z":  rank.MeanPearsonZ,
		"mean_pearson":    rank.MeanPearson,
		"mean_spearman":   rank.MeanSpearman,
		"kendall_tau_b":   rank.KendallTauB,
		"finn_oneway":     rank.FinnOneway,
		"finn_twoway":     rank.FinnTwoway,
		"iota":            rank.Iota,
		"kendall_w":       rank.KendallW,
		"robinson_a":      rank.RobinsonA,
	}
	m := rating.NewMatrix([][]float64{{1, 2}, {2, 2}, {1, 1}, {2, 1}, {2, 2}, {1, 1}, {2, 2}})
	for _, c := range rank.Coefficients {
		function, ok := functions[c.ID]
		if !ok {
			t.Errorf("%s has no function", c.ID)
			continue
		}
		want, err := c.Of(m, stats.Options{})
		got, err2 := function(m, stats.Options{})
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b stats.Number) bool { return a == b })); diff != "" {
			t.Errorf("%s: %s", c.ID, diff)
		}
	}
}
