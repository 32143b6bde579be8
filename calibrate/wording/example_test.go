package wording_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// Numbers become words in one place.
func Example() {
	fmt.Println(wording.Percent(stats.Of(0.6444)))
	fmt.Println(wording.Percent(stats.None(stats.NoPairs)))
	fmt.Println(wording.Count(1200, "rating"), "by", wording.List([]string{"R1", "R2", "R3"}))
	fmt.Println(wording.PercentRange(stats.Of(0.31), stats.Of(0.86)))
	// Output:
	// 64%
	// –
	// 1,200 ratings by R1, R2 and R3
	// 31–86%
}
