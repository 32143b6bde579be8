package report

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// SurveyTrend is two surveys of a team.
var SurveyTrend = Shape[*survey.Trend]{
	Document: viewSurveyTrend,
	Tables: []TableOf[*survey.Trend]{
		{"dimensions", func(t *survey.Trend) any { return t.Dimensions }},
		{"surveys", func(t *survey.Trend) any { return t.Rounds }},
	},
}

// viewSurveyTrend turns two surveys into the document that people's formats
// show. Nobody is in it.
func viewSurveyTrend(t *survey.Trend) document.Document {
	first, last := t.Rounds[0].Round, t.Rounds[len(t.Rounds)-1].Round
	d := document.Document{
		Title:    survey.FrameNamed(t.Frame).Title + ": then and now",
		Subtitle: fmt.Sprintf("%s to %s · %s", first, last, wording.Count(len(t.Dimensions), "dimension")),
		Footer:   "calibrate " + t.Program.Version,
		Sections: []document.Section{
			{ID: "sentence", Blocks: []document.Block{
				document.Paragraph{Role: document.Lead, Text: t.Sentence}, document.Paragraph{Role: document.Aside, Text: t.Limits},
			}},
			{ID: "picture", Title: "Where you said that you are", Blocks: []document.Block{nowShifts(t, first, last)}},
			{ID: "dimensions", Title: "Then and now", Blocks: []document.Block{courseTable(t, first, last), courseAside(t)}},
		},
	}
	if list := t.Readings(); len(list) > 0 {
		d.Sections = append(d.Sections, document.Section{ID: "readings", Title: "How the two pages read", Blocks: []document.Block{document.List{Items: list}}})
	}
	if len(t.Notes) > 0 {
		list := document.List{}
		for _, n := range t.Notes {
			list.Items = append(list.Items, wording.Capital(n.Text)+".")
		}
		d.Sections = append(d.Sections, document.Section{ID: "notes", Title: "Who answered", Blocks: []document.Block{list}})
	}
	return d
}

// nowShifts shows how far today moved on each dimension.
func nowShifts(t *survey.Trend, first, last string) document.Shifts {
	a := document.Shifts{ID: "moved", From: first, To: last}
	for _, c := range t.Dimensions {
		low, high := c.Scale()
		a.Lines = append(a.Lines, document.Shift{
			Name: c.Name, Low: endName(c.Ends[0], low), High: endName(c.Ends[1], high), Min: low, Max: high,
			From: c.Before.Is, To: c.After.Is, Words: pathWord(c),
		})
	}
	return a
}

// courseTable is the gap then and now.
func courseTable(t *survey.Trend, first, last string) document.Table {
	decimal := func(n stats.Number) document.Cell { return document.Decimal{Number: n, Places: 1} }
	gapOf := func(p survey.Point) document.Cell {
		text := wording.Signed(p.Gap, 1)
		if p.Lower.OK() {
			text += " (" + wording.Range(p.Lower, p.Upper, 1) + ")"
		}
		return document.Text(text)
	}
	return document.TableOf("dimensions", t.Dimensions, []document.ColumnOf[survey.Course]{
		{Title: "dimension", Cell: func(c survey.Course) document.Cell { return document.Text(c.Name) }},
		{Title: "is, " + first, Spare: 2, Cell: func(c survey.Course) document.Cell { return decimal(c.Before.Is) }},
		{Title: "is, " + last, Spare: 2, Cell: func(c survey.Course) document.Cell { return decimal(c.After.Is) }},
		{Title: "gap, " + first, Cell: func(c survey.Course) document.Cell { return gapOf(c.Before) }},
		{Title: "gap, " + last, Cell: func(c survey.Course) document.Cell { return gapOf(c.After) }},
		{Title: "change of is", Spare: 1, Cell: func(c survey.Course) document.Cell {
			text := wording.Signed(c.Is.Difference, 1)
			if c.Is.Lower.OK() {
				text += " (" + wording.Range(c.Is.Lower, c.Is.Upper, 1) + ")"
			}
			return document.Text(text)
		}},
		{Title: "today moved", Cell: func(c survey.Course) document.Cell { return document.Text(pathWord(c)) }},
		{Title: "people in both", Spare: 3, Hidden: t.Who == "everyone", Cell: func(c survey.Course) document.Cell { return document.Count(c.People) }},
	})
}

func pathWord(c survey.Course) string {
	word := map[gap.Path]string{
		gap.Toward: "toward the goal", gap.Away: "away from the goal", gap.NoTelling: "cannot tell",
	}[c.Path]
	if c.NewGoal {
		word += "; the goal moved"
	}
	return word
}

// courseAside says what the figures are.
func courseAside(t *survey.Trend) document.Paragraph {
	who := "the people who answered both times"
	if t.Who == "everyone" {
		who = "everyone who answered"
	}
	return document.Paragraph{Role: document.Aside, Text: fmt.Sprintf(
		"The gap is %s − %s, with %s limits, of %s; the goal is where you said at first that you should be.",
		survey.FrameNamed(t.Frame).Goal, survey.FrameNamed(t.Frame).Today, wording.Confidence(t.Confidence), who)}
}
