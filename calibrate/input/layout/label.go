package layout

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A label is a column's header, in its parts where it has parts: the question
// and the line of a grid, the banner and the header, the lesson and the
// indicator.
type label struct {
	index        int
	header       string // as messages show it
	text         string
	outer, inner string // inner is empty where there is one part only
	field        Field  // known from the export's own columns
	split        bool   // the parts stood apart in the export
	banner       bool   // the outer part is a row of its own above the header
}

// bracketed cuts "Question [line]" into its parts.
func bracketed(text string) (outer, inner string, ok bool) {
	text = cell.Clean(text)
	if !strings.HasSuffix(text, "]") {
		return "", "", false
	}
	i := strings.LastIndex(text, "[")
	if i <= 0 {
		return "", "", false
	}
	outer, inner = cell.Clean(text[:i]), cell.Clean(text[i+1:len(text)-1])
	return outer, inner, outer != "" && inner != ""
}

// newLabel returns the label of a header cell.
func newLabel(index int, text string) label {
	l := label{index: index, header: cell.Clean(text), text: cell.Clean(text)}
	if outer, inner, ok := bracketed(text); ok {
		l.outer, l.inner, l.split = outer, inner, true
	}
	return l
}

// ColumnName names a column in messages: its header, or its letter.
func ColumnName(header string, index int) string {
	if header = cell.Clean(header); header != "" {
		return header
	}
	return "column " + Letters(index)
}

// Letters returns a column's letters as spreadsheets show them: A, B, … AA.
func Letters(index int) string {
	s := ""
	for index >= 0 {
		s = string(rune('A'+index%26)) + s
		index = index/26 - 1
	}
	return s
}

// lastPart returns what stands behind the last separator of a header.
func lastPart(text string) string {
	for _, separator := range []string{" - ", " – ", ": "} {
		if i := strings.LastIndex(text, separator); i >= 0 {
			return text[i+len(separator):]
		}
	}
	return ""
}

// Shorten cuts a text to what a message can show.
func Shorten(s string) string {
	const limit = 60
	s = strings.Join(strings.Fields(s), " ")
	if runes := []rune(s); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return s
}
