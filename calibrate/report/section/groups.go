package section

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// groups compares the groups of --by.
func groups(r *calibrate.Report) []document.Block {
	if r.BetweenGroups == nil {
		return nil
	}
	if len(r.Groups) == 0 {
		return []document.Block{document.Paragraph{Role: document.Plain, Text: "Every group has fewer than three people, so none is shown."}}
	}
	table := GroupTable(r)
	if len(r.Groups) < 2 {
		return []document.Block{table}
	}
	blocks := []document.Block{table, document.Paragraph{Text: between(r)}}
	for _, sentence := range Splits(r) {
		blocks = append(blocks, document.Paragraph{Role: document.Plain, Text: sentence})
	}
	if !hasRows(r) {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: "Rows of people are left out here: beside groups they would say who is in which. Without --by they stand here; --names shows both."})
	}
	return blocks
}

// between says how much of the distance lies between groups.
func between(r *calibrate.Report) string {
	b := r.BetweenGroups
	s := fmt.Sprintf("Any two people of different groups gave the same rating %s of the time.", wording.Percent(b.Exact))
	if share := part(b.DistanceShare, r); share.OK() {
		s += fmt.Sprintf(" They hold %s of how far apart the team is, and are %s of the pairs.",
			wording.Percent(share), wording.Percent(b.ExpectedShare))
	}
	d, ok := b.Difference.Value()
	switch {
	case ok && len(r.Groups) == 2 && math.Abs(d) < 0.05:
		s += fmt.Sprintf(" On the same items %s and %s rated alike.", r.Groups[0].ID, r.Groups[1].ID)
	case ok && len(r.Groups) == 2:
		direction, higher := "above", -d
		if d > 0 {
			direction, higher = "below", d
		}
		s += fmt.Sprintf(" On the same items %s rated %.1f %s %s (difference in severity %s; %s: %s).",
			r.Groups[0].ID, higher, direction, r.Groups[1].ID,
			wording.Decimal(b.Difference, 1), Interval(r), document.Span{Lower: b.Lower, Upper: b.Upper, Places: 1})
	case b.PValue.OK():
		s += fmt.Sprintf(" Groups made at random would differ as much in %s of cases.", wording.Decimal(b.PValue, 3))
	}
	return s
}

// GroupTable shows each group: shares in whole percents and means to a tenth,
// so that no group that is withheld can be worked out from the others.
func GroupTable(r *calibrate.Report) document.Table {
	asks := asked(r, "exact")
	return document.TableOf("groups", r.Groups, []document.ColumnOf[calibrate.Group]{
		{Title: r.Settings.By, Cell: func(g calibrate.Group) document.Cell { return document.Text(g.ID) }},
		{Title: "raters", Cell: func(g calibrate.Group) document.Cell { return document.Count(g.Raters) }},
		{Title: "ratings", Spare: 2, Cell: func(g calibrate.Group) document.Cell { return document.Count(g.Ratings) }},
		{Title: "mean", Cell: func(g calibrate.Group) document.Cell { return document.Decimal{Number: rounded(g.Mean, 10), Places: 1} }},
		{Title: "agreement", Axis: &wholeShare, Cell: func(g calibrate.Group) document.Cell { return markOf(roundedFigure(g.Exact), asks) }},
		{Title: "same rating", Cell: func(g calibrate.Group) document.Cell { return document.Share{Number: rounded(g.Exact.Value, 100)} }},
		{Title: "by chance", Cell: func(g calibrate.Group) document.Cell { return document.Share{Number: rounded(g.Exact.Chance, 100)} }},
		{Title: Interval(r), Spare: 3, Cell: func(g calibrate.Group) document.Cell {
			return document.Span{Lower: rounded(g.Exact.Lower, 100), Upper: rounded(g.Exact.Upper, 100)}
		}},
	})
}

// rounded is a number as it is shown: a picture and a workbook hold no more of
// a group than its table says.
func rounded(n stats.Number, steps float64) stats.Number {
	return n.Map(func(v float64) float64 { return math.Round(v*steps) / steps })
}

func roundedFigure(f calibrate.Figure) calibrate.Figure {
	f.Value, f.Chance, f.Lower, f.Upper = rounded(f.Value, 100), rounded(f.Chance, 100), rounded(f.Lower, 100), rounded(f.Upper, 100)
	return f
}
