package rating

import (
	"github.com/cb401426/calibrate/stats/parallel"
	"runtime"
)

// sideBySide calls f for 0 to n−1 at the same time.
func sideBySide(n int, f func(i int)) {
	var all parallel.Group
	for i := range n {
		all.Go(func() { f(i) })
	}
	all.Wait()
}

// manyRows is the number of rows from which on they are worked on in parts side
// by side.
const manyRows = 1 << 16

// inParts calls f for parts of the rows at the same time, for those from one to
// before another, and returns the results in their order.
func inParts[T any](rows int, f func(from, to int) T) []T {
	parts := 1
	if rows > manyRows {
		parts = runtime.GOMAXPROCS(0)
	}
	results := make([]T, parts)
	sideBySide(parts, func(part int) { results[part] = f(part*rows/parts, (part+1)*rows/parts) })
	return results
}

// marked returns which of size things the rows mark: mark sets those of the
// rows from one to before another.
func marked(rows, size int, mark func(from, to int, seen []bool)) []bool {
	parts := inParts(rows, func(from, to int) []bool {
		seen := make([]bool, size)
		mark(from, to, seen)
		return seen
	})
	for _, part := range parts[1:] {
		for i, yes := range part {
			parts[0][i] = parts[0][i] || yes
		}
	}
	return parts[0]
}
