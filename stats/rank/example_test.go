package rank_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/rating"
)

// Raters who put items in one order agree in full, whatever their severity.
func ExampleKendallW() {
	w, err := rank.KendallW(rating.NewMatrix([][]float64{{1, 2}, {2, 3}, {3, 4}}), stats.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("W %.2f, χ² %.0f, p %.3f\n", w.Value.Or(0), w.Test.Statistic.Or(0), w.P.Or(1))
	// Output: W 1.00, χ² 4, p 0.135
}
