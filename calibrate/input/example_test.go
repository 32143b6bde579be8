package input_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input"
)

// A file is recognized, read, and handed to the analysis.
func Example() {
	reading, err := input.Read(context.Background(), []string{"../../testdata/samples/walkthrough.csv"}, input.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	study := reading.Study()
	fmt.Println(study.Layout, study.Table.Ratings(), "ratings by", len(study.Table.Raters()), "raters")
	// Output:
	// long 84 ratings by 9 raters
}
