package section

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/team"
)

// master sets the team beside the agreed scores: the whole, each indicator and
// each agreed level. Who is how far from them stands in private sheets.
func master(r *calibrate.Report) []document.Block {
	m := r.Master
	if m == nil {
		return nil
	}
	var lines []figureLine
	for _, kind := range team.Kinds {
		words, _ := calibrate.FigureKindOf(kind.ID)
		lines = append(lines, figureLine{name: words.Away, figure: *kind.Of(&m.Figures)})
	}
	whole := document.TableOf("master", lines, []document.ColumnOf[figureLine]{
		{Title: "", Cell: func(l figureLine) document.Cell { return document.Text(l.name) }},
		{Title: "team", Cell: func(l figureLine) document.Cell { return document.Share{Number: l.figure.Value} }},
		{Title: "by chance", Cell: func(l figureLine) document.Cell { return document.Share{Number: l.figure.Chance} }},
		{Title: Interval(r), Cell: func(l figureLine) document.Cell {
			return document.Span{Lower: l.figure.Lower, Upper: l.figure.Upper}
		}},
	})
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
	return document.TableOf("master-levels", m.Levels, []document.ColumnOf[calibrate.MasterLevel]{
		{Title: "agreed score", Cell: func(l calibrate.MasterLevel) document.Cell {
			name := wording.Level(l.Value)
			if l.Scale != "" {
				name += " (" + l.Scale + ")"
			}
			return document.Text(name)
		}},
		{Title: "ratings", Spare: 1, Cell: func(l calibrate.MasterLevel) document.Cell { return document.Count(l.Ratings) }},
		{Title: "lower", Cell: func(l calibrate.MasterLevel) document.Cell { return document.Share{Number: l.Below} }},
		{Title: "the same", Cell: func(l calibrate.MasterLevel) document.Cell { return document.Share{Number: l.Exact} }},
		{Title: "higher", Cell: func(l calibrate.MasterLevel) document.Cell { return document.Share{Number: l.Above} }},
	}).With("Where the agreed score is a level, what the team gave")
}

// masterIndicators shows each indicator beside its agreed scores.
func masterIndicators(r *calibrate.Report) document.Table {
	names := map[string]calibrate.Breakdown{}
	for _, p := range r.Indicators {
		names[p.ID] = p
	}
	table := document.TableOf("master-indicators", r.Master.Indicators, []document.ColumnOf[calibrate.MasterIndicator]{
		{Title: "indicator", Cell: func(x calibrate.MasterIndicator) document.Cell { return document.Text(Label(names[x.ID])) }},
		{Title: "exact", Cell: func(x calibrate.MasterIndicator) document.Cell { return document.Share{Number: x.Exact.Value} }},
		{Title: "chance", Spare: 3, Cell: func(x calibrate.MasterIndicator) document.Cell { return document.Share{Number: x.Exact.Chance} }},
		{Title: Interval(r), Spare: 2, Cell: func(x calibrate.MasterIndicator) document.Cell {
			return document.Span{Lower: x.Exact.Lower, Upper: x.Exact.Upper}
		}},
		{Title: "within one", Cell: func(x calibrate.MasterIndicator) document.Cell { return document.Share{Number: x.WithinOne.Value} }},
		{Title: "2 away", Spare: 1, Cell: func(x calibrate.MasterIndicator) document.Cell { return document.Share{Number: x.TwoApart.Value} }},
		{Title: "above or below", About: "mean of rating minus agreed score", Cell: func(x calibrate.MasterIndicator) document.Cell {
			return document.Signed{Number: x.Difference, Places: 1}
		}},
	})
	return table
}
