package agree_test

import (
	"context"
	"fmt"
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// Four raters of twelve items on five levels, some ratings missing
// (Krippendorff 2011).
func ExampleKrippendorffAlpha() {
	na := math.NaN()
	m := rating.NewMatrix([][]float64{
		{1, 1, na, 1}, {2, 2, 3, 2}, {3, 3, 3, 3}, {3, 3, 3, 3}, {2, 2, 2, 2}, {1, 2, 3, 4},
		{4, 4, 4, 4}, {1, 1, 2, 1}, {2, 2, 2, 2}, {na, 5, 5, 5}, {na, na, 1, 1}, {na, na, 3, na},
	})
	alpha, err := agree.KrippendorffAlpha(m, stats.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f (%.2f to %.2f)\n", alpha.Value.Or(0), alpha.Lower.Or(-1), alpha.Upper.Or(1))
	// Output: 0.743 (0.19 to 0.91)
}

// Under weights a near miss counts for something. What cannot be computed says
// why.
func ExampleCohenKappa() {
	m := rating.NewMatrix([][]float64{{1, 1}, {2, 3}, {3, 3}, {4, 3}, {2, 2}, {1, 2}}, 1, 2, 3, 4)
	kappa, _ := agree.CohenKappa(m, stats.Options{Weights: weight.Quadratic})
	fmt.Printf("%s %.3f\n", kappa.Weights, kappa.Value.Or(0))
	_, err := agree.CohenKappa(m, stats.Options{Confidence: 95})
	fmt.Println(err)
	alike, _ := agree.CohenKappa(rating.NewMatrix([][]float64{{2, 2}, {2, 2}}), stats.Options{})
	fmt.Println(alike.Value.OK(), alike.Value.Reason())
	// Output:
	// quadratic 0.710
	// confidence 95 is not between 0 and 1
	// false no_variation
}

// Do quadratic weights make a difference that the items can show?
func ExampleCompare() {
	data := agree.Prepare(rating.NewMatrix([][]float64{
		{1, 1, 2}, {2, 3, 3}, {3, 3, 3}, {4, 3, 4}, {2, 2, 2}, {1, 2, 1}, {4, 4, 4}, {3, 2, 3},
	}))
	fleiss, err := catalog.Lookup("fleiss")
	if err != nil {
		fmt.Println(err)
		return
	}
	c, err := agree.Compare(context.Background(), agree.Subject{Data: data, Coefficient: fleiss, Weights: weight.Quadratic},
		agree.Subject{Data: data, Coefficient: fleiss}, stats.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s: %.3f, p %.3f\n", c.Method, c.Difference.Or(0), c.P.Or(1))
	// Output: paired: 0.359, p 0.016
}
