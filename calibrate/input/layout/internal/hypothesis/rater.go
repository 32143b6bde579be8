package hypothesis

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// chooseRater finds the column that names the rater: the surest of those that
// are named so; among several for the same people, their names.
func chooseRater(f *column.Frame, least float64, taken map[int]bool) (int, float64) {
	named := f.Pick(layout.Rater, least, func(c *column.Column) bool {
		n, _ := c.Naming(layout.Rater)
		p := c.Pos
		return taken[p] || c.Long*2 > c.Filled && c.Filled > 0 || !n.Whole && c.HoldsScores() ||
			n.Kind == header.Plain && c.Scoring && c.Numbers > 0 && c.Decimals > 0
	})
	if len(named) == 0 {
		return -1, 0
	}
	best := named[0]
	if c := &f.Columns[best]; c.Filled == 0 && len(f.Rows) > 0 && !c.User && !f.Form {
		return -1, 0
	}
	n, _ := f.Columns[best].Naming(layout.Rater)
	sure := n.Sure
	if f.Columns[best].Role == layout.Rater {
		sure = 1
	}
	if f.Options.Names(layout.Rater) || f.Form {
		return best, sure
	}
	for _, i := range named[1:] {
		m, _ := f.Columns[i].Naming(layout.Rater)
		if m.Sure > sure-0.3 && f.Columns[i].Filled > 0 && f.OneToOne(best, i) && kindRank(f, i) < kindRank(f, best) {
			best = i
		}
	}
	return best, sure
}

// kindRank orders columns for the same people: names, addresses, initials, ids.
func kindRank(f *column.Frame, i int) int {
	c := &f.Columns[i]
	n, _ := c.Naming(layout.Rater)
	switch {
	case c.Emails*2 > c.Filled:
		return 2
	case n.Kind == header.ByName:
		return 0
	case n.Kind == header.ByInitials:
		return 3
	case c.Numbers*2 > c.Filled:
		return 4
	}
	return 1
}

// unnamedRater returns a column that is not named and whose cells look like
// people, among the first.
func unnamedRater(f *column.Frame, taken map[int]bool) (int, float64) {
	if f.Options.Names(layout.Rater) {
		return -1, 0
	}
	for i := range f.Columns[:min(len(f.Columns), 4)] {
		c := &f.Columns[i]
		if c.Scoring || c.Role == layout.Score {
			break
		}
		if c.Role != "" || taken[i] || c.Filled == 0 || c.Long > 0 || c.User {
			continue
		}
		known := c.Surest().Whole && c.Surest().Sure > 0.5
		if people := LooksPeople(c); !known && (people > 0.6 || c.Text == "" && people > 0.3) {
			return i, people * 0.8
		}
	}
	return -1, 0
}

// LooksPeople returns how much the cells of a column look like people.
func LooksPeople(c *column.Column) float64 {
	total, n := 0.0, 0
	for text := range c.Distinct {
		total += header.LooksPerson(text)
		n++
	}
	if n == 0 {
		return 0
	}
	return total / float64(n)
}

// nobodyNamed says what it means that no column names the rater: nothing in a
// form, and of several sheets or files the names may say it.
func nobodyNamed(f *column.Frame, r *Reading) {
	switch {
	case f.Form:
		r.rater = 0.3 // each answer is somebody's
	case f.Options.Several:
		r.SheetRates = true
	default:
		r.Missing = append(r.Missing, layout.Rater)
	}
}

// isRaterHead reports whether a header surely names somebody who rates: by an
// office, a form of a name, or initials.
func isRaterHead(c *column.Column) bool {
	n, ok := c.Naming(layout.Rater)
	return ok && n.Sure >= 0.6 || header.PersonForm(c.Text) || header.IsEmail(c.Text) || header.Initials.MatchString(c.Text)
}
