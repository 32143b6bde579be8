package column

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
)

// A settling is a rule by which a column is what it is in every layout.
type settling struct {
	name   string
	settle func(*Frame, *Column) (layout.Field, string)
}

// settlings are all such rules; the first that speaks decides.
var settlings = []settling{
	{"empty", func(f *Frame, c *Column) (layout.Field, string) {
		if c.Filled == 0 && c.Text == "" && len(f.Rows) > 0 {
			return layout.Ignored, "it is empty"
		}
		return "", ""
	}},
	{"attention", func(_ *Frame, c *Column) (layout.Field, string) {
		if header.Attention.MatchString(c.Text) && !c.More && len(c.Distinct) <= mostCodes {
			return layout.Ignored, "an attention check"
		}
		if header.Consent.MatchString(c.Text) && len(c.Distinct) <= 3 {
			return layout.Ignored, "a consent"
		}
		return "", ""
	}},
	{"summary", func(_ *Frame, c *Column) (layout.Field, string) {
		if header.IsSummary(c.Text) {
			return layout.Computed, "it sums up others"
		}
		return "", ""
	}},
	{"reason", func(f *Frame, c *Column) (layout.Field, string) { return asksReason(c) }},
	{"votes", tellsVotes},
	{"stage", func(_ *Frame, c *Column) (layout.Field, string) {
		if isOccasion(c) {
			return layout.Round, "its cells say before and after"
		}
		return "", ""
	}},
	{"time", func(_ *Frame, c *Column) (layout.Field, string) {
		for _, n := range c.Named {
			if (n.Field == layout.Time || n.Field == layout.Date) && n.Sure > 0.9 && (c.Filled == 0 || c.Times > 0) {
				return n.Field, "its header is a name for the " + string(n.Field)
			}
		}
		return "", ""
	}},
	{"running", func(_ *Frame, c *Column) (layout.Field, string) {
		if header.Running(c.Text) && (c.HoldsNumbers() || c.Filled == 0) || c.Text == "" && c.rising && c.Index == 0 {
			return layout.Respond, "it numbers the rows"
		}
		return "", ""
	}},
	{"machinery", func(_ *Frame, c *Column) (layout.Field, string) {
		if f, ok := header.Named(c.Text); ok && (f == layout.Ignored || f == layout.Respond && c.Alone()) {
			return f, "belongs to the form, not to the ratings"
		}
		if outOf(c) {
			return layout.Ignored, "points of a quiz"
		}
		return "", ""
	}},
}

// settle decides what a column is by its header and cells alone, where that
// can be.
func settle(f *Frame, c *Column) {
	is := func(role layout.Field, why string) { c.Role, c.Why = role, why }
	if role, ok := f.Options.Chosen(c.Index, c.Header); ok {
		c.User = true
		is(role, "--columns says so")
		c.Scoring = role == layout.Score
		return
	}
	if c.Field != "" {
		is(c.Field, "the export calls it so")
		return
	}
	for _, rule := range settlings {
		if role, why := rule.settle(f, c); role != "" {
			is(role, why)
			return
		}
	}
	c.Counts = c.HoldsNumbers() && describes(c)
	c.Scoring = mayScore(c)
}

// outOf reports whether the cells are points of a quiz: 8 / 12.
func outOf(c *Column) bool {
	n := 0
	for text := range c.Distinct {
		if quizPoints.MatchString(text) {
			n++
		}
	}
	return n > 0 && n == len(c.Distinct)
}

var quizPoints = cell.NewPattern(`^\d+(?:\.\d+)?\s*/\s*\d+(?:\.\d+)?$`)

// describes reports whether a column of numbers counts or describes: by its
// header, or as a running number.
func describes(c *Column) bool {
	if header.Described(c.Text) {
		return header.LooksItem(c.Text) < 0.9
	}
	if n, ok := c.Naming(layout.Group); ok && n.Whole && n.Sure > 0.9 && header.LooksItem(c.Text) < 0.9 {
		return !c.Split
	}
	return false
}

// mayScore reports whether a column's cells can be scores of some layout.
func mayScore(c *Column) bool {
	if c.Counts {
		return false
	}
	if c.HoldsScores() {
		return true
	}
	item := max(header.LooksItem(c.Text), header.LooksItem(lastPart(c.Text)))
	switch {
	case c.Split && !c.holdsReasons():
		return true
	case c.Split && (c.nothing() || !c.holdsText() || len(c.Distinct) <= mostCodes && !c.More && c.Long == 0):
		return true
	case item >= 0.9 && c.Long == 0 && (c.Filled == c.seen+c.gaps+c.attempts || len(c.Distinct) <= mostCodes && !c.More):
		return true
	case c.Filled > 0 && c.nothing():
		return len(c.Named) == 0
	case c.Filled == 0:
		return item >= 0.7 || len(c.Named) == 0 && header.LooksRater(c.Text) >= 0.4
	}
	return false
}

// sideNotes leaves out what stands beside the table, behind an empty column, in a
// few of its rows.
func sideNotes(f *Frame) {
	if len(f.Sampled) < 4 {
		return
	}
	beside := false
	for i := range f.Columns {
		c := &f.Columns[i]
		beside = beside || i > 1 && c.Text == "" && c.Filled == 0
		if beside && c.Filled > 0 && c.Filled*2 < len(f.Sampled) && !c.User && c.Field == "" {
			c.notScored(layout.LeftOut, "it stands beside the table")
		}
	}
}
