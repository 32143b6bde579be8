package report

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// wholeShare is the axis of a share.
var wholeShare = Axis{Max: 1, Percent: true}

// figures are the numbers of the whole, each beside its chance and interval.
func figures(r *calibrate.Report) []Block {
	a := &r.Alignment
	table := Table{ID: "alignment", Columns: []Column{
		{Title: "of all pairs of ratings"},
		{Title: "", Axis: &wholeShare},
		{Title: "team"},
		{Title: "by chance"},
		{Title: "asked"},
		{Title: interval(r)},
	}}
	for _, line := range []struct {
		name, id string
		figure   calibrate.Figure
	}{
		{"same rating (exact)", "exact", a.Exact},
		{"two or more levels apart", "two_apart", a.TwoApart},
		{"within one level", "within_one", a.WithinOne},
	} {
		f := line.figure
		limit := asked(r, line.id)
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(line.name), markOf(f, limit),
			Share{f.Value},
			Share{f.Chance},
			limit,
			Span{Lower: f.Lower, Upper: f.Upper},
		}})
	}
	table.Rows = append(table.Rows, Row{Cells: []Cell{
		Text("distance (0 one, 1 random)"), nil,
		Decimal{a.Distance.Value, 2},
		Decimal{stats.Of(1), 2},
		nil,
		Span{a.Distance.Lower, a.Distance.Upper, 2},
	}})
	return []Block{table, Paragraph{Plain, gap(r)}, Paragraph{Plain, cost(r)}}
}

// markOf is a figure on its axis.
func markOf(f calibrate.Figure, asks Limit) Mark {
	return Mark{Value: f.Value, Lower: f.Lower, Upper: f.Upper, Chance: f.Chance, Target: asks.Number}
}

// asked is what the standard asks of a figure.
func asked(r *calibrate.Report, figure string) Limit {
	for _, c := range r.Verdict.Standard.Criteria {
		if c.Figure == figure {
			return Limit{stats.Of(c.Target), c.AtMost}
		}
	}
	return Limit{}
}

// gap says the typical gap and what within one is worth.
func gap(r *calibrate.Report) string {
	a := &r.Alignment
	apart, ok := a.TypicalGap.Value()
	if !ok {
		return "No indicator was rated by two, so nothing says how far apart two administrators are."
	}
	s := "Two administrators are typically " + wording.Decimal(a.TypicalGap, 1) + " levels apart on the same indicator."
	if apart == 0 {
		s = "No two administrators are apart on any indicator."
	}
	if chance, ok := a.WithinOne.Chance.Value(); ok && chance > 0.8 {
		s += " “Within one” says little here: chance alone gives " + wording.Percent(a.WithinOne.Chance) + "."
	}
	return s
}

// cost says what a different colleague would have changed.
func cost(r *calibrate.Report) string {
	c := &r.Alignment.Cost
	changes, ok := c.RatingChanges.Value()
	if !ok {
		return "No item has two ratings, so nothing says what a different colleague would have given."
	}
	if changes == 0 {
		return "Had a different colleague walked in, no rating would have changed."
	}
	s := "Had a different colleague walked in, " + about(changes, 10) + " of every 10 ratings would have changed"
	if levels, ok := c.LessonLevelChanges.Value(); ok {
		s += ", and " + lessonChanges(r.Input.Lessons, levels)
	}
	return s + "."
}

// lessonChanges says for how many lessons the overall level would change.
func lessonChanges(lessons int, share float64) string {
	switch {
	case share == 0:
		return "no lesson's overall level"
	case lessons == 1:
		return "in " + about(share, 10) + " of every 10 pairs of colleagues the lesson's overall level too"
	}
	return "the overall level of " + about(share, lessons) + fmt.Sprintf(" of %d lessons", lessons)
}

// about says how many of so many a share above 0 is.
func about(share float64, of int) string {
	n := math.Round(share * float64(of))
	if n == 0 {
		return "fewer than 1"
	}
	return fmt.Sprintf("about %.0f", n)
}
