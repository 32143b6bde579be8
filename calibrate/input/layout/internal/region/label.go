package region

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// A Label is a column's header, in its parts where it has parts: the question
// and the line of a grid, the banner and the header, the lesson and the
// indicator.
type Label struct {
	Index        int
	Header       string // as messages show it
	Text         string
	Outer, Inner string       // inner is empty where there is one part only
	Field        layout.Field // known from the export's own columns
	Split        bool         // the parts stood apart in the export
	Banner       bool         // the outer part is a row of its own above the header
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

// NewLabel returns the label of a header cell.
func NewLabel(index int, text string) Label {
	text = strings.Clone(cell.Clean(text)) // which outlives its sheet
	l := Label{Index: index, Header: text, Text: text}
	if outer, inner, ok := bracketed(text); ok {
		l.Outer, l.Inner, l.Split = outer, inner, true
	}
	return l
}
