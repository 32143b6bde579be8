package rating

import (
	"slices"
	"strings"
)

// CompareNatural orders names as people do: runs of digits by their value, so
// that "Lesson 2" stands before "Lesson 10", and all else by its bytes. Names
// that differ only in leading zeros are ordered by their bytes, so that only
// equal names compare equal.
func CompareNatural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		if isDigit(x[0]) && isDigit(y[0]) {
			var dx, dy string
			dx, x = cutDigits(x)
			dy, y = cutDigits(y)
			if len(dx) != len(dy) {
				return sign(len(dx) - len(dy))
			}
			if c := strings.Compare(dx, dy); c != 0 {
				return c
			}
			continue
		}
		if x[0] != y[0] {
			return sign(int(x[0]) - int(y[0]))
		}
		x, y = x[1:], y[1:]
	}
	if c := sign(len(x) - len(y)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// cutDigits cuts the leading digits off s and drops their leading zeros.
func cutDigits(s string) (digits, rest string) {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return strings.TrimLeft(s[:n], "0"), s[n:]
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// SortNatural returns names in natural order and where each stands there. It
// merges runs that are in order already, as those of a file mostly are.
func SortNatural(names []string) (sorted []string, at []int32) {
	order := make([]int32, len(names))
	for i := range order {
		order[i] = int32(i)
	}
	runs := []int{0}
	for i := 1; i < len(names); i++ {
		if CompareNatural(names[i-1], names[i]) > 0 {
			runs = append(runs, i)
		}
	}
	mergeRuns(names, order, slices.Clone(order), append(runs, len(names)))
	sorted, at = make([]string, len(names)), make([]int32, len(names))
	for i, name := range order {
		sorted[i] = names[name]
		at[name] = int32(i)
	}
	return sorted, at
}

// severalRuns is the number of runs from which on halves are merged side by
// side.
const severalRuns = 1 << 10

// mergeRuns puts the part of order that the runs' bounds span in order.
func mergeRuns(names []string, order, scratch []int32, bounds []int) {
	if len(bounds) < 3 {
		return
	}
	half := len(bounds) / 2
	left, right := bounds[:half+1], bounds[half:]
	if len(bounds) > severalRuns {
		sideBySide(2, func(i int) { mergeRuns(names, order, scratch, [][]int{left, right}[i]) })
	} else {
		mergeRuns(names, order, scratch, left)
		mergeRuns(names, order, scratch, right)
	}
	from, middle, to := bounds[0], bounds[half], bounds[len(bounds)-1]
	copy(scratch[from:to], order[from:to])
	a, b := scratch[from:middle], scratch[middle:to]
	for k := from; k < to; k++ {
		if len(b) == 0 || len(a) > 0 && CompareNatural(names[a[0]], names[b[0]]) <= 0 {
			order[k], a = a[0], a[1:]
		} else {
			order[k], b = b[0], b[1:]
		}
	}
}
