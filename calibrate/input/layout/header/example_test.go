package header_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// A header names a field, and an indicator begins with its id.
func Example() {
	fmt.Println(header.Named("Beobachter"))
	fmt.Println(header.CutID("3b - Questioning"))
	// Output:
	// rater true
	// 3b Questioning
}
