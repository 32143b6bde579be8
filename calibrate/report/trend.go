package report

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	movement "github.com/cb401426/calibrate/stats/rounds"
)

// Trend is a series of rounds.
var Trend = Shape[*rounds.Trend]{
	Document: viewTrend,
	Tables: []TableOf[*rounds.Trend]{
		{"rounds", func(t *rounds.Trend) any { return t.Rounds }},
		{"changes", func(t *rounds.Trend) any { return t.Changes }},
		{"indicators", func(t *rounds.Trend) any { return t.Indicators }},
		{"raters", func(t *rounds.Trend) any { return t.Raters }},
		{"decisions", func(t *rounds.Trend) any { return t.Decisions }},
	},
	Private: true,
}

// viewTrend turns a trend into the document that people's formats show. It has
// no row of a person.
func viewTrend(t *rounds.Trend) document.Document {
	d := document.Document{
		Title:    "Rounds",
		Subtitle: fmt.Sprintf("%s, %s to %s", wording.Count(len(t.Rounds), "round"), t.Rounds[0].Round, t.Rounds[len(t.Rounds)-1].Round),
		Footer:   t.Program,
	}
	by, between := "Round by round", "From round to round"
	if t.People == "everyone" {
		d.Title, by, between = "Two sets of ratings", "Set by set", "The difference"
		d.Subtitle = t.Rounds[0].Round + " and " + t.Rounds[len(t.Rounds)-1].Round
	}
	if len(t.Rounds) == 1 {
		d.Subtitle = t.Rounds[0].Round + ", before and after the talk"
	}
	for _, s := range []document.Section{
		{ID: "sentence", Blocks: []document.Block{
			document.Paragraph{Role: document.Lead, Text: t.Sentence}, document.Paragraph{Role: document.Aside, Text: t.Limits},
		}},
		{ID: "rounds", Title: by, Blocks: roundBlocks(t)},
		{ID: "changes", Title: between, Blocks: changeBlocks(t)},
		{ID: "indicators", Title: "Indicator by indicator", Blocks: indicatorBlocks(t)},
		{ID: "talk", Title: "After the talk", Blocks: talkBlocks(t)},
		{ID: "kept", Title: "What you knew, and what you kept", Blocks: keptBlocks(t)},
		{ID: "decisions", Title: "What you agreed, and whether it held", Blocks: decisionBlocks(t)},
		{ID: "notes", Title: "What was read", Blocks: noteBlocks(t.Notes)},
	} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// roundBlocks are the rounds as a chart and a table.
func roundBlocks(t *rounds.Trend) []document.Block {
	blocks := []document.Block{}
	if len(t.Rounds) > 1 && t.People != "everyone" {
		blocks = append(blocks, roundLines(t))
	}
	return append(blocks, roundTable(t))
}

// roundLines draw exact by round, with its limits and what chance would give.
func roundLines(t *rounds.Trend) document.LineCharts {
	l := document.LineCharts{ID: "exact", Key: "How often any two gave the same rating, by round; bars: the limits; dashes: by chance."}
	one := document.Line{Name: "exact"}
	for _, r := range t.Rounds {
		l.Points = append(l.Points, r.Round)
		one.Values, one.Lower, one.Upper = append(one.Values, r.Exact.Value), append(one.Lower, r.Exact.Lower), append(one.Upper, r.Exact.Upper)
		one.Chance = append(one.Chance, r.Exact.Chance)
	}
	l.Lines = []document.Line{one}
	return l
}

// indicatorBlocks are each indicator through the rounds, as lines and a table.
func indicatorBlocks(t *rounds.Trend) []document.Block {
	if len(t.Indicators) == 0 {
		return nil
	}
	blocks := []document.Block{}
	if t.People != "everyone" && len(t.Rounds) > 1 && len(t.Indicators) <= mostLines {
		l := document.LineCharts{ID: "indicators-lines", Small: true, Key: "How often any two gave the same rating, by round."}
		for _, r := range t.Rounds {
			l.Points = append(l.Points, r.Round)
		}
		for _, i := range t.Indicators {
			l.Lines = append(l.Lines, document.Line{Name: wording.Name(i.Indicator, i.Name), Values: i.Exact})
		}
		blocks = append(blocks, l)
	}
	return append(blocks, seriesTable(t))
}

// mostLines is how many small charts fit on a page.
const mostLines = 30

// talkBlocks say what second votes changed.
func talkBlocks(t *rounds.Trend) []document.Block {
	var blocks []document.Block
	for _, x := range t.Talks {
		blocks = append(blocks, document.Paragraph{Text: x.Sentence})
		if x.Moved > 0 {
			for _, to := range x.Toward {
				blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: fmt.Sprintf("Of %d votes that moved, %d came nearer to %s.",
					to.Movers, to.Nearer, map[string]string{
						"commonest": "the commonest level before the talk", "median": "the median before the talk", "agreed": "the level that was agreed",
					}[to.Target])})
			}
		}
		followed := slices.ContainsFunc(x.Items, func(i rounds.TalkItem) bool { return i.Moved.OK() })
		blocks = append(blocks, document.TableOf("talk-"+x.Round, x.Items, []document.ColumnOf[rounds.TalkItem]{
			{Title: "lesson", Spare: 1, Cell: func(i rounds.TalkItem) document.Cell { return document.Text(i.Lesson) }},
			{Title: "indicator", Cell: func(i rounds.TalkItem) document.Cell { return document.Text(i.Indicator) }},
			{Title: "same level before", Cell: func(i rounds.TalkItem) document.Cell { return document.Share{Number: i.Before} }},
			{Title: "after", Cell: func(i rounds.TalkItem) document.Cell { return document.Share{Number: i.After} }},
			{Title: "moved", Spare: 2, Hidden: !followed, Cell: func(i rounds.TalkItem) document.Cell { return document.Decimal{Number: i.Moved, Places: 0} }},
			{Title: "levels", Spare: 3, Hidden: !followed, About: "how far those moved who moved", Cell: func(i rounds.TalkItem) document.Cell {
				return document.Decimal{Number: i.Far, Places: 1}
			}},
		}))
	}
	return blocks
}

// keptBlocks are the knowing-doing gap.
func keptBlocks(t *rounds.Trend) []document.Block {
	list := document.List{}
	for _, k := range t.Kept {
		list.Items = append(list.Items, k.Sentence)
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}

// decisionBlocks list what was agreed.
func decisionBlocks(t *rounds.Trend) []document.Block {
	list := slices.DeleteFunc(slices.Clone(t.Decisions), func(d decisions.Decision) bool { return !d.Filled() })
	if len(list) == 0 {
		return nil
	}
	return []document.Block{document.TableOf("decisions", list, []document.ColumnOf[decisions.Decision]{
		{Title: "round", Spare: 1, Cell: func(d decisions.Decision) document.Cell { return document.Text(d.Round) }},
		{Title: "indicator", Cell: func(d decisions.Decision) document.Cell { return document.Text(d.Label()) }},
		{Title: "agreed", Cell: func(d decisions.Decision) document.Cell { return document.Text(d.Said()) }},
		{Title: "committed to", Spare: 2, Cell: func(d decisions.Decision) document.Cell { return document.Text(d.Commitment) }},
		{Title: "held", Cell: func(d decisions.Decision) document.Cell { return document.YesNo{Answer: d.Held} }},
	}).With("Held: the indicator does not miss the standard in the next round in which it was rated.")}
}

// noteBlocks are what a reader should know.
func noteBlocks(notes []calibrate.Note) []document.Block {
	list := document.List{}
	for _, n := range notes {
		list.Items = append(list.Items, wording.Capital(n.Text)+".")
	}
	if len(list.Items) == 0 {
		return nil
	}
	return []document.Block{list}
}

func roundTable(t *rounds.Trend) document.Table {
	return document.TableOf("rounds", t.Rounds, []document.ColumnOf[rounds.Round]{
		{Title: map[bool]string{true: "set", false: "round"}[t.People == "everyone"], Cell: func(r rounds.Round) document.Cell { return document.Text(r.Round) }},
		{Title: "verdict", Spare: 2, Cell: func(r rounds.Round) document.Cell { return document.Text(r.Verdict.Words()) }},
		{Title: "exact", Cell: func(r rounds.Round) document.Cell { return document.Share{Number: r.Exact.Value} }},
		{Title: "by chance", Spare: 3, Cell: func(r rounds.Round) document.Cell { return document.Share{Number: r.Exact.Chance} }},
		{Title: wording.Confidence(t.Confidence) + " interval", Spare: 4, Cell: func(r rounds.Round) document.Cell {
			return document.Span{Lower: r.Exact.Lower, Upper: r.Exact.Upper}
		}},
		{Title: "two apart", Cell: func(r rounds.Round) document.Cell { return document.Share{Number: r.TwoApart.Value} }},
		{Title: "raters", Cell: func(r rounds.Round) document.Cell { return document.Count(r.Raters) }},
		{Title: "lessons", Cell: func(r rounds.Round) document.Cell { return document.Count(r.Lessons) }},
		{Title: "indicators", Spare: 1, Cell: func(r rounds.Round) document.Cell { return document.Count(r.Indicators) }},
	})
}

// changeBlocks are the sentences and figures of the changes.
func changeBlocks(t *rounds.Trend) []document.Block {
	if len(t.Changes) == 0 {
		return nil
	}
	blocks := []document.Block{}
	if len(t.Changes) > 1 {
		list := document.List{}
		for _, c := range t.Changes[:len(t.Changes)-1] {
			list.Items = append(list.Items, c.Sentence)
		}
		blocks = append(blocks, list)
	}
	blocks = append(blocks, document.TableOf("changes", t.Changes, []document.ColumnOf[rounds.Change]{
		{Title: "from", Cell: func(c rounds.Change) document.Cell { return document.Text(c.From) }},
		{Title: "to", Cell: func(c rounds.Change) document.Cell { return document.Text(c.To) }},
		{Title: map[bool]string{true: "told", false: "moved"}[t.People == "everyone"], Cell: func(c rounds.Change) document.Cell { return document.Text(movementWord(c.Movement)) }},
		{Title: map[bool]string{true: "exact", false: "change of exact"}[t.People == "everyone"], Cell: func(c rounds.Change) document.Cell { return points(shownChange(c)) }},
		{Title: "two apart", Spare: 1, Cell: func(c rounds.Change) document.Cell { return points(c.TwoApart) }},
		{Title: "everyone", Spare: 2, Hidden: t.People == "everyone", Cell: func(c rounds.Change) document.Cell { return points(c.Everyone) }},
		{Title: "people in both", Hidden: t.People != "same", Cell: func(c rounds.Change) document.Cell { return document.Count(c.Raters) }},
		{Title: "indicators", Spare: 3, Cell: func(c rounds.Change) document.Cell { return document.Count(c.Indicators) }},
	}))
	aside := "Changes are in points of a hundred, with " + wording.Confidence(t.Confidence) +
		" limits, for the people and indicators of both rounds; “everyone” takes in those who rated in one of them."
	if t.People == "everyone" {
		aside = "Differences are in points of a hundred, with " + wording.Confidence(t.Confidence) + " limits, on the indicators of both."
	}
	for _, c := range t.Changes {
		if c.Unit == "indicator" && c.LessonSDAssumed {
			aside += fmt.Sprintf(" Rounds of one or two lessons do not show how much lessons differ: %s points from lesson to lesson are assumed.",
				wording.Decimal(c.LessonSD.Map(func(v float64) float64 { return 100 * v }), 0))
			break
		}
	}
	return append(blocks, document.Paragraph{Role: document.Aside, Text: aside})
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
