package calibrate_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
)

// A rule of a district's own is a line of text. Options are checked, all of them at
// once.
func Example() {
	standard, err := calibrate.ParseStandard("exact=75%,two-apart=0.05")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, ask := range standard.Asks(4, false) {
		fmt.Println(ask.Figure, ask.Target, ask.AtMost)
	}
	fmt.Println(calibrate.Options{Confidence: 95, Unit: "Lesson"}.Check())
	// Output:
	// exact 0.75 false
	// two_apart 0.05 true
	// unit "Lesson" is none of ["item" "lesson"]
	// a confidence of 95 is not between 0.5 and 0.999
}
