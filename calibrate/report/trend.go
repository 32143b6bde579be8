package report

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/wording"
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
		Sections: []document.Section{
			{ID: "sentence", Blocks: []document.Block{
				document.Paragraph{Role: document.Lead, Text: t.Sentence}, document.Paragraph{Role: document.Aside, Text: t.Limits},
			}},
			{ID: "rounds", Title: "Round by round", Blocks: []document.Block{roundTable(t)}},
			{ID: "changes", Title: "From round to round", Blocks: changeBlocks(t)},
			{ID: "indicators", Title: "Indicator by indicator", Blocks: []document.Block{seriesTable(t)}},
		},
	}
	if len(t.Notes) > 0 {
		list := document.List{}
		for _, n := range t.Notes {
			list.Items = append(list.Items, wording.Capital(n.Text)+".")
		}
		d.Sections = append(d.Sections, document.Section{ID: "notes", Title: "What was read", Blocks: []document.Block{list}})
	}
	return d
}

func roundTable(t *rounds.Trend) document.Table {
	return document.TableOf("rounds", t.Rounds, []document.ColumnOf[rounds.Round]{
		{Title: "round", Cell: func(r rounds.Round) document.Cell { return document.Text(r.Round) }},
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
		{Title: "moved", Cell: func(c rounds.Change) document.Cell { return document.Text(movementWord(c.Movement)) }},
		{Title: "change of exact", Cell: func(c rounds.Change) document.Cell { return points(c.Exact) }},
		{Title: "two apart", Spare: 1, Cell: func(c rounds.Change) document.Cell { return points(c.TwoApart) }},
		{Title: "everyone", Spare: 2, Cell: func(c rounds.Change) document.Cell { return points(c.Everyone) }},
		{Title: "people in both", Cell: func(c rounds.Change) document.Cell { return document.Count(c.Raters) }},
		{Title: "indicators", Spare: 3, Cell: func(c rounds.Change) document.Cell { return document.Count(c.Indicators) }},
	}))
	aside := "Changes are in points of a hundred, with " + wording.Confidence(t.Confidence) +
		" limits, for the people and indicators of both rounds; “everyone” takes in those who rated in one of them."
	for _, c := range t.Changes {
		if c.Unit == "indicator" && c.LessonSDAssumed {
			aside += fmt.Sprintf(" Rounds of one or two lessons do not show how much lessons differ: %s points from lesson to lesson are assumed.",
				wording.Decimal(c.LessonSD.Map(func(v float64) float64 { return 100 * v }), 0))
			break
		}
	}
	return append(blocks, document.Paragraph{Role: document.Aside, Text: aside})
}

// points writes a change with its limits.
func points(d rounds.Difference) document.Cell {
	hundred := func(v float64) float64 { return 100 * v }
	text := wording.Signed(d.Change.Map(hundred), 0)
	if d.Lower.OK() {
		text += " (" + wording.Signed(d.Lower.Map(hundred), 0) + " to " + wording.Signed(d.Upper.Map(hundred), 0) + ")"
	}
	return document.Text(text)
}

func movementWord(m movement.Movement) string {
	return map[movement.Movement]string{
		movement.Together: "together", movement.Apart: "apart", movement.CannotTell: "cannot tell",
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
		document.ColumnOf[rounds.Indicator]{Title: "moved", Cell: func(i rounds.Indicator) document.Cell { return document.Text(movementWord(i.Movement)) }},
		document.ColumnOf[rounds.Indicator]{Title: "misses standard", Spare: 1, Cell: func(i rounds.Indicator) document.Cell {
			return document.Text(fmt.Sprintf("%d of %d", i.NotMet, i.Rated))
		}},
	)
	return document.TableOf("indicators", t.Indicators, columns)
}
