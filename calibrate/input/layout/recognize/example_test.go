package recognize_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
)

// The layouts are a list.
func Example() {
	for _, l := range recognize.Layouts[:2] {
		fmt.Println(l.ID, "-", l.Title)
	}
	// Output:
	// long - one row a rating
	// google_forms - a Google form's sheet
}
