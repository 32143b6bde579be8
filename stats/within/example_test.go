package within_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/within"
)

// The spread of one item's ratings beside that of ratings at random on the
// scale's four levels.
func ExampleRWG() {
	scale := []float64{1, 2, 3, 4}
	fmt.Printf("%.2f\n", within.RWG([]float64{2, 3, 3, 3, 2}, scale).Or(0))
	fmt.Printf("%.2f\n", within.RWG([]float64{1, 1, 4, 4}, scale).Or(0))
	// Output:
	// 0.76
	// -1.40
}
