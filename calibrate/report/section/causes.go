package section

import (
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
)

// causes shows why the team is apart: each cause with its share and remedy.
func causes(r *calibrate.Report) []document.Block {
	c := r.Causes
	if c == nil || !c.Residual.OK() {
		return nil
	}
	table := document.TableOf("causes", slices.DeleteFunc(causeLines(c), func(l causeLine) bool { return !l.cause.OK() }), []document.ColumnOf[causeLine]{
		{Title: "cause", Cell: func(l causeLine) document.Cell { return document.Text(l.name) }},
		{Title: "share of the disagreement", Axis: &document.Axis{Min: 0, Max: 1, Percent: true}, Cell: func(l causeLine) document.Cell {
			return document.Mark{Value: l.cause.Share, Lower: l.cause.Lower, Upper: l.cause.Upper, Bar: true}
		}},
		{Title: "share", Cell: func(l causeLine) document.Cell { return document.Share{Number: l.cause.Share} }},
		{Title: Interval(r), Cell: func(l causeLine) document.Cell { return document.Span{Lower: l.cause.Lower, Upper: l.cause.Upper} }},
		{Title: "what to do", Cell: func(l causeLine) document.Cell { return document.Text(l.remedy) }},
	})
	blocks := []document.Block{
		document.Paragraph{Text: "What the disagreement between two raters of the same item is made of:"}, table,
	}
	if list := mostOf(c); len(list.Items) > 0 {
		blocks = append(blocks, list)
	}
	if !c.IndicatorReading.OK() || !c.LessonReading.OK() {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: cannotTellApart(r)})
	}
	return blocks
}

// causeLine is a cause in people's words.
type causeLine struct {
	name, remedy string
	cause        calibrate.Cause
}

// causeLines lists the causes. What stands for two has both names.
func causeLines(c *calibrate.Causes) []causeLine {
	severity, residual := "severity", "inconsistency"
	if !c.LessonReading.OK() {
		severity = "severity on this lesson"
	}
	if !c.IndicatorReading.OK() {
		residual = "reading or inconsistency"
	}
	return []causeLine{
		{severity, "anchor the levels with examples", c.Severity},
		{"reading of an indicator", "clarify the rubric", c.IndicatorReading},
		{"reading of a lesson", "rate each indicator from evidence", c.LessonReading},
		{residual, "more evidence, more practice", c.Residual},
	}
}

// mostOf names the indicators and lessons that make most of a cause.
func mostOf(c *calibrate.Causes) document.List {
	list := document.List{}
	for _, m := range c.Most {
		switch {
		case math.Abs(m.Effect) < 0.05: // nothing that anyone would notice
		case m.Indicator != "":
			list.Items = append(list.Items, fmt.Sprintf("%s is read most differently, by about %.1f levels either way.", m.Indicator, m.Effect))
		case m.Lesson != "":
			list.Items = append(list.Items, fmt.Sprintf("%s as a whole left different impressions, by about %.1f levels either way.", m.Lesson, m.Effect))
		}
	}
	return list
}

// cannotTellApart says what the ratings cannot tell.
func cannotTellApart(r *calibrate.Report) string {
	if r.Input.Lessons == 1 {
		return "One lesson cannot tell a severe rater from one who saw this lesson differently, nor a different reading of an indicator from inconsistency."
	}
	return "These ratings cannot tell all causes apart: the same raters would have to rate more lessons together."
}
