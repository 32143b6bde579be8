package icc_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rating"
)

// TestErrors: Weir 2005, data set A, printed to one digit.
func TestErrors(t *testing.T) {
	x := []float64{146, 148, 170, 90, 157, 156, 176, 205}
	y := []float64{140, 152, 152, 99, 145, 153, 167, 218}
	var scores [][]float64
	for i := range x {
		scores = append(scores, []float64{x[i], y[i]})
	}
	got := icc.Prepare(rating.NewMatrix(scores)).Errors()
	for name, pair := range map[string][2]float64{
		"SEM": {got.SEM.Or(0), 7.6}, "SEP": {got.SEP.Or(0), 10.2}, "SEE": {got.SEE.Or(0), 7.1},
	} {
		if math.Abs(pair[0]-pair[1]) > 0.05 {
			t.Errorf("%s = %v, want %v", name, pair[0], pair[1])
		}
	}
	if got := icc.Prepare(rating.NewMatrix([][]float64{{1, 1}, {1, 1}}, 1, 2)).Errors(); got.SEM.Reason() != stats.NoVariation {
		t.Errorf("one level: %+v", got)
	}
}
