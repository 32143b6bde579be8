package stats_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats"
)

// A Number is a value, or the reason why there is none.
func ExampleNumber() {
	for _, n := range []stats.Number{stats.Of(0.5), stats.None(stats.NoPairs)} {
		v, ok := n.Value()
		fmt.Printf("%v %v %q\n", v, ok, n.Reason())
	}
	// Output:
	// 0.5 true ""
	// 0 false "no_pairs"
}
