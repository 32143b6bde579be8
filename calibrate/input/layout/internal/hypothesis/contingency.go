package hypothesis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Contingency is a table of two raters: a row for each level that the
// one gave, a column for each that the other gave, and how many items they
// rated so.
var Contingency = Layout{
	ID: ContingencyID, Title: "a contingency table of two raters",
	Read: readContingency,
}

func readContingency(f *column.Frame) *Reading {
	if f.Form {
		return nil
	}
	rows, columns := crossedLevels(f)
	if len(columns) < 2 {
		return nil
	}
	r := &Reading{Why: "its rows and columns are the same levels and its cells are counts"}
	b := layout.Block{Rows: rows, Crossed: true}
	for i := range f.Columns {
		c := &f.Columns[i]
		x := layout.Column{Index: c.Index, Header: layout.ColumnName(c.Header, c.Index), Field: layout.LeftOut, Reason: -1, Why: "no level"}
		switch {
		case i == 0:
			x.Field, x.Why = layout.Ignored, "the levels of the first rater"
		case columns[c.Index]:
			x.Field, x.Facets.Score, x.Why = layout.Score, c.Text, "how many items the second rater gave this level"
			b.Levels = append(b.Levels, c.Text)
		}
		b.Columns = append(b.Columns, x)
	}
	r.Block = b
	r.Signs = []layout.Sign{{Name: "crossed", Weight: 8, Text: "the levels in the header stand again before the rows"}}
	r.Doubts = []layout.Doubt{{Row: -1, Code: "counts", Text: "a table of two raters: the items are numbered anew"}}
	return r
}

// crossedLevels returns the rows and columns of a table of two raters: the levels
// in the header stand again before the rows, and the cells are counts. There
// are none where the frame is something else.
func crossedLevels(f *column.Frame) (rows []int, columns map[int]bool) {
	columns = map[int]bool{}
	levels := map[string]bool{}
	for i := 1; i < len(f.Columns); i++ {
		if text := f.Columns[i].Text; isLevel(f.Table, text) && !levels[cell.Fold(text)] {
			columns[f.Columns[i].Index] = true
			levels[cell.Fold(text)] = true
		}
	}
	if len(levels) < 2 || len(f.Rows) > len(levels)+3 {
		return nil, nil
	}
	met := map[string]bool{}
	for _, i := range f.Rows {
		if label := cell.Fold(f.Sheet.At(i, 0)); levels[label] && !met[label] {
			met[label] = true
			rows = append(rows, i)
		} else if !header.IsSummary(label) {
			return nil, nil
		}
	}
	for c := range columns {
		if !allCounts(f.Table, rows, c) {
			return nil, nil
		}
	}
	if len(rows) != len(levels) {
		return nil, nil
	}
	return slices.Clip(rows), columns
}
