package layout

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// contingencyLayout is a table of two raters: a row for each level that the
// one gave, a column for each that the other gave, and how many items they
// rated so.
var contingencyLayout = Layout{
	ID: contingencyID, Title: "a contingency table of two raters",
	read: readContingency,
}

func readContingency(f *frame) *reading {
	if f.form {
		return nil
	}
	rows, columns := crossedLevels(f)
	if len(columns) < 2 {
		return nil
	}
	r := &reading{why: "its rows and columns are the same levels and its cells are counts"}
	b := Block{Rows: rows, Crossed: true}
	for i := range f.columns {
		c := &f.columns[i]
		x := Column{Index: c.index, Header: ColumnName(c.header, c.index), Field: LeftOut, Reason: -1, Why: "no level"}
		switch {
		case i == 0:
			x.Field, x.Why = Ignored, "the levels of the first rater"
		case columns[c.index]:
			x.Field, x.Facets.Score, x.Why = Score, c.text, "how many items the second rater gave this level"
			b.Levels = append(b.Levels, c.text)
		}
		b.Columns = append(b.Columns, x)
	}
	r.block = b
	r.signs = []Sign{{"crossed", 8, "the levels in the header stand again before the rows"}}
	r.doubts = []Doubt{{Row: -1, Code: "counts", Text: "a table of two raters: the items are numbered anew"}}
	return r
}

// crossed returns the rows and columns of a table of two raters: the levels
// in the header stand again before the rows, and the cells are counts. There
// are none where the frame is something else.
func crossedLevels(f *frame) (rows []int, columns map[int]bool) {
	columns = map[int]bool{}
	levels := map[string]bool{}
	for i := 1; i < len(f.columns); i++ {
		if text := f.columns[i].text; isLevel(f.table, text) && !levels[cell.Fold(text)] {
			columns[f.columns[i].index] = true
			levels[cell.Fold(text)] = true
		}
	}
	if len(levels) < 2 || len(f.rows) > len(levels)+3 {
		return nil, nil
	}
	met := map[string]bool{}
	for _, i := range f.rows {
		if label := cell.Fold(f.sheet.At(i, 0)); levels[label] && !met[label] {
			met[label] = true
			rows = append(rows, i)
		} else if !IsSummary(label) {
			return nil, nil
		}
	}
	for c := range columns {
		if !allCounts(f.table, rows, c) {
			return nil, nil
		}
	}
	if len(rows) != len(levels) {
		return nil, nil
	}
	return slices.Clip(rows), columns
}
