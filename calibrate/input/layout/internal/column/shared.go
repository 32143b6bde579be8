package column

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// shareCodes makes scores of columns that share a few words: codes, or levels
// that no scale knows.
func shareCodes(f *Frame) {
	with := map[string]int{}
	var coded []int
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Role != "" || c.Counts || c.Scoring && c.Numbers > 0 || !c.Coded() || len(c.Distinct) < 1 {
			continue
		}
		if c.Surest().Whole && c.Surest().Field != layout.Score && header.LooksItem(c.Text) < 0.9 && c.Surest().Sure > 0.7 {
			continue
		}
		coded = append(coded, i)
		for word := range c.Distinct {
			with[cell.Fold(word)]++
		}
	}
	for _, i := range coded {
		c := &f.Columns[i]
		shared := 0
		for word := range c.Distinct {
			if with[cell.Fold(word)] > 1 {
				shared++
			}
		}
		if shared*2 >= len(c.Distinct) && shared > 0 {
			c.Scoring = true
		}
	}
}
