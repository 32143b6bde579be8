package layout

import "slices"

// wideLayout is a row for each rater, or for each rater and lesson, and a
// column for each indicator.
var wideLayout = Layout{
	ID: wideID, Title: "raters as rows, indicators as columns",
	read: readWide,
}

func readWide(f *frame) *reading {
	r := &reading{why: "each row is of one rater, each column of scores an indicator"}
	r.scores = f.scores(isRowKey)
	if len(r.scores) == 0 {
		return nil
	}
	taken := takenBy(r.scores)
	for i := range f.columns {
		if c := &f.columns[i]; c.role == Indicator || !c.scoring && f.surely(i, Indicator) && c.role == "" && !c.counts {
			n, _ := c.naming(Indicator)
			r.indicator = max(r.indicator, n.sure, yes(c.role == Indicator))
			taken[i] = true
		}
	}
	whoAndWhich(f, r, taken)
	amongKeys(f, r)
	nameHeads(f, r)
	if len(r.scores) == 1 {
		if indicatorOfTwo(f, r); len(r.keys.indicator) > 0 {
			r.facets[0].Indicator = ""
		}
	}
	return r
}

// amongKeys takes out of the scores the columns that stand among those which say
// who rated what, ahead of most scores, and hold one number for each lesson:
// they describe it.
func amongKeys(f *frame, r *reading) {
	last := -1
	for _, i := range r.keys.all() {
		last = max(last, i)
	}
	behind := 0
	for _, i := range r.scores {
		behind += int(yes(i > last))
	}
	if behind < 2 || behind*2 <= len(r.scores) {
		return
	}
	r.scores = slices.DeleteFunc(r.scores, func(i int) bool {
		c := &f.columns[i]
		return i < last && !c.user && looksItem(c.text) < 0.7 && (c.constant() || f.determines(r.keys.lesson, i))
	})
}

// nameHeads reads the headers of the scores as indicators, and lessons where no
// column names them.
func nameHeads(f *frame, r *reading) {
	r.facets, r.scales = indicatorHeads(f, r.scores, len(r.keys.lesson) > 0 || f.facets.Lesson != "")
}

// isRowKey reports whether a column names what its row is of, and is no score,
// in a sheet whose columns are indicators.
func isRowKey(c *column) bool {
	if len(c.named) == 0 || c.split || looksItem(c.text) >= 0.9 {
		return false
	}
	n := c.named[0]
	switch n.field {
	case Score, Reason:
		return false
	case Indicator:
		return n.kind == byID && n.whole && n.sure > 0.8
	}
	return n.sure >= 0.6 && (n.whole || n.kind == byID || c.numbers == 0 && !c.coded())
}
