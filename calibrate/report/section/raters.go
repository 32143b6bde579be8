package section

import (
	"cmp"
	"math"
	"slices"

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
	table := document.TableOf("raters", r.Raters, []document.ColumnOf[calibrate.Rater]{
		{Title: "rater", Cell: func(x calibrate.Rater) document.Cell { return document.Text(who(x)) }},
		{Title: "ratings", Spare: 4, Cell: func(x calibrate.Rater) document.Cell { return document.Count(x.Ratings) }},
		{Title: "mean", Cell: func(x calibrate.Rater) document.Cell { return document.Decimal{Number: x.Mean, Places: 2} }},
		{Title: "severity", Axis: severityAxis(r), Cell: func(x calibrate.Rater) document.Cell {
			return document.Mark{Value: negated(x.Severity), Lower: negated(x.SeverityUpper), Upper: negated(x.SeverityLower)}
		}},
		{Title: "against the group", About: "how far above or below the others on the same items, in points", Cell: func(x calibrate.Rater) document.Cell { return document.Against{Number: negated(x.Severity)} }},
		{Title: Interval(r), Spare: 3, Cell: func(x calibrate.Rater) document.Cell {
			return document.Span{Lower: negated(x.SeverityUpper), Upper: negated(x.SeverityLower), Places: 1}
		}},
		{Title: "Rasch severity", About: "in logits, above 0 more severe: see docs/rasch.md", Hidden: !anyRasch(r), Cell: func(x calibrate.Rater) document.Cell {
			return document.Signed{Number: x.RaschSeverity, Places: 2}
		}},
		{Title: "error", Hidden: !anyRasch(r), Cell: func(x calibrate.Rater) document.Cell { return document.Decimal{Number: x.RaschSE, Places: 2} }},
		{Title: "exact with others", About: "share of the others who gave the same rating", Cell: func(x calibrate.Rater) document.Cell { return document.Share{Number: x.Exact.Value} }},
		{Title: "chance", Cell: func(x calibrate.Rater) document.Cell { return document.Share{Number: x.Exact.Chance} }},
		{Title: "part of it", About: "the rater's part of how far apart the team is", Spare: 1, Cell: func(x calibrate.Rater) document.Cell { return document.Share{Number: part(x.DistanceShare, r)} }},
		{Title: "of pairs", About: "the rater's part of the pairs of ratings", Spare: 5, Cell: func(x calibrate.Rater) document.Cell { return document.Share{Number: x.ExpectedShare} }},
		{Title: r.Settings.By, Hidden: r.Settings.By == "", Cell: func(x calibrate.Rater) document.Cell { return document.Text(cmp.Or(x.Group.Name(), wording.Absent)) }},
	})
	note := "The group's median is not the truth: someone who stands apart may be right."
	if r.Input.Lessons == 1 {
		note += " This is how they rated this lesson; another may show them differently."
	}
	return []document.Block{table, document.Paragraph{Role: document.Aside, Text: note}}
}

// anyRasch reports whether the Rasch model's severities stand beside ours.
func anyRasch(r *calibrate.Report) bool {
	return slices.ContainsFunc(r.Raters, func(x calibrate.Rater) bool { return x.RaschSeverity.OK() })
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
