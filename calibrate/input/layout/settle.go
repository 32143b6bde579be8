package layout

import "github.com/cb401426/calibrate/calibrate/input/cell"

// A settling is a rule by which a column is what it is in every layout.
type settling struct {
	name   string
	settle func(*frame, *column) (Field, string)
}

// settlings are all such rules; the first that speaks decides.
var settlings = []settling{
	{"empty", func(f *frame, c *column) (Field, string) {
		if c.filled == 0 && c.text == "" && len(f.rows) > 0 {
			return Ignored, "it is empty"
		}
		return "", ""
	}},
	{"attention", func(_ *frame, c *column) (Field, string) {
		if attention.MatchString(c.text) && !c.more && len(c.distinct) <= mostCodes {
			return Ignored, "an attention check"
		}
		if consent.MatchString(c.text) && len(c.distinct) <= 3 {
			return Ignored, "a consent"
		}
		return "", ""
	}},
	{"summary", func(_ *frame, c *column) (Field, string) {
		if IsSummary(c.text) {
			return Computed, "it sums up others"
		}
		return "", ""
	}},
	{"reason", func(f *frame, c *column) (Field, string) { return asksReason(c) }},
	{"votes", tellsVotes},
	{"stage", func(_ *frame, c *column) (Field, string) {
		if isOccasion(c) {
			return Round, "its cells say before and after"
		}
		return "", ""
	}},
	{"time", func(_ *frame, c *column) (Field, string) {
		for _, n := range c.named {
			if (n.field == Time || n.field == Date) && n.sure > 0.9 && (c.filled == 0 || c.times > 0) {
				return n.field, "its header is a name for the " + string(n.field)
			}
		}
		return "", ""
	}},
	{"running", func(_ *frame, c *column) (Field, string) {
		if running(c.text) && (c.holdsNumbers() || c.filled == 0) || c.text == "" && c.rising && c.index == 0 {
			return Respond, "it numbers the rows"
		}
		return "", ""
	}},
	{"machinery", func(_ *frame, c *column) (Field, string) {
		if f, ok := Named(c.text); ok && (f == Ignored || f == Respond && c.alone()) {
			return f, "belongs to the form, not to the ratings"
		}
		if outOf(c) {
			return Ignored, "points of a quiz"
		}
		return "", ""
	}},
}

// settle decides what a column is by its header and cells alone, where that
// can be.
func settle(f *frame, c *column) {
	is := func(role Field, why string) { c.role, c.why = role, why }
	if role, ok := f.options.Chosen(c.index, c.header); ok {
		c.user = true
		is(role, "--columns says so")
		c.scoring = role == Score
		return
	}
	if c.field != "" {
		is(c.field, "the export calls it so")
		return
	}
	for _, rule := range settlings {
		if role, why := rule.settle(f, c); role != "" {
			is(role, why)
			return
		}
	}
	c.counts = c.holdsNumbers() && describes(c)
	c.scoring = mayScore(c)
}

// outOf reports whether the cells are points of a quiz: 8 / 12.
func outOf(c *column) bool {
	n := 0
	for text := range c.distinct {
		if quizPoints.MatchString(text) {
			n++
		}
	}
	return n > 0 && n == len(c.distinct)
}

var quizPoints = cell.NewPattern(`^\d+(?:\.\d+)?\s*/\s*\d+(?:\.\d+)?$`)

// describes reports whether a column of numbers counts or describes: by its
// header, or as a running number.
func describes(c *column) bool {
	if described(c.text) {
		return looksItem(c.text) < 0.9
	}
	if n, ok := c.naming(Group); ok && n.whole && n.sure > 0.9 && looksItem(c.text) < 0.9 {
		return !c.split
	}
	return false
}

// mayScore reports whether a column's cells can be scores of some layout.
func mayScore(c *column) bool {
	if c.counts {
		return false
	}
	if c.holdsScores() {
		return true
	}
	item := max(looksItem(c.text), looksItem(lastPart(c.text)))
	switch {
	case c.split && !c.holdsReasons():
		return true
	case c.split && (c.nothing() || !c.holdsText() || len(c.distinct) <= mostCodes && !c.more && c.long == 0):
		return true
	case item >= 0.9 && c.long == 0 && (c.filled == c.seen+c.gaps+c.attempts || len(c.distinct) <= mostCodes && !c.more):
		return true
	case c.filled > 0 && c.nothing():
		return len(c.named) == 0
	case c.filled == 0:
		return item >= 0.7 || len(c.named) == 0 && looksRater(c.text) >= 0.4
	}
	return false
}

// sideNotes leaves out what stands beside the table, behind an empty column, in a
// few of its rows.
func sideNotes(f *frame) {
	if len(f.sampled) < 4 {
		return
	}
	beside := false
	for i := range f.columns {
		c := &f.columns[i]
		beside = beside || i > 1 && c.text == "" && c.filled == 0
		if beside && c.filled > 0 && c.filled*2 < len(f.sampled) && !c.user && c.field == "" {
			c.scoring, c.role, c.why = false, LeftOut, "it stands beside the table"
		}
	}
}

func setAside(c *column, why string) {
	c.scoring, c.role, c.why = false, LeftOut, why
}
