package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// scoreColumn returns the column of the scores: the one that says so, else the
// only one that holds scores and says nothing else; -1 where there is none.
func scoreColumn(f *column.Frame, r *Reading) int {
	fits := func(c *column.Column) bool {
		n, _ := c.Naming(layout.Score)
		return !n.Whole || c.Counts || n.Sure < 0.95 && (c.Long*2 > c.Filled && c.Filled > 0 || c.Alone() && !c.Scoring && c.Filled > 8)
	}
	if named := f.Pick(layout.Score, 0.4, fits); len(named) > 0 {
		best := named[0]
		for _, i := range named[1:] { // what holds scores goes before what does not
			b, c := &f.Columns[best], &f.Columns[i]
			if !b.User && (!b.Scoring && c.Scoring || b.Scoring == c.Scoring && header.Derived(b.Text) && !header.Derived(c.Text)) {
				best = i
			}
		}
		n, _ := f.Columns[best].Naming(layout.Score)
		r.Score = n.Sure
		if f.Columns[best].Role == layout.Score {
			r.Score = 1
		}
		return best
	}
	var only []int
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Role == "" && c.Scoring && len(c.Named) == 0 {
			only = append(only, i)
		}
	}
	if len(only) == 1 && !f.Options.Names(layout.Score) {
		return only[0]
	}
	if len(only) == 0 && !f.Options.Names(layout.Score) {
		return onlyCodes(f, r)
	}
	return -1
}

// onlyCodes returns the one column of codes that says nothing else, where
// others surely name the rater and the lesson; -1 for none.
func onlyCodes(f *column.Frame, r *Reading) int {
	rater, lesson, found := false, false, -1
	for i := range f.Columns {
		c := &f.Columns[i]
		n, _ := c.Naming(layout.Lesson)
		rater, lesson = rater || f.Surely(i, layout.Rater), lesson || n.Whole && n.Sure > 0.6 || c.Role == layout.Lesson
		if c.Role == "" && !c.User && c.Coded() && len(c.Distinct) > 1 && (len(c.Named) == 0 || c.Named[0].Sure < 0.6) {
			if found >= 0 {
				return -1
			}
			found = i
		}
	}
	if !rater || !lesson || found < 0 {
		return -1
	}
	r.Score = 0.7
	return found
}

// severalScores reports whether the user named several columns of scores.
func severalScores(f *column.Frame) bool {
	n := 0
	for i := range f.Columns {
		if f.Columns[i].Role == layout.Score {
			n++
		}
	}
	return n > 1
}

// lacksScore reports whether columns name the rater and the lesson, and none
// holds scores: one of the others has to.
func lacksScore(f *column.Frame, score int) bool {
	if score >= 0 || len(f.Scores(isRowKey)) > 0 {
		return false
	}
	rater, lesson, numbers := false, false, false
	for i := range f.Columns {
		c := &f.Columns[i]
		rater, lesson = rater || f.Surely(i, layout.Rater), lesson || f.Surely(i, layout.Lesson)
		numbers = numbers || c.Counts && !c.More && c.Role == ""
	}
	return rater && lesson && numbers
}

// underBanners reports whether a column stands with others of the same header
// under banners of their own: then it is of one indicator or rater only.
func underBanners(f *column.Frame, i int) bool {
	c := &f.Columns[i]
	for k := range f.Columns {
		o := &f.Columns[k]
		if c.Banner && o.Banner && !c.User && o.Text == c.Text && o.Outer != c.Outer {
			return true
		}
	}
	return false
}
