package dispersion_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/dispersion"
	"github.com/cb401426/calibrate/stats/rating"
)

// Limits of the observed over the expected disagreement, 1 − α.
func Example() {
	m := rating.NewMatrix([][]float64{{1, 1}, {1, 2}, {2, 2}, {1, 1}, {2, 1}, {2, 2}})
	d := [][]float64{{0, 1}, {1, 0}} // nominal
	clusters := dispersion.Clusters(m, d, func(row int) int32 { return int32(row) })
	l := dispersion.Interval(clusters, d, 0.95)
	fmt.Printf("%d clusters, %.2f to %.2f\n", len(clusters), l.Lower.Or(0), l.Upper.Or(0))
	// Output:
	// 6 clusters, 0.11 to 1.62
}
