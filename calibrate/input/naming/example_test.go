package naming_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/naming"
)

// Spellings that differ in case and space alone have one code; others are only
// offered as one.
func Example() {
	var set naming.Set
	fmt.Println(set.Code("Lesson 1"), set.Code("lesson  1"), set.Code("Lesson 01"))
	fmt.Println(naming.NearPairs(set.Names()))
	fmt.Println(naming.Like("Ana Ortiz", "ortiz, a."))
	// Output:
	// 0 0 1
	// [[Lesson 01 Lesson 1]]
	// true
}
