package report

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Trend is a series of rounds as a team sees it together: it has no row of a
// person, and no figure that takes explaining. JSON and tables are those of the
// whole.
var Trend = trendShape(false)

// TrendFull is all of it, for the facilitator and the statistician.
var TrendFull = trendShape(true)

// TrendOf is one of the two readings.
func TrendOf(full bool) Shape[*rounds.Trend] {
	if full {
		return TrendFull
	}
	return Trend
}

func trendShape(full bool) Shape[*rounds.Trend] {
	return Shape[*rounds.Trend]{
		Document: func(t *rounds.Trend) document.Document { return viewTrend(t, full) },
		Tables:   trendTables,
		Private:  true,
	}
}

// viewTrend turns a trend into the document that people's formats show.
func viewTrend(t *rounds.Trend, full bool) document.Document {
	d := document.Document{
		Room: !full, Last: []string{"sentence"}, Title: "Rounds",
		Subtitle: fmt.Sprintf("%s, %s to %s", wording.Count(len(t.Rounds), "round"), t.Rounds[0].Round, t.Rounds[len(t.Rounds)-1].Round),
		Footer:   t.Program,
	}
	by, between := "Round by round", "From round to round"
	if t.People == "everyone" {
		d.Title, by, between = "Two sets of ratings", "Set by set", "The difference"
		d.Subtitle = t.Rounds[0].Round + " and " + t.Rounds[len(t.Rounds)-1].Round
	}
	if full {
		d.Title += ", full"
	}
	people := []document.Block{}
	if full && trendRows(t) {
		people = raterBlocks(t)
		d.Notice = "For the facilitator alone: who knows how a colleague rated can find the row."
	}
	if len(t.Rounds) == 1 {
		d.Subtitle = t.Rounds[0].Round + ", before and after the talk"
	}
	for _, s := range []document.Section{
		{ID: "sentence", Blocks: []document.Block{
			document.Paragraph{Role: document.Lead, Text: t.Sentence}, document.Paragraph{Role: document.Aside, Text: t.Limits},
		}},
		{ID: "rounds", Title: by, Blocks: roundBlocks(t, full)},
		{ID: "changes", Title: between, Blocks: changeBlocks(t, full)},
		{ID: "indicators", Title: "Indicator by indicator", Blocks: indicatorBlocks(t)},
		{ID: "talk", Title: "After the talk", Blocks: talkBlocks(t, full)},
		{ID: "kept", Title: "What you knew, and what you kept", Blocks: keptBlocks(t)},
		{ID: "decisions", Title: "What you agreed, and whether it held", Blocks: decisionBlocks(t)},
		{ID: "raters", Title: "Raters", Blocks: people},
		{ID: "notes", Title: "What was read", Blocks: noteBlocks(t.Notes)},
	} {
		if len(s.Blocks) > 0 {
			d.Sections = append(d.Sections, s)
		}
	}
	return d
}

// roundBlocks are the rounds as a chart and a table.
func roundBlocks(t *rounds.Trend, full bool) []document.Block {
	blocks := []document.Block{}
	if len(t.Rounds) > 1 && t.People != "everyone" {
		blocks = append(blocks, roundLines(t))
	}
	return append(blocks, roundTable(t, full))
}

// roundLines draw exact by round, with its limits and what chance would give.
func roundLines(t *rounds.Trend) document.LineCharts {
	l := document.LineCharts{ID: "exact", Key: "How often any two gave the same rating, by round; bars: the limits; line: the standard; dashes: by chance."}
	one := document.Line{Name: "same rating"}
	for _, r := range t.Rounds {
		l.Points = append(l.Points, r.Round)
		one.Values, one.Lower, one.Upper = append(one.Values, r.Exact.Value), append(one.Lower, r.Exact.Lower), append(one.Upper, r.Exact.Upper)
		one.Chance, one.Target = append(one.Chance, r.Exact.Chance), append(one.Target, r.Target)
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
func talkBlocks(t *rounds.Trend, full bool) []document.Block {
	var blocks []document.Block
	for _, x := range t.Talks {
		blocks = append(blocks, document.Paragraph{Text: x.Sentence})
		if full && x.Moved > 0 {
			for _, to := range x.Toward {
				blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: fmt.Sprintf("Of %d votes that moved, %d came nearer to %s.",
					to.Movers, to.Nearer, map[string]string{
						"commonest": "the commonest level before the talk", "median": "the median before the talk", "agreed": "the level that was agreed",
					}[to.Target])})
			}
		}
		followed := full && slices.ContainsFunc(x.Items, func(i rounds.TalkItem) bool { return i.Moved.OK() })
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

// changeBlocks are the sentences of the changes and, of the full reading, their
// figures.
func changeBlocks(t *rounds.Trend, full bool) []document.Block {
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
	if !full {
		return blocks
	}
	blocks = append(blocks, document.TableOf("changes", t.Changes, []document.ColumnOf[rounds.Change]{
		{Title: "from", Cell: func(c rounds.Change) document.Cell { return document.Text(c.From) }},
		{Title: "to", Cell: func(c rounds.Change) document.Cell { return document.Text(c.To) }},
		{Title: map[bool]string{true: "told", false: "moved"}[t.People == "everyone"], Cell: func(c rounds.Change) document.Cell { return document.Text(movementWord(c.Movement)) }},
		{Title: map[bool]string{true: "exact", false: "change of exact"}[t.People == "everyone"], Cell: func(c rounds.Change) document.Cell { return points(shownChange(c)) }},
		{Title: "two apart", Spare: 1, Cell: func(c rounds.Change) document.Cell { return points(c.TwoApart) }},
		{Title: "distance", Spare: 4, About: "the change of the distance within lessons", Cell: func(c rounds.Change) document.Cell {
			return document.Signed{Number: c.DistanceWithin.Change, Places: 2}
		}},
		{Title: "everyone", Spare: 2, Hidden: t.People == "everyone", Cell: func(c rounds.Change) document.Cell { return points(c.Everyone) }},
		{Title: "who came or left", Spare: 5, Hidden: t.People != "same", About: "the change of everyone less that of those in both", Cell: func(c rounds.Change) document.Cell { return points(c.Composition) }},
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
	blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: aside})
	if s := t.Slope; s != nil && s.PerRound.OK() {
		blocks = append(blocks, document.Paragraph{Text: fmt.Sprintf("Over %s lessons the share of the same rating changes by %s points a round (%s limits %s to %s).",
			wording.Whole(s.Lessons), hundredths(s.PerRound), wording.Confidence(t.Confidence), hundredths(s.Lower), hundredths(s.Upper))})
	}
	return blocks
}
