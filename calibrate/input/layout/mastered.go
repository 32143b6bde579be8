package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// masterRows finds the rows of an answer key among those of the raters: one
// that is called so, beside two raters or more.
func masterRows(f *frame, b *Block, r *reading) {
	if r.across || len(r.keys.rater) == 0 || len(r.master) > 0 || f.form {
		return
	}
	c := &f.columns[r.keys.rater[0]]
	var names []string
	for text := range c.distinct {
		if masterName(text) {
			names = append(names, text)
		}
	}
	if len(names) != 1 || len(c.distinct) < 3 {
		return
	}
	b.MasterRows = map[int]bool{}
	for _, row := range b.Rows {
		if cell.Fold(f.sheet.At(row, c.index)) == cell.Fold(names[0]) {
			b.MasterRows[row] = true
		}
	}
}
