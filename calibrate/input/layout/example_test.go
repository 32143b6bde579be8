package layout_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// What a user says of a column is a choice.
func ExampleOptions_Chosen() {
	o := layout.Options{Columns: []layout.Choice{{Field: layout.Rater, Headers: []string{"@B"}}}}
	fmt.Println(o.Chosen(1, "Visited by"))
	// Output:
	// rater true
}
