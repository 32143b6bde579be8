package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestWord is what people's formats show of a word without spaces. JSON
// and CSV hold it whole.
const longestWord = 80

// clean makes a text from a file safe to show anywhere: control characters
// (a terminal's escapes among them) become a visible mark, the marks that
// turn the direction of what follows are dropped, and endless words are cut.
func clean(s string) string {
	if isClean(s) {
		return s
	}
	var b strings.Builder
	word := 0
	for _, r := range s {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			b.WriteByte(' ')
			word = 0
			continue
		case isDirection(r):
			continue
		case unicode.IsControl(r):
			r = utf8.RuneError
		}
		if word++; unicode.IsSpace(r) {
			word = 0
		}
		switch {
		case word < longestWord:
			b.WriteRune(r)
		case word == longestWord:
			b.WriteRune('…')
		}
	}
	return b.String()
}

// isClean reports whether there is nothing to do, as there mostly is not. A
// line break between the lines of a paragraph is not clean: see lines.
func isClean(s string) bool {
	word := 0
	for i := range len(s) {
		if c := s[i]; c < ' ' || c >= 0x7f {
			return false
		}
		if word++; s[i] == ' ' {
			word = 0
		}
		if word >= longestWord {
			return false
		}
	}
	return true
}

// isDirection reports whether a character changes the direction of the text
// that follows it.
func isDirection(r rune) bool {
	switch {
	case r == '\u061c', r == '\u200e', r == '\u200f', r == '\ufeff':
		return true
	case r >= '\u202a' && r <= '\u202e', r >= '\u2066' && r <= '\u2069':
		return true
	}
	return false
}

// cleaned returns a block whose texts are clean.
func cleaned(b Block) Block {
	switch b := b.(type) {
	case Paragraph:
		// A paragraph's own line breaks are meant.
		lines := strings.Split(b.Text, "\n")
		for i := range lines {
			lines[i] = clean(lines[i])
		}
		b.Text = strings.Join(lines, "\n")
		return b
	case List:
		for i := range b.Items {
			b.Items[i] = clean(b.Items[i])
		}
	case Table:
		b.Caption = clean(b.Caption)
		for i := range b.Columns {
			b.Columns[i].Title = clean(b.Columns[i].Title)
			b.Columns[i].About = clean(b.Columns[i].About)
		}
		for _, row := range b.Rows {
			for i, c := range row.Cells {
				if text, ok := c.(Text); ok {
					row.Cells[i] = Text(clean(string(text)))
				}
			}
		}
		return b
	}
	return b
}
