package parallel_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/parallel"
)

// Work is done side by side; each part has a place of its own for its result.
func ExampleGroup() {
	squares := make([]int, 4)
	var group parallel.Group
	for i := range squares {
		group.Go(func() { squares[i] = i * i })
	}
	group.Wait()
	fmt.Println(squares)
	// Output: [0 1 4 9]
}
