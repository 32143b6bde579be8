package variance_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// The six targets and four judges of Shrout & Fleiss 1979, Table 2.
func ExampleDecompose() {
	b := rating.NewBuilder()
	for i, row := range [][]float64{
		{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7},
	} {
		for r, score := range row {
			b.Add(rating.Record{Indicator: fmt.Sprint(i), Rater: fmt.Sprint(r), Score: score})
		}
	}
	f, err := variance.Decompose(context.Background(), b.Build(nil, nil), variance.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range append(f.Components, f.Residual) {
		fmt.Printf("%-10s%.3f\n", c.Name, c.Value.Or(0))
	}
	need := f.Needed(f.Design(), variance.Rater, 0.8)
	fmt.Println("judges for Φ = 0.8:", need.N)
	// Output:
	// indicator 2.556
	// rater     5.244
	// residual  1.019
	// judges for Φ = 0.8: 10
}
