package within_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats/within"
)

// Rating by rating and look by look the null is the same: that of thirty
// ratings on seven levels has too many looks for an urn, that of thirty on
// four has not. Random ratings have the null's variance on average.
func TestNullOfManyLooks(t *testing.T) {
	for _, scale := range [][]float64{{1, 2, 3, 4}, {1, 2, 3, 4, 5, 6, 7}} {
		sizes := []int{30, 29, 30}
		null, err := within.Simulate(t.Context(), sizes, scale, 20000, 5, 0)
		if err != nil {
			t.Fatal(err)
		}
		// The mean of the simulated variances, from their distribution.
		mean, steps := 0.0, 400
		top := 3 * within.NullVariance(scale).Or(0)
		for i := range steps {
			mean += (1 - null.Variance(top*(float64(i)+.5)/float64(steps)).Or(0)) * top / float64(steps)
		}
		if want := within.NullVariance(scale).Or(0); math.Abs(mean/want-1) > .01 {
			t.Errorf("on %v the mean variance is %v, want %v", scale, mean, want)
		}
	}
}
