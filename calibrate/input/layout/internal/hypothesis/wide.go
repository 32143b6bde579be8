package hypothesis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Wide is a row for each rater, or for each rater and lesson, and a
// column for each indicator.
var Wide = Layout{
	ID: WideID, Title: "raters as rows, indicators as columns",
	Read: readWide,
}

func readWide(f *column.Frame) *Reading {
	r := &Reading{Why: "each row is of one rater, each column of scores an indicator"}
	r.Scores = f.Scores(isRowKey)
	if len(r.Scores) == 0 {
		return nil
	}
	taken := takenBy(r.Scores)
	for i := range f.Columns {
		if c := &f.Columns[i]; c.Role == layout.Indicator || !c.Scoring && f.Surely(i, layout.Indicator) && c.Role == "" && !c.Counts {
			n, _ := c.Naming(layout.Indicator)
			r.indicator = max(r.indicator, n.Sure, column.Yes(c.Role == layout.Indicator))
			taken[i] = true
		}
	}
	whoAndWhich(f, r, taken)
	amongKeys(f, r)
	nameHeads(f, r)
	if len(r.Scores) == 1 {
		if indicatorOfTwo(f, r); len(r.Keys.Indicator) > 0 {
			r.Facets[0].Indicator = ""
		}
	}
	return r
}

// amongKeys takes out of the scores the columns that stand among those which say
// who rated what, ahead of most scores, and hold one number for each lesson:
// they describe it.
func amongKeys(f *column.Frame, r *Reading) {
	last := -1
	for _, i := range r.Keys.All() {
		last = max(last, i)
	}
	behind := 0
	for _, i := range r.Scores {
		behind += int(column.Yes(i > last))
	}
	if behind < 2 || behind*2 <= len(r.Scores) {
		return
	}
	r.Scores = slices.DeleteFunc(r.Scores, func(i int) bool {
		c := &f.Columns[i]
		return i < last && !c.User && header.LooksItem(c.Text) < 0.7 && (c.Constant() || f.Determines(r.Keys.Lesson, i))
	})
}

// nameHeads reads the headers of the scores as indicators, and lessons where no
// column names them.
func nameHeads(f *column.Frame, r *Reading) {
	r.Facets, r.Scales, r.Asked = indicatorHeads(f, r.Scores, len(r.Keys.Lesson) > 0 || f.Facets.Lesson != "")
}

// isRowKey reports whether a column names what its row is of, and is no score,
// in a sheet whose columns are indicators.
func isRowKey(c *column.Column) bool {
	if len(c.Named) == 0 || c.Split || header.LooksItem(c.Text) >= 0.9 {
		return false
	}
	n := c.Named[0]
	switch n.Field {
	case layout.Score, layout.Reason:
		return false
	case layout.Indicator:
		return n.Kind == header.ByID && n.Whole && n.Sure > 0.8
	}
	return n.Sure >= 0.6 && (n.Whole || n.Kind == header.ByID || c.Numbers == 0 && !c.Coded())
}
