package simulate_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/simulate"
)

// Made-up ratings, with the truth behind them.
func Example() {
	rows, truth, err := simulate.Make(simulate.Default())
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(rows), "ratings;", rows[0].Rater, "gave", rows[0].Score)
	fmt.Println(truth.Schema)
	// Output:
	// 100 ratings; Rater 01 gave 3
	// calibrate.truth/v1
}
