package section

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// wholeShare is the axis of a share.
var wholeShare = document.Axis{Max: 1, Percent: true}

// figureLine is a figure of the whole under its name.
type figureLine struct {
	name   string
	figure calibrate.Figure
	asks   document.Limit
}

// figures are the numbers of the whole, each beside its chance and interval.
func figures(r *calibrate.Report) []document.Block {
	a := &r.Alignment
	var lines []figureLine
	for _, k := range calibrate.FigureKinds {
		if k.BetweenRaters() {
			lines = append(lines, figureLine{k.Title, *a.Named(k.ID), asked(r, k.ID)})
		}
	}
	table := document.TableOf("alignment", lines, []document.ColumnOf[figureLine]{
		{Title: "any two raters of an item", Cell: func(l figureLine) document.Cell { return document.Text(l.name) }},
		{Title: "", Axis: &wholeShare, Cell: func(l figureLine) document.Cell { return markOf(l.figure, l.asks) }},
		{Title: "team", Cell: func(l figureLine) document.Cell { return document.Share{Number: l.figure.Value} }},
		{Title: "by chance", Cell: func(l figureLine) document.Cell { return document.Share{Number: l.figure.Chance} }},
		{Title: "standard", Cell: func(l figureLine) document.Cell { return l.asks }},
		{Title: Interval(r), Cell: func(l figureLine) document.Cell {
			return document.Span{Lower: l.figure.Lower, Upper: l.figure.Upper}
		}},
	})
	// The distance is no share: its row stands on its own.
	table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
		document.Text("how far apart (0 one, 1 chance)"), nil,
		document.Decimal{Number: a.Distance.Value, Places: 2},
		document.Decimal{Number: stats.Of(1), Places: 2},
		nil,
		document.Span{Lower: a.Distance.Lower, Upper: a.Distance.Upper, Places: 2},
	}})
	return []document.Block{table, document.Paragraph{Text: gap(r)}, document.Paragraph{Text: cost(r)}}
}

// markOf is a figure on its axis.
func markOf(f calibrate.Figure, asks document.Limit) document.Mark {
	return document.Mark{Value: f.Value, Lower: f.Lower, Upper: f.Upper, Chance: f.Chance, Target: asks.Number}
}

// asked is what the standard asks of a figure.
func asked(r *calibrate.Report, figure string) document.Limit {
	for _, c := range r.Verdict.Standard.Criteria {
		if c.Figure == figure {
			return document.Limit{Number: stats.Of(c.Target), AtMost: c.AtMost}
		}
	}
	return document.Limit{}
}

// gap says the typical gap and what within one is worth.
func gap(r *calibrate.Report) string {
	a := &r.Alignment
	apart, ok := a.TypicalGap.Value()
	if !ok {
		return "No indicator was rated by two people, so nothing says how far apart they are."
	}
	s := wording.Capital(wording.AnyTwo(r.Input.Raters)) + " are typically " + typically(r) + " apart on an indicator."
	if apart == 0 {
		s = "No two of you are apart on any indicator."
	}
	if chance, ok := a.WithinOne.Chance.Value(); ok && chance > 0.8 {
		s += " “Within one” says little here: chance alone gives " + wording.Percent(a.WithinOne.Chance) + "."
	}
	return s
}

// typically is the typical gap in levels, or in points where nobody counts the
// levels.
func typically(r *calibrate.Report) string {
	gap := r.Alignment.TypicalGap
	if len(r.Input.Scales) == 1 && manyLevels(r.Input.Scales[0]) {
		step := r.Input.Scales[0].Step()
		return wording.Decimal(gap.Map(func(v float64) float64 { return v * step }), 1) + " points"
	}
	return wording.Decimal(gap, 1) + " levels"
}

// cost says what a different colleague would have changed.
func cost(r *calibrate.Report) string {
	c := &r.Alignment.Cost
	changes, ok := c.RatingChanges.Value()
	if !ok {
		return "Nothing says what a different colleague would have given."
	}
	if changes == 0 {
		return "Had a different colleague walked in, no rating would have changed."
	}
	s := "Had a different colleague walked in, " + ofTen(changes, "ratings") + " would have changed"
	if levels, ok := c.LessonLevelChanges.Value(); ok {
		s += lessonChanges(r.Input.Lessons, levels)
	}
	return s + "."
}

// lessonChanges says for how many lessons the overall level would change.
func lessonChanges(lessons int, share float64) string {
	switch {
	case share == 0:
		return ", but no lesson's overall level"
	case lessons == 1:
		return ", and with " + ofTen(share, "pairs of colleagues") + " the lesson's overall level too"
	}
	return ", and the overall level of " + about(share, lessons) + fmt.Sprintf(" of %d lessons", lessons)
}

// ofTen says how many of ten such things a share above 0 is.
func ofTen(share float64, things string) string {
	if share >= 0.95 {
		return "nearly all " + things
	}
	return about(share, 10) + " of every 10 " + things
}

// about says how many of so many a share above 0 is.
func about(share float64, of int) string {
	n := math.Round(share * float64(of))
	if n == 0 {
		return "fewer than 1"
	}
	return fmt.Sprintf("about %.0f", n)
}
