package report

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	movement "github.com/cb401426/calibrate/stats/rounds"
)

var trendTables = []TableOf[*rounds.Trend]{
	{"rounds", func(t *rounds.Trend) any { return t.Rounds }},
	{"changes", func(t *rounds.Trend) any { return t.Changes }},
	{"indicators", func(t *rounds.Trend) any { return t.Indicators }},
	{"raters", func(t *rounds.Trend) any { return t.Raters }},
	{"decisions", func(t *rounds.Trend) any { return t.Decisions }},
}

func roundTable(t *rounds.Trend, full bool) document.Table {
	return document.TableOf("rounds", t.Rounds, []document.ColumnOf[rounds.Round]{
		{Title: map[bool]string{true: "set", false: "round"}[t.People == "everyone"], Cell: func(r rounds.Round) document.Cell { return document.Text(r.Round) }},
		{Title: "verdict", Spare: map[bool]int{true: 6, false: 2}[full], Cell: func(r rounds.Round) document.Cell { return document.Text(r.Verdict.Words()) }},
		{Title: "same rating", Cell: func(r rounds.Round) document.Cell { return document.Share{Number: r.Exact.Value} }},
		{Title: "by chance", Spare: 3, Hidden: !full, Cell: func(r rounds.Round) document.Cell { return document.Share{Number: r.Exact.Chance} }},
		{Title: wording.Confidence(t.Confidence) + " interval", Spare: 4, Hidden: !full, Cell: func(r rounds.Round) document.Cell {
			return document.Span{Lower: r.Exact.Lower, Upper: r.Exact.Upper}
		}},
		{Title: "two or more apart", Spare: 3, Cell: func(r rounds.Round) document.Cell { return document.Share{Number: r.TwoApart.Value} }},
		{Title: "distance within lessons", Spare: 5, Hidden: !full, About: "0: one shared understanding; 1: no closer than chance", Cell: func(r rounds.Round) document.Cell {
			return document.Decimal{Number: r.DistanceWithin, Places: 2}
		}},
		{Title: "raters", Cell: func(r rounds.Round) document.Cell { return document.Count(r.Raters) }},
		{Title: "lessons", Cell: func(r rounds.Round) document.Cell { return document.Count(r.Lessons) }},
		{Title: "indicators", Spare: map[bool]int{true: 5, false: 1}[full], Cell: func(r rounds.Round) document.Cell { return document.Count(r.Indicators) }},
	})
}

func hundredths(n stats.Number) string {
	return wording.Signed(n.Map(func(v float64) float64 { return 100 * v }), 0)
}

// trendRows reports whether the full reading has rows of people: not beside
// groups, unless names stand there.
func trendRows(t *rounds.Trend) bool {
	grouped := slices.ContainsFunc(t.Talks, func(x rounds.Talk) bool { return len(x.Compliance) > 0 })
	named := slices.ContainsFunc(t.Raters, func(r rounds.Rater) bool { return r.Name != "" })
	return len(t.Raters) > 0 && (named || !grouped)
}

// raterBlocks say how each rater's place in the team changed.
func raterBlocks(t *rounds.Trend) []document.Block {
	named := slices.ContainsFunc(t.Raters, func(r rounds.Rater) bool { return r.Name != "" })
	level := func(n stats.Number) document.Cell { return document.Signed{Number: n, Places: 1} }
	return []document.Block{
		document.TableOf("raters", t.Raters, []document.ColumnOf[rounds.Rater]{
			{Title: "rater", Cell: func(r rounds.Rater) document.Cell { return document.Text(r.ID) }},
			{Title: "name", Hidden: !named, Cell: func(r rounds.Rater) document.Cell { return document.Text(r.Name) }},
			{Title: t.Rounds[0].Round, Cell: func(r rounds.Rater) document.Cell { return level(r.Before) }},
			{Title: t.Rounds[len(t.Rounds)-1].Round, Cell: func(r rounds.Rater) document.Cell { return level(r.After) }},
			{Title: "change", Cell: func(r rounds.Rater) document.Cell { return level(asShown(r)) }},
			{Title: "moved more than the others", Cell: func(r rounds.Rater) document.Cell {
				return document.YesNo{Answer: calibrate.YesNo(r.Moved)}
			}},
		}),
		document.Paragraph{Role: document.Aside, Text: "Levels above the others on the same items. A shift that half of the team shares cannot be seen."},
	}
}

// asShown is a change as it follows from what stands beside it.
func asShown(r rounds.Rater) stats.Number {
	if !r.Change.OK() {
		return r.Change
	}
	return stats.Of((math.Round(10*r.After.Or(0)) - math.Round(10*r.Before.Or(0))) / 10)
}

// shownChange is the change of exact that a page shows: of everyone where that of
// the people in both is withheld, or nobody can be followed.
func shownChange(c rounds.Change) rounds.Difference {
	if !c.Exact.Change.OK() {
		return c.Everyone
	}
	return c.Exact
}

// points writes a change with its limits.
func points(d rounds.Difference) document.Cell {
	hundred := func(v float64) float64 { return 100 * v }
	text := wording.Signed(d.Change.Map(hundred), 0)
	if before, ok := d.Before.Value(); ok { // what a reader works out from the page
		text = wording.Signed(stats.Of(math.Round(100*d.After.Or(0))-math.Round(100*before)), 0)
	}
	if d.Lower.OK() {
		text += " (" + wording.Signed(d.Lower.Map(hundred), 0) + " to " + wording.Signed(d.Upper.Map(hundred), 0) + ")"
	}
	return document.Text(text)
}

func movementWord(m movement.Movement) string {
	return map[movement.Movement]string{
		movement.Together: "together", movement.Apart: "apart", movement.CannotTell: "cannot tell",
		movement.Closer: "closer", movement.FurtherApart: "further apart",
	}[m]
}

// seriesTable is each indicator through the rounds.
func seriesTable(t *rounds.Trend) document.Table {
	columns := []document.ColumnOf[rounds.Indicator]{
		{Title: "indicator", Cell: func(i rounds.Indicator) document.Cell { return document.Text(wording.Name(i.Indicator, i.Name)) }},
	}
	for k, r := range t.Rounds {
		columns = append(columns, document.ColumnOf[rounds.Indicator]{
			Title: r.Round, Cell: func(i rounds.Indicator) document.Cell { return document.Share{Number: i.Exact[k]} },
		})
	}
	columns = append(columns,
		document.ColumnOf[rounds.Indicator]{Title: map[bool]string{true: "difference", false: "moved"}[t.People == "everyone"], Cell: func(i rounds.Indicator) document.Cell { return document.Text(movementWord(i.Movement)) }},
		document.ColumnOf[rounds.Indicator]{Title: "misses standard", Spare: 1, Hidden: t.People == "everyone", Cell: func(i rounds.Indicator) document.Cell {
			return document.Text(fmt.Sprintf("%d of %d", i.NotMet, i.Rated))
		}},
	)
	return document.TableOf("indicators", t.Indicators, columns)
}
