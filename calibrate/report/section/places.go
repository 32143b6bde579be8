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
func placeTable(r *calibrate.Report, places []calibrate.Breakdown, what string) document.Table {
	intervals := slices.ContainsFunc(places, func(p calibrate.Breakdown) bool { return p.Items > 1 })
	asks := asked(r, "exact")
	places = ByRank(places)
	return document.TableOf(what+"s", places, []document.ColumnOf[calibrate.Breakdown]{
		{Title: what, Cell: func(p calibrate.Breakdown) document.Cell { return document.Text(Label(p)) }},
		{Title: "spread", About: "how many ratings on each level, the lowest first", Hidden: slices.ContainsFunc(r.Input.Scales, manyLevels), Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Histogram{Counts: p.Distribution, Labels: levelsOf(r, p.Scale)}
		}},
		{Title: "agreement", Axis: &wholeShare, Cell: func(p calibrate.Breakdown) document.Cell {
			if !intervals {
				p.Exact.Lower, p.Exact.Upper = stats.Number{}, stats.Number{}
			}
			return markOf(p.Exact, asks)
		}},
		{Title: "exact", About: "share of pairs with the same rating", Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Share{Number: p.Exact.Value}
		}},
		{Title: "chance", About: "what random ratings with the team's frequencies would give", Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Share{Number: p.Exact.Chance}
		}},
		{Title: Interval(r), Spare: 3, Hidden: !intervals, Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Span{Lower: p.Exact.Lower, Upper: p.Exact.Upper}
		}},
		{Title: "2 apart", About: "share of pairs two or more levels apart", Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Share{Number: p.TwoApart.Value}
		}},
		{Title: "part of it", About: "its part of how far apart the team is", Spare: 1, Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Share{Number: part(p.DistanceShare, r)}
		}},
		{Title: "of pairs", About: "its part of the pairs of ratings", Spare: 5, Cell: func(p calibrate.Breakdown) document.Cell {
			return document.Share{Number: p.ExpectedShare}
		}},
		{Title: "meets", About: "whether it meets what the standard asks of an indicator", Hidden: what == "lesson", Cell: func(p calibrate.Breakdown) document.Cell {
			return document.YesNo{Answer: p.Meets}
		}},
	}).Marked(func(i int) bool { return places[i].Discuss })
}
