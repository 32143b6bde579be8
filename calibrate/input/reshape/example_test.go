package reshape_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/reshape"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// Two columns of a name become one.
func ExampleApply() {
	sheet := &source.Sheet{Rows: []source.Row{
		{Cells: []string{"First name", "Last name", "3b", "3d"}},
		{Cells: []string{"Ana", "Ruiz", "3", "2"}},
		{Cells: []string{"Bo", "Lee", "3", "4"}},
	}}
	rewritten, changes := reshape.Apply(sheet)
	for _, row := range rewritten.Rows {
		fmt.Printf("%q\n", row.Cells)
	}
	fmt.Println(changes[0].Text)
	// Output:
	// ["Name" "" "3b" "3d"]
	// ["Ana Ruiz" "" "3" "2"]
	// ["Bo Lee" "" "3" "4"]
	// first and last name are one: "Name"
}
