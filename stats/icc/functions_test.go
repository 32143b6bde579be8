package icc_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rating"
)

// Each function computes its coefficient, and none is without one.
func TestFunctions(t *testing.T) {
	functions := map[string]func(*rating.Matrix, stats.Options) (stats.Result, error){
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
	}
	m := rating.NewMatrix([][]float64{{1, 2}, {2, 2}, {1, 1}, {2, 1}, {2, 2}, {1, 1}, {2, 2}})
	for _, c := range icc.Coefficients {
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
