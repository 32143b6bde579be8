package report

import (
	"io"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/stats"
)

// Plan is what more raters and lessons would help, on its own.
var Plan = Shape[*calibrate.Report]{
	Document: viewPlan,
	JSON:     func(w io.Writer, r *calibrate.Report) error { return format.WriteJSON(w, r.Planning()) },
	Tables:   []TableOf[*calibrate.Report]{{"table", func(r *calibrate.Report) any { return r.Plan.Table }}},
}

// mark is a value on a chart beside the target.
func mark(value, lower, upper stats.Number, target float64) document.Mark {
	return document.Mark{Value: value, Lower: lower, Upper: upper, Target: stats.Of(target)}
}

// viewPlan shows a plan on its own, with its tables.
func viewPlan(r *calibrate.Report) document.Document {
	var raters, lessons []calibrate.PlanRow
	for _, row := range r.Plan.Table {
		if row.Raters > 0 {
			raters = append(raters, row)
		} else {
			lessons = append(lessons, row)
		}
	}
	byRaters := document.TableOf("raters", raters, []document.ColumnOf[calibrate.PlanRow]{
		{Title: "raters", Cell: func(x calibrate.PlanRow) document.Cell { return document.Count(x.Raters) }},
		{Title: "chart", Axis: &document.Axis{Min: 0, Max: 1}, Cell: func(x calibrate.PlanRow) document.Cell {
			return mark(x.Dependability, x.DependabilityLower, x.DependabilityUpper, r.Plan.Raters.Target)
		}},
		{Title: "dependability", Cell: func(x calibrate.PlanRow) document.Cell {
			return document.Decimal{Number: x.Dependability, Places: 2}
		}},
		{Title: section.Interval(r), Cell: func(x calibrate.PlanRow) document.Cell {
			return document.Span{Lower: x.DependabilityLower, Upper: x.DependabilityUpper, Places: 2}
		}},
		attains(),
	}).Marked(func(i int) bool { return float64(raters[i].Raters) == r.Plan.Raters.Number.Or(0) })
	byLessons := document.TableOf("lessons", lessons, []document.ColumnOf[calibrate.PlanRow]{
		{Title: "lessons", Cell: func(x calibrate.PlanRow) document.Cell { return document.Count(x.Lessons) }},
		{Title: "chart", Axis: &document.Axis{Min: 0, Max: 0.5, Percent: true}, Cell: func(x calibrate.PlanRow) document.Cell {
			return mark(x.HalfWidth, x.HalfWidthLower, x.HalfWidthUpper, r.Plan.Lessons.Target)
		}},
		{Title: "± of exact", Cell: func(x calibrate.PlanRow) document.Cell { return document.Share{Number: x.HalfWidth} }},
		{Title: section.Interval(r), Cell: func(x calibrate.PlanRow) document.Cell {
			return document.Span{Lower: x.HalfWidthLower, Upper: x.HalfWidthUpper}
		}},
		attains(),
	}).Marked(func(i int) bool { return float64(lessons[i].Lessons) == r.Plan.Lessons.Number.Or(0) })
	d := document.Document{Title: "What more would help", Sections: []document.Section{
		{ID: "raters", Title: "Raters for a dependable score", Blocks: []document.Block{document.Paragraph{Text: section.RatersNeeded(r.Plan.Raters)}}},
		{ID: "lessons", Title: "Lessons for a narrow enough interval", Blocks: []document.Block{document.Paragraph{Text: r.Plan.Sentence}}},
	}}
	for i, t := range []document.Table{byRaters, byLessons} {
		if len(t.Rows) > 0 {
			d.Sections[i].Blocks = append(d.Sections[i].Blocks, t)
		}
	}
	return d
}

// attains says how probably a number meets its target.
func attains() document.ColumnOf[calibrate.PlanRow] {
	return document.ColumnOf[calibrate.PlanRow]{
		Title: "attains", About: "how probably the target is met",
		Cell: func(x calibrate.PlanRow) document.Cell { return document.Share{Number: x.Attains} },
	}
}
