package report

import (
	"fmt"
	"io"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// next says what more would help.
func next(r *calibrate.Report) []Block {
	if r.Plan == nil {
		return nil
	}
	return []Block{
		Paragraph{Text: r.Plan.Sentence},
		Paragraph{Text: ratersNeeded(r.Plan.Raters)},
	}
}

// ratersNeeded says how many raters make a score dependable.
func ratersNeeded(n calibrate.Need) string {
	of := "a lesson's overall score"
	if n.Of == "item" {
		of = "the score of one indicator of this lesson"
	}
	number, ok := n.Number.Value()
	if !ok {
		return fmt.Sprintf("No number of raters would make %s dependable (%.2f) as this team rates now.", of, n.Target)
	}
	s := fmt.Sprintf("To make %s dependable (Φ %.2f), its mean should be over %s", of, n.Target, wording.Count(int(number), "rater"))
	if !n.Lower.OK() {
		return s + "."
	}
	if !n.Upper.OK() {
		return s + fmt.Sprintf(" (%s or more).", wording.Decimal(n.Lower, 0))
	}
	return s + fmt.Sprintf(" (%s to %s).", wording.Decimal(n.Lower, 0), wording.Decimal(n.Upper, 0))
}

// mark is a value on a chart beside the target.
func mark(value, lower, upper stats.Number, target float64) Mark {
	return Mark{Value: value, Lower: lower, Upper: upper, Target: stats.Of(target)}
}

// PlanFormats lists the formats of a plan on its own; the first is the default.
var PlanFormats = []Format{
	{"text", "for the terminal", ".txt", asText(ViewPlan)},
	{"json", "all of it, " + calibrate.PlanSchema, ".json", func(w io.Writer, r *calibrate.Report, _ Options) error {
		return WriteJSON(w, r.Planning())
	}},
}

// LookupPlan returns the format with a name.
func LookupPlan(id string) (*Format, error) { return lookup(PlanFormats, id) }

// ViewPlan shows a plan on its own, with its tables.
func ViewPlan(r *calibrate.Report) Document {
	raters := Table{ID: "raters", Columns: []Column{
		{Title: "raters"},
		{Title: "chart", Axis: &Axis{Min: 0, Max: 1}},
		{Title: "dependability"},
		{Title: interval(r)},
		{Title: "attains", About: "how probably the target is met"},
	}}
	lessons := Table{ID: "lessons", Columns: []Column{
		{Title: "lessons"},
		{Title: "chart", Axis: &Axis{Min: 0, Max: 0.5, Percent: true}},
		{Title: "± of exact"},
		{Title: interval(r)},
		{Title: "attains", About: "how probably the target is met"},
	}}
	for _, row := range r.Plan.Table {
		if row.Raters > 0 {
			raters.Rows = append(raters.Rows, Row{Marked: float64(row.Raters) == r.Plan.Raters.Number.Or(0), Cells: []Cell{
				Count(row.Raters),
				mark(row.Dependability, row.DependabilityLower, row.DependabilityUpper, r.Plan.Raters.Target),
				Decimal{row.Dependability, 2},
				Span{row.DependabilityLower, row.DependabilityUpper, 2},
				Share{row.Attains},
			}})
			continue
		}
		lessons.Rows = append(lessons.Rows, Row{Marked: float64(row.Lessons) == r.Plan.Lessons.Number.Or(0), Cells: []Cell{
			Count(row.Lessons),
			mark(row.HalfWidth, row.HalfWidthLower, row.HalfWidthUpper, r.Plan.Lessons.Target),
			Share{row.HalfWidth},
			Span{Lower: row.HalfWidthLower, Upper: row.HalfWidthUpper},
			Share{row.Attains},
		}})
	}
	d := Document{Title: "What more would help", Sections: []Section{
		{ID: "raters", Title: "Raters for a dependable score", Blocks: []Block{Paragraph{Text: ratersNeeded(r.Plan.Raters)}}},
		{ID: "lessons", Title: "Lessons for a narrow enough interval", Blocks: []Block{Paragraph{Text: r.Plan.Sentence}}},
	}}
	for i, t := range []Table{raters, lessons} {
		if len(t.Rows) > 0 {
			d.Sections[i].Blocks = append(d.Sections[i].Blocks, t)
		}
	}
	return d
}
