package spelling_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/stats/rating"
)

// What is written for people reads back as it was.
func Example() {
	fmt.Println(spelling.Level(rating.Level{Value: 3, Label: "Proficient"}))
	fmt.Println(spelling.Harmless("=SUM(A1:A9)"), spelling.Harmless("-9"))
	fmt.Println(spelling.Nearest("kansa", []string{"district", "naep", "kansas"}))
	// Output:
	// 3 - Proficient
	// '=SUM(A1:A9) -9
	// kansas
}
