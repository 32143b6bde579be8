// Package reshape rewrites what sheets say in a shape of its own into columns
// that layouts know: who rated above the table, a box for each level, a column
// of names beside each column of scores, a unit in every cell.
package reshape

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A Change says what was rewritten; rows and columns are positions in the
// sheet, -1 for the whole.
type Change struct {
	Row, Column int
	Text        string
}

// A shape is one way to say things, and how it is rewritten: nil where a sheet
// does not have it.
type shape struct {
	name    string
	rewrite func(*source.Sheet) (*source.Sheet, []Change)
}

// shapes are all that are known, in the order in which they are looked for.
var shapes = []shape{
	{"ratings", ratings},
	{"preamble", preamble},
	{"names", personNames},
	{"fill", fillDown},
	{"boxes", boxes},
	{"pairs", pairs},
	{"units", units},
	{"tallies", tallies},
	{"patterns", patterns},
}

// Apply rewrites a sheet. The sheet itself is not changed.
func Apply(s *source.Sheet) (*source.Sheet, []Change) {
	var all []Change
	for _, shape := range shapes {
		if out, changes := shape.rewrite(s); out != nil {
			s, all = out, append(all, changes...)
		}
	}
	return s, all
}

// copyOf returns a sheet with rows of its own; merged ranges and marks stay
// where rows do.
func copyOf(s *source.Sheet) *source.Sheet {
	out := *s
	out.Rows = slices.Clone(s.Rows)
	return &out
}

// set writes a cell of a row that is shared with another sheet.
func set(s *source.Sheet, row, column int, text string) {
	cells := slices.Clone(s.Rows[row].Cells)
	for len(cells) <= column {
		cells = append(cells, "")
	}
	cells[column] = text
	s.Rows[row].Cells = cells
}

// words returns a text in its words with a space between, folded; each text is
// cut once.
type words map[string]string

func (w words) of(text string) string {
	joined, ok := w[text]
	if !ok {
		joined = strings.Join(cell.Words(text), " ")
		w[text] = joined
	}
	return joined
}

// searched is how many rows at the top may stand before a header.
const searched = 30
