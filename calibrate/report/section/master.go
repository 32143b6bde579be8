package section

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// master sets the team beside the agreed scores: the whole, each indicator and
// each agreed level. Who is how far from them stands in private sheets.
func master(r *calibrate.Report) []document.Block {
	m := r.Master
	if m == nil {
		return nil
	}
	whole := document.Table{ID: "master", Columns: []document.Column{
		{Title: ""},
		{Title: "team"},
		{Title: "by chance"},
		{Title: Interval(r)},
	}}
	for _, line := range []struct {
		name   string
		figure calibrate.Figure
	}{
		{"the agreed score", m.Exact},
		{"within one level", m.WithinOne},
		{"two or more levels away", m.TwoApart},
	} {
		f := line.figure
		whole.Rows = append(whole.Rows, document.Row{Cells: []document.Cell{
			document.Text(line.name), document.Share{Number: f.Value}, document.Share{Number: f.Chance}, document.Span{Lower: f.Lower, Upper: f.Upper},
		}})
	}
	return []document.Block{whole, document.Paragraph{Text: masterSentence(m)}, masterLevels(m), masterIndicators(r)}
}

// masterSentence says what the comparison is of, and on which side the team is.
func masterSentence(m *calibrate.Master) string {
	s := fmt.Sprintf("%s by %s on %s with an agreed score.", wording.Count(m.Ratings, "rating"), wording.Count(m.Raters, "rater"), wording.Count(m.Items, "item"))
	if v, ok := m.Difference.Value(); ok {
		switch {
		case v >= 0.05:
			s += fmt.Sprintf(" On balance the team is %s above it.", wording.Decimal(m.Difference, 1))
		case v <= -0.05:
			s += fmt.Sprintf(" On balance the team is %s below it.", wording.Decimal(negated(m.Difference), 1))
		}
	}
	if m.Kappa.OK() {
		s += fmt.Sprintf(" Weighted kappa (quadratic) is %s.", wording.Decimal(m.Kappa, 2))
	}
	return s
}

// masterLevels shows which levels the team reads higher or lower.
func masterLevels(m *calibrate.Master) document.Table {
	table := document.Table{ID: "master-levels", Caption: "Where the agreed score is a level, what the team gave", Columns: []document.Column{
		{Title: "agreed score"},
		{Title: "ratings", Spare: 1},
		{Title: "lower"},
		{Title: "the same"},
		{Title: "higher"},
	}}
	for _, l := range m.Levels {
		name := wording.Level(l.Value)
		if l.Scale != "" {
			name += " (" + l.Scale + ")"
		}
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			document.Text(name), document.Count(l.Ratings), document.Share{Number: l.Below}, document.Share{Number: l.Exact}, document.Share{Number: l.Above},
		}})
	}
	return table
}

// masterIndicators shows each indicator beside its agreed scores.
func masterIndicators(r *calibrate.Report) document.Table {
	names := map[string]calibrate.Place{}
	for _, p := range r.Indicators {
		names[p.ID] = p
	}
	table := document.Table{ID: "master-indicators", Columns: []document.Column{
		{Title: "indicator"},
		{Title: "exact"},
		{Title: "chance", Spare: 3},
		{Title: Interval(r), Spare: 2},
		{Title: "within one"},
		{Title: "2 away", Spare: 1},
		{Title: "above or below", About: "mean of rating minus agreed score"},
	}}
	for _, x := range r.Master.Indicators {
		table.Rows = append(table.Rows, document.Row{Cells: []document.Cell{
			document.Text(label(names[x.ID])),
			document.Share{Number: x.Exact.Value},
			document.Share{Number: x.Exact.Chance},
			document.Span{Lower: x.Exact.Lower, Upper: x.Exact.Upper},
			document.Share{Number: x.WithinOne.Value},
			document.Share{Number: x.TwoApart.Value},
			document.Signed{Number: x.Difference, Places: 1},
		}})
	}
	return table
}
