package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// masterWords are what an answer key is surely called; others, such as Gold
// and Key, are names of people too.
var masterWords = wordSet(`master consensus adjudicated resolved agreed goldstandard answerkey groundtruth reconciled`)

// jointly are words for those who agreed on an answer key.
var jointly = wordSet(`group team panel committee district state our joint final whole everyone all`)

// masterName reports whether a name is that of an answer key and of nobody.
func masterName(s string) bool {
	tokens := joinPairs(headerTokens(s))
	if len(tokens) == 0 || len(tokens) > 4 {
		return false
	}
	surely := false
	for _, t := range tokens {
		known := masterWords[t]
		for _, m := range meanings()[t] {
			known = known || m.field == Master || m.field == Score || m.field == Rater && m.sure >= 0.6
		}
		known = known || jointly[t]
		if _, qualifies := qualifiers[t]; !known && !qualifies {
			return false
		}
		surely = surely || masterWords[t]
	}
	return surely
}

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
