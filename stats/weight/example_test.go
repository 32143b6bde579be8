package weight_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/weight"
)

func ExampleScheme_Matrix() {
	m, ok := weight.Quadratic.Matrix([]float64{1, 2, 3, 4})
	fmt.Printf("%v %.2f\n", ok, m.Row(0))
	// Output: true [1.00 0.89 0.56 0.00]
}
