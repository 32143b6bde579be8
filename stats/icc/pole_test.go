package icc_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/rating"
)

// A lower limit of one rating at or below −1/(k − 1) bounds nothing of the mean
// of k: Spearman and Brown's formula has its pole there, beyond which it would
// return from above.
func TestLimitsAtThePole(t *testing.T) {
	na := math.NaN()
	for name, m := range map[string]*rating.Matrix{
		"two raters of three items": rating.NewMatrix([][]float64{{2, 1}, {2, 4}, {4, 3}}),
		"gaps":                      rating.NewMatrix([][]float64{{4, 1, na}, {1, na, 1}, {na, 2, 4}, {1, 1, na}, {na, 3, 4}}),
	} {
		for _, f := range []func(*rating.Matrix, stats.Options) (stats.Result, error){
			icc.OneWayMean, icc.AgreementMean, icc.ConsistencyMean,
		} {
			r, err := f(m, stats.Options{})
			if err != nil {
				t.Fatal(err)
			}
			check.Absent(t, name+" "+r.ID, r.Lower, stats.OutOfRange)
			if upper, ok := r.Upper.Value(); !ok || upper < r.Value.Or(0) || upper > 1 {
				t.Errorf("%s %s: upper limit %v of %v", name, r.ID, r.Upper, r.Value)
			}
		}
	}
}
