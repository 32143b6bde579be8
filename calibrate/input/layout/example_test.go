package layout_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// The layouts are a list.
func Example() {
	for _, l := range layout.Layouts[:2] {
		fmt.Println(l.ID, "-", l.Title)
	}
	fmt.Println(layout.IsEmail("jo@example.org"), layout.HasDigit("Indicator 2b"))
	// Output:
	// long - one row a rating
	// google_forms - a Google form's sheet
	// true true
}
