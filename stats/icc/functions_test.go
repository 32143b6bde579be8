package icc_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each function computes its coefficient, and none is without one.
func TestFunctions(t *testing.T) {
	check.Functions(t, icc.Coefficients, map[string]func(*rating.Matrix, stats.Options) (stats.Result, error){
		"icc_1_1":  icc.OneWay,
		"icc_1_k":  icc.OneWayMean,
		"icc_1_k0": icc.OneWayMeanK0,
		"icc_a_1":  icc.Agreement,
		"icc_a_k":  icc.AgreementMean,
		"icc_a_k0": icc.AgreementMeanK0,
		"icc_c_1":  icc.Consistency,
		"icc_c_k":  icc.ConsistencyMean,
		"icc_c_k0": icc.ConsistencyMeanK0,
		"lin_ccc":  icc.LinConcordance,
	})
}
