package section

import (
	"cmp"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// raters shows the raters by pseudonym. There is no ranking.
func raters(r *calibrate.Report) []document.Block {
	if len(r.Raters) == 0 {
		return nil
	}
	table := document.Table{ID: "raters", Columns: []document.Column{
		{Title: "rater"},
		{Title: "ratings", Spare: 4},
		{Title: "mean"},
		{Title: "severity", Axis: severityAxis(r)},
		{Title: "against the group", About: "how far above or below the others on the same items, in points"},
		{Title: Interval(r), Spare: 3},
		{Title: "exact with others", About: "share of the others who gave the same rating"},
		{Title: "chance"},
		{Title: "of the distance", About: "the rater's part of the whole distance", Spare: 1},
		{Title: "of the pairs", About: "the rater's part of the pairs", Spare: 5},
	}}
	grouped := r.Settings.By != ""
	if grouped {
		table.Columns = append(table.Columns, document.Column{Title: r.Settings.By})
	}
	for _, x := range r.Raters {
		lower, upper := negated(x.SeverityUpper), negated(x.SeverityLower)
		cells := []document.Cell{
			document.Text(who(x)), document.Count(x.Ratings),
			document.Decimal{Number: x.Mean, Places: 2},
			document.Mark{Value: negated(x.Severity), Lower: lower, Upper: upper},
			document.Against{Number: negated(x.Severity)},
			document.Span{Lower: lower, Upper: upper, Places: 1},
			document.Share{Number: x.Exact.Value},
			document.Share{Number: x.Exact.Chance},
			document.Share{Number: part(x.DistanceShare, r)},
			document.Share{Number: x.ExpectedShare},
		}
		if grouped {
			cells = append(cells, document.Text(cmp.Or(x.Group.Name(), wording.Absent)))
		}
		table.Rows = append(table.Rows, document.Row{Cells: cells})
	}
	note := "The group's median is not the truth: one who stands apart may be right."
	if r.Input.Lessons == 1 {
		note += " This is how they rated this lesson; another may show them differently."
	}
	return []document.Block{table, document.Paragraph{Role: document.Aside, Text: note}}
}

// negated turns severity, which counts downwards, into what people say: above
// is positive.
func negated(n stats.Number) stats.Number {
	return n.Map(func(v float64) float64 { return -v })
}

// severityAxis holds every interval, the same to both sides of 0.
func severityAxis(r *calibrate.Report) *document.Axis {
	reach := 0.5
	for _, x := range r.Raters {
		for _, n := range []stats.Number{x.Severity, x.SeverityLower, x.SeverityUpper} {
			reach = max(reach, math.Abs(n.Or(0)))
		}
	}
	reach = math.Ceil(reach*2) / 2
	return &document.Axis{Min: -reach, Max: reach, Low: "lower", High: "higher"}
}
