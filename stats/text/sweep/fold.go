package sweep

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns a written word as names are compared: in lower case, without
// accents, apostrophes, marks that do not show, and digits at its end.
func fold(w string) string {
	if !ascii(w) {
		w = strings.Map(func(r rune) rune {
			if unicode.In(r, unicode.Mn, unicode.Cf) {
				return -1
			}
			return r
		}, norm.NFKD.String(w))
	}
	w = strings.ToLower(strings.TrimRight(w, "0123456789_"))
	return strings.Map(func(r rune) rune {
		if r == '\'' || r == '’' || r == '_' {
			return -1
		}
		return r
	}, w)
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}
