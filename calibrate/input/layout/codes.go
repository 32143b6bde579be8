package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// shareCodes makes scores of columns that share a few words: codes, or levels
// that no scale knows.
func shareCodes(f *frame) {
	with := map[string]int{}
	var coded []int
	for i := range f.columns {
		c := &f.columns[i]
		if c.role != "" || c.counts || c.scoring && c.numbers > 0 || !c.coded() || len(c.distinct) < 1 {
			continue
		}
		if len(c.named) > 0 && c.named[0].whole && c.named[0].field != Score && looksItem(c.text) < 0.9 && c.named[0].sure > 0.7 {
			continue
		}
		coded = append(coded, i)
		for word := range c.distinct {
			with[cell.Fold(word)]++
		}
	}
	for _, i := range coded {
		c := &f.columns[i]
		shared := 0
		for word := range c.distinct {
			if with[cell.Fold(word)] > 1 {
				shared++
			}
		}
		if shared*2 >= len(c.distinct) && shared > 0 {
			c.scoring = true
		}
	}
}
