package main

import (
	"strings"
	"unicode"
)

// safe makes a message safe to show on a terminal, whatever of the data is in
// it: control characters, a terminal's escapes among them, become a visible
// mark, and what turns the direction of the text is dropped.
func safe(message string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return r
		case unicode.Is(unicode.Bidi_Control, r):
			return -1
		case unicode.IsControl(r):
			return unicode.ReplacementChar
		case r == '\u2028' || r == '\u2029': // ends of lines to some terminals
			return ' '
		}
		return r
	}, strings.ToValidUTF8(message, "\ufffd"))
}
