package source

import (
	"unicode"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// looksMacRoman reports whether bytes that are not UTF-8 make better text as
// MacRoman than as Windows-1252. Both can be read from any bytes, so the
// letters and marks around each accented one decide: an é stands beside
// letters, a Õ does not stand in the middle of "donÕt". In doubt it is
// Windows-1252.
func looksMacRoman(b []byte) bool {
	head := b[:min(len(b), 1<<20)]
	return plausibility(head, charmap.Macintosh) > plausibility(head, charmap.Windows1252)
}

// plausibility sums how well each character beyond ASCII fits its neighbours.
func plausibility(b []byte, e encoding.Encoding) int {
	text, _ := transform(b, e)
	runes := []rune(text)
	sum := 0
	for i, r := range runes {
		if r < 0x80 {
			continue
		}
		before, after := ' ', ' '
		if i > 0 {
			before = runes[i-1]
		}
		if i+1 < len(runes) {
			after = runes[i+1]
		}
		sum += fit(before, r, after)
	}
	return sum
}

// fit scores one character between two others.
func fit(before, r, after rune) int {
	switch {
	case r == unicode.ReplacementChar || unicode.IsControl(r):
		return -3
	case unicode.IsLower(r) && unicode.IsLetter(r):
		if unicode.IsLetter(before) || unicode.IsLetter(after) {
			return 2
		}
		return -1
	case unicode.IsUpper(r):
		if unicode.IsLower(before) || !unicode.IsLetter(after) {
			return -2
		}
		return 1
	case r == '’' || r == '‘' || r == '“' || r == '”' || r == '…' || r == '–' || r == '—':
		return 2
	case r == '\u00a0' || r == '•' || r == '½' || r == '°' || r == '¿' || r == '¡' || r == '«' || r == '»' || r == '„':
		return 1
	}
	return -1
}
