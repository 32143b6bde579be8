package catalog_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
)

// Coefficients by name, of one preparation of the ratings.
func Example() {
	data := stats.Prepare(rating.NewMatrix([][]float64{{1, 1, 2}, {2, 3, 3}, {3, 3, 3}, {4, 3, 4}, {2, 2, 2}}))
	for _, id := range []string{"ac1", "fleiss-kappa", "icc_a_1"} {
		c, err := catalog.Lookup(id)
		if err != nil {
			fmt.Println(err)
			continue
		}
		r, err := c.Estimate(context.Background(), data, stats.Options{})
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s %.3f\n", c.Name, r.Value.Or(0))
	}
	// Output:
	// Gwet's AC1/AC2 0.480
	// Fleiss' kappa 0.423
	// ICC(A,1) 0.789
}
