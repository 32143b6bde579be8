package homogeneity_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/homogeneity"
	"github.com/cb401426/calibrate/stats/rating"
)

// Does one of two raters give level 2 more often?
func ExampleMcNemar() {
	var scores [][]float64
	for range 9 {
		scores = append(scores, []float64{1, 2})
	}
	scores = append(scores, []float64{2, 1}, []float64{2, 2}, []float64{1, 1})
	test := homogeneity.McNemar(rating.NewMatrix(scores))[1]
	fmt.Printf("χ² %.1f, exact p %.3f\n", test.Statistic.Or(0), test.Exact.Or(1))
	// Output: χ² 6.4, exact p 0.021
}
