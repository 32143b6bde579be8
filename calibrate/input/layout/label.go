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
