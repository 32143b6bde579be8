package cell_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A cell is a level, its label, or a word for none.
func Example() {
	fmt.Println(cell.Fold("  Not\u00a0Observed "), cell.IsNotSeen("Not observed"))
	fmt.Println(cell.Lex("3 - Proficient", false).Value, cell.Lex("3 - Proficient", false).Label)
	// Output:
	// not observed true
	// 3 Proficient
}
