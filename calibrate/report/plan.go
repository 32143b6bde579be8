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
	raters := document.Table{ID: "raters", Columns: []document.Column{
		{Title: "raters"},
		{Title: "chart", Axis: &document.Axis{Min: 0, Max: 1}},
		{Title: "dependability"},
		{Title: section.Interval(r)},
		{Title: "attains", About: "how probably the target is met"},
	}}
	lessons := document.Table{ID: "lessons", Columns: []document.Column{
		{Title: "lessons"},
		{Title: "chart", Axis: &document.Axis{Min: 0, Max: 0.5, Percent: true}},
		{Title: "± of exact"},
		{Title: section.Interval(r)},
		{Title: "attains", About: "how probably the target is met"},
	}}
	for _, row := range r.Plan.Table {
		if row.Raters > 0 {
			raters.Rows = append(raters.Rows, document.Row{Marked: float64(row.Raters) == r.Plan.Raters.Number.Or(0), Cells: []document.Cell{
				document.Count(row.Raters),
				mark(row.Dependability, row.DependabilityLower, row.DependabilityUpper, r.Plan.Raters.Target),
				document.Decimal{Number: row.Dependability, Places: 2},
				document.Span{Lower: row.DependabilityLower, Upper: row.DependabilityUpper, Places: 2},
				document.Share{Number: row.Attains},
			}})
			continue
		}
		lessons.Rows = append(lessons.Rows, document.Row{Marked: float64(row.Lessons) == r.Plan.Lessons.Number.Or(0), Cells: []document.Cell{
			document.Count(row.Lessons),
			mark(row.HalfWidth, row.HalfWidthLower, row.HalfWidthUpper, r.Plan.Lessons.Target),
			document.Share{Number: row.HalfWidth},
			document.Span{Lower: row.HalfWidthLower, Upper: row.HalfWidthUpper},
			document.Share{Number: row.Attains},
		}})
	}
	d := document.Document{Title: "What more would help", Sections: []document.Section{
		{ID: "raters", Title: "Raters for a dependable score", Blocks: []document.Block{document.Paragraph{Text: section.RatersNeeded(r.Plan.Raters)}}},
		{ID: "lessons", Title: "Lessons for a narrow enough interval", Blocks: []document.Block{document.Paragraph{Text: r.Plan.Sentence}}},
	}}
	for i, t := range []document.Table{raters, lessons} {
		if len(t.Rows) > 0 {
			d.Sections[i].Blocks = append(d.Sections[i].Blocks, t)
		}
	}
	return d
}
