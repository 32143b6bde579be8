package rating

import "strings"

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
