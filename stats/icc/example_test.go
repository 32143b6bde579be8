package icc_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/rating"
)

// The six targets and four judges of Shrout & Fleiss 1979, Table 2: ICC(2,1).
func ExampleAgreement() {
	m := rating.NewMatrix([][]float64{
		{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7},
	})
	one, err := icc.Agreement(m, stats.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	mean, _ := icc.AgreementMean(m, stats.Options{})
	fmt.Printf("one rating %.2f (%.2f to %.2f)\n", one.Value.Or(0), one.Lower.Or(-1), one.Upper.Or(1))
	fmt.Printf("the mean of %.0f %.2f\n", mean.K.Or(1), mean.Value.Or(0))
	// Output:
	// one rating 0.29 (0.02 to 0.76)
	// the mean of 4 0.62
}
