package rank_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each function computes its coefficient, and none is without one.
func TestFunctions(t *testing.T) {
	check.Functions(t, rank.Coefficients, map[string]func(*rating.Matrix, stats.Options) (stats.Result, error){
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
	})
}
