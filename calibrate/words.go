package calibrate

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// smallNumbers are the numbers that people write out.
var smallNumbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}

// countWords writes a number, a small one in words, and its noun.
func countWords(n int, noun string) string {
	if n >= 0 && n < len(smallNumbers) {
		return smallNumbers[n] + " " + plural(n, noun, noun+"s")
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// capital returns s with its first letter in upper case.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
