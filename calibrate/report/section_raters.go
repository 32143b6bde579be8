package report

import (
	"cmp"
	"math"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// raters shows the raters by pseudonym. There is no ranking.
func raters(r *calibrate.Report) []Block {
	if len(r.Raters) == 0 {
		return nil
	}
	table := Table{ID: "raters", Columns: []Column{
		{Title: "rater"},
		{Title: "ratings", Spare: 4},
		{Title: "mean"},
		{Title: "severity", Axis: severityAxis(r)},
		{Title: "against the group", About: "how far above or below the others on the same items, in points"},
		{Title: interval(r), Spare: 3},
		{Title: "exact with others", About: "share of the others who gave the same rating"},
		{Title: "chance"},
		{Title: "of the distance", About: "the rater's part of the whole distance", Spare: 1},
		{Title: "of the pairs", About: "the rater's part of the pairs", Spare: 5},
	}}
	grouped := r.Settings.By != ""
	if grouped {
		table.Columns = append(table.Columns, Column{Title: r.Settings.By})
	}
	for _, x := range r.Raters {
		lower, upper := negated(x.SeverityUpper), negated(x.SeverityLower)
		cells := []Cell{
			Text(who(x)), Count(x.Ratings),
			Decimal{x.Mean, 2},
			Mark{Value: negated(x.Severity), Lower: lower, Upper: upper},
			Against{negated(x.Severity)},
			Span{lower, upper, 1},
			Share{x.Exact.Value},
			Share{x.Exact.Chance},
			Share{part(x.DistanceShare, r)},
			Share{x.ExpectedShare},
		}
		if grouped {
			cells = append(cells, Text(cmp.Or(x.Group.Name(), wording.Absent)))
		}
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	note := "The group's median is not the truth: one who stands apart may be right."
	if r.Input.Lessons == 1 {
		note += " This is how they rated this lesson; another may show them differently."
	}
	return []Block{table, Paragraph{Aside, note}}
}

// negated turns severity, which counts downwards, into what people say: above
// is positive.
func negated(n stats.Number) stats.Number {
	return n.Map(func(v float64) float64 { return -v })
}

// severityAxis holds every interval, the same to both sides of 0.
func severityAxis(r *calibrate.Report) *Axis {
	reach := 0.5
	for _, x := range r.Raters {
		for _, n := range []stats.Number{x.Severity, x.SeverityLower, x.SeverityUpper} {
			reach = max(reach, math.Abs(n.Or(0)))
		}
	}
	reach = math.Ceil(reach*2) / 2
	return &Axis{Min: -reach, Max: reach, Low: "lower", High: "higher"}
}
