package document

import (
	"slices"
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
func Clean(s string) string {
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

// clean returns the document with clean texts. Every format starts with it:
// no section need think of what a file can hold.
func (d Document) Clean() Document {
	d.Title, d.Subtitle, d.Notice, d.Footer = Clean(d.Title), Clean(d.Subtitle), Clean(d.Notice), Clean(d.Footer)
	d.Reading = Clean(d.Reading)
	d.Beside = slices.Clone(d.Beside)
	for i := range d.Beside {
		d.Beside[i].Document = d.Beside[i].Document.Clean()
	}
	d.Sections = slices.Clone(d.Sections)
	for i, s := range d.Sections {
		blocks := make([]Block, len(s.Blocks))
		for k, b := range s.Blocks {
			blocks[k] = cleaned(b)
		}
		d.Sections[i].Title, d.Sections[i].Blocks = Clean(s.Title), blocks
	}
	return d
}

// cleaned returns a block whose texts are clean.
func cleaned(b Block) Block {
	switch b := b.(type) {
	case Paragraph:
		// A paragraph's own line breaks are meant.
		b.Text = strings.Join(cleanAll(Lines(b.Text)), "\n")
		return b
	case List:
		b.Items = cleanAll(b.Items)
		return b
	case Table:
		return b.clean()
	case Shifts:
		return b.clean()
	case Curves:
		return b.clean()
	case Ruler:
		return b.clean()
	case LineCharts:
		return b.clean()
	}
	return b
}

// clean returns the table with clean texts.
func (t Table) clean() Table {
	t.Caption = Clean(t.Caption)
	t.Columns = slices.Clone(t.Columns)
	for i, c := range t.Columns {
		t.Columns[i].Title, t.Columns[i].About = Clean(c.Title), Clean(c.About)
	}
	t.Rows = slices.Clone(t.Rows)
	for i, row := range t.Rows {
		t.Rows[i].Cells = slices.Clone(row.Cells)
		for k, c := range row.Cells {
			if text, ok := c.(Text); ok {
				t.Rows[i].Cells[k] = Text(Clean(string(text)))
			}
		}
	}
	return t
}

// cleanAll returns the texts clean.
func cleanAll(texts []string) []string {
	list := make([]string, len(texts))
	for i, s := range texts {
		list[i] = Clean(s)
	}
	return list
}

// Lines are the lines of a paragraph.
func Lines(text string) []string { return strings.Split(text, "\n") }
