package cell

import (
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// invisible reports whether r is one of the marks without width that word
// processors and exports leave behind.
func invisible(r rune) bool {
	switch r {
	case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return false
}

// IsSpace reports whether r is white space or a mark without width.
func IsSpace(r rune) bool { return invisible(r) || unicode.IsSpace(r) }

// Clean returns a name with the space around it gone and that within it
// single, without marks that nobody sees, its accents in composed form. Case
// stays.
func Clean(s string) string {
	if tidy(s) {
		return s
	}
	seen := strings.Map(func(r rune) rune {
		if invisible(r) {
			return -1
		}
		return r
	}, norm.NFC.String(s))
	return strings.Join(strings.Fields(seen), " ")
}

// tidy reports whether s is plain ASCII with single spaces within.
func tidy(s string) bool {
	space := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			if space {
				return false
			}
			space = true
		case c < ' ' || c >= 0x7f:
			return false
		default:
			space = false
		}
	}
	return !space || s == ""
}

// Fold returns the key under which two spellings of a name are the same:
// clean and without case.
func Fold(s string) string {
	s = Clean(s)
	for i := range len(s) {
		if s[i] >= 0x80 {
			return cases.Fold().String(s)
		}
	}
	return strings.ToLower(s)
}

// Words returns the words of a header: letters and digits, folded.
func Words(s string) []string {
	return strings.FieldsFunc(Fold(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
}

// TidyText returns a text with its lines ending in LF.
func TidyText(s string) string {
	if strings.IndexByte(s, '\r') < 0 {
		return s
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}
