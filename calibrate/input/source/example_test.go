package source_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// The delimiter is found out; cells are texts.
func Example() {
	r := source.Parse("ratings.csv", []byte("rater;score\nA;2,5\n"), source.Options{})
	for _, sheet := range r.Sheets {
		for _, row := range sheet.Rows {
			fmt.Printf("%q\n", row.Cells)
		}
	}
	// Output:
	// ["rater" "score"]
	// ["A" "2,5"]
}
