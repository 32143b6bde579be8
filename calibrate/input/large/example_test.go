package large_test

import (
	"errors"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/settings"
)

// A small file is left to the careful reading.
func Example() {
	_, err := large.Open("../../../testdata/samples/walkthrough.csv", &settings.Options{})
	fmt.Println(errors.Is(err, large.ErrCareful))
	fmt.Println(large.Odd{Why: "its columns are rewritten first"})
	// Output:
	// true
	// to be read with care: its columns are rewritten first
}
