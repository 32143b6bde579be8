package report

import (
	"fmt"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// groups compares the groups of --by.
func groups(r *calibrate.Report) []Block {
	if r.BetweenGroups == nil {
		return nil
	}
	if len(r.Groups) == 0 {
		return []Block{Paragraph{Plain, "Every group has under three people, so none is shown."}}
	}
	asks := asked(r, "exact")
	table := Table{ID: "groups", Columns: []Column{
		{Title: r.Settings.By},
		{Title: "raters"},
		{Title: "ratings", Spare: 2},
		{Title: "mean"},
		{Title: "agreement", Axis: &wholeShare},
		{Title: "exact"},
		{Title: "chance"},
		{Title: interval(r), Spare: 3},
	}}
	for _, g := range r.Groups {
		table.Rows = append(table.Rows, Row{Cells: []Cell{
			Text(g.ID), Count(g.Raters), Count(g.Ratings),
			Decimal{g.Mean, 2},
			markOf(g.Exact, asks),
			Share{g.Exact.Value},
			Share{g.Exact.Chance},
			Span{Lower: g.Exact.Lower, Upper: g.Exact.Upper},
		}})
	}
	if len(r.Groups) < 2 {
		return []Block{table}
	}
	return []Block{table, Paragraph{Plain, between(r)}}
}

// between says how much of the distance lies between groups.
func between(r *calibrate.Report) string {
	b := r.BetweenGroups
	s := fmt.Sprintf("Across groups %s of pairs gave the same rating.", wording.Percent(b.Exact))
	if share := part(b.DistanceShare, r); share.OK() {
		s += fmt.Sprintf(" %s of the distance lies between groups; they are %s of the pairs.",
			wording.Percent(share), wording.Percent(b.ExpectedShare))
	}
	d, ok := b.Difference.Value()
	switch {
	case ok && len(r.Groups) == 2 && math.Abs(d) < 0.005:
		s += fmt.Sprintf(" On the same items %s and %s rated alike.", r.Groups[0].ID, r.Groups[1].ID)
	case ok && len(r.Groups) == 2:
		direction, higher := "above", -d
		if d > 0 {
			direction, higher = "below", d
		}
		s += fmt.Sprintf(" On the same items %s rated %.2f %s %s (difference in severity %s; %s: %s).",
			r.Groups[0].ID, higher, direction, r.Groups[1].ID,
			wording.Decimal(b.Difference, 2), interval(r), Span{b.Lower, b.Upper, 2})
	case b.PValue.OK():
		s += fmt.Sprintf(" Groups dealt out at random would differ as much with probability %s.", wording.Decimal(b.PValue, 3))
	}
	return s
}
