package section

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/stats"
)

// indicators shows each indicator.
func indicators(r *calibrate.Report) []document.Block {
	if len(r.Indicators) == 0 {
		return nil
	}
	return []document.Block{placeTable(r, r.Indicators, "indicator")}
}

// lessons shows each lesson, where there are several.
func lessons(r *calibrate.Report) []document.Block {
	if len(r.Lessons) < 2 {
		return nil
	}
	return []document.Block{placeTable(r, r.Lessons, "lesson")}
}

// placeTable shows indicators or lessons, those furthest apart first. Where
// each stands for a single item there is no interval to show.
func placeTable(r *calibrate.Report, places []calibrate.Place, what string) document.Table {
	intervals := slices.ContainsFunc(places, func(p calibrate.Place) bool { return p.Items > 1 })
	asks := asked(r, "exact")
	table := document.Table{ID: what + "s", Columns: placeColumns(r, what)}
	for _, p := range byRank(places) {
		if !intervals {
			p.Exact.Lower, p.Exact.Upper = stats.Number{}, stats.Number{}
		}
		table.Rows = append(table.Rows, document.Row{Marked: p.Discuss, Cells: placeCells(r, p, asks)})
	}
	if what == "lesson" {
		table.DropColumn("meets")
	}
	if !intervals {
		table.DropColumn(Interval(r))
	}
	return table
}

// placeColumns are the columns of indicators and lessons.
func placeColumns(r *calibrate.Report, what string) []document.Column {
	return []document.Column{
		{Title: what},
		{Title: "spread", About: "how many ratings on each level, the lowest first"},
		{Title: "agreement", Axis: &wholeShare},
		{Title: "exact", About: "share of pairs with the same rating"},
		{Title: "chance", About: "what random ratings with the team's frequencies would give"},
		{Title: Interval(r), Spare: 3},
		{Title: "2 apart", About: "share of pairs two or more levels apart"},
		{Title: "of the distance", About: "its part of the whole distance", Spare: 1},
		{Title: "of the pairs", About: "its part of the pairs", Spare: 5},
		{Title: "meets", About: "whether it meets what the standard asks of an indicator"},
	}
}

// placeCells is a line of the table.
func placeCells(r *calibrate.Report, p calibrate.Place, asks document.Limit) []document.Cell {
	return []document.Cell{
		document.Text(label(p)),
		document.Histogram{Counts: p.Distribution, Labels: levelsOf(r, p.Scale)},
		markOf(p.Exact, asks),
		document.Share{Number: p.Exact.Value},
		document.Share{Number: p.Exact.Chance},
		document.Span{Lower: p.Exact.Lower, Upper: p.Exact.Upper},
		document.Share{Number: p.TwoApart.Value},
		document.Share{Number: part(p.DistanceShare, r)},
		document.Share{Number: p.ExpectedShare},
		document.YesNo{Answer: p.Meets},
	}
}
