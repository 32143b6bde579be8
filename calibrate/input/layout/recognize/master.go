package recognize

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/hypothesis"
)

// masterRows finds the rows of an answer key among those of the raters: one
// that is called so, beside two raters or more.
func masterRows(f *column.Frame, b *layout.Block, r *hypothesis.Reading) {
	if r.Across || len(r.Keys.Rater) == 0 || len(r.Master) > 0 || f.Form {
		return
	}
	c := &f.Columns[r.Keys.Rater[0]]
	var names []string
	for text := range c.Distinct {
		if header.MasterName(text) {
			names = append(names, text)
		}
	}
	if len(names) != 1 || len(c.Distinct) < 3 {
		return
	}
	b.MasterRows = map[int]bool{}
	for _, row := range b.Rows {
		if cell.Fold(f.Sheet.At(row, c.Index)) == cell.Fold(names[0]) {
			b.MasterRows[row] = true
		}
	}
}
