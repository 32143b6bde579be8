package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
)

// probability writes a p value as people read it.
func probability(n stats.Number) string {
	v, ok := n.Value()
	switch {
	case !ok:
		return wording.Absent
	case v < 0.001:
		return "<.001"
	}
	return strings.TrimPrefix(fmt.Sprintf("%.3f", v), "0")
}

// partRow adds the part and the scale of a row to a table that has them.
func partRow(s *calibrate.Statistics, of *calibrate.Of, scale string, cells []document.Cell) document.Row {
	if s.Settings.By != "" {
		cells = append(cells, document.Text(partName(of)))
	}
	if len(s.Input.Scales) > 1 {
		cells = append(cells, document.Text(scale))
	}
	return document.Row{Cells: cells}
}

// partColumns adds the columns of partRow.
func partColumns(s *calibrate.Statistics, columns []document.Column) []document.Column {
	if s.Settings.By != "" {
		columns = append(columns, document.Column{Title: s.Settings.By})
	}
	if len(s.Input.Scales) > 1 {
		columns = append(columns, document.Column{Title: "scale"})
	}
	return columns
}

// comparisonTable shows the differences; where all are of the same two parts,
// these stand above it.
func comparisonTable(s *calibrate.Statistics) []document.Block {
	if s.Comparisons == nil {
		return nil
	}
	table := document.Table{ID: "comparisons", Columns: []document.Column{
		{Title: "coefficient"},
		{Title: "first"},
		{Title: "second"},
		{Title: "difference"},
		{Title: confidenceTitle(s)},
		{Title: "p"},
		{Title: "values", Spare: 1},
		{Title: "how", Spare: 2},
	}}
	several := len(s.Input.Scales) > 1
	if several {
		table.Columns = append(table.Columns, document.Column{Title: "scale"})
	}
	var firsts, seconds, without []string
	for _, c := range s.Comparisons {
		name := slashed(c.ID, c.Weights)
		if !c.Difference.OK() {
			without = append(without, name)
			continue
		}
		firsts, seconds = append(firsts, c.First), append(seconds, c.Second)
		cells := []document.Cell{
			document.Text(name), document.Text(c.First), document.Text(c.Second),
			document.Signed{Number: c.Difference, Places: 3},
			document.Span{Lower: c.Lower, Upper: c.Upper, Places: 3},
			document.Text(probability(c.PValue)), document.Text(wording.Decimal(c.FirstValue, 3) + ", " + wording.Decimal(c.SecondValue, 3)), document.Text(c.Method),
		}
		if several {
			cells = append(cells, document.Text(c.Scale))
		}
		table.Rows = append(table.Rows, document.Row{Cells: cells})
	}
	return append(comparisonWords(s, &table, firsts, seconds), withoutDifference(without)...)
}

// comparisonWords says what the differences are of, and shows them.
func comparisonWords(s *calibrate.Statistics, t *document.Table, firsts, seconds []string) []document.Block {
	if len(t.Rows) == 0 {
		return []document.Block{document.Paragraph{Role: document.Plain, Text: "There are no two parts whose difference can be told."}}
	}
	aside := "The first minus the second, "
	slices.Sort(firsts)
	slices.Sort(seconds)
	if firsts[0] == firsts[len(firsts)-1] && s.Settings.Compare != "coefficients" {
		if seconds[0] == seconds[len(seconds)-1] {
			aside = firsts[0] + " minus " + seconds[0] + ", "
			t.DropColumn("first")
			t.DropColumn("second")
		}
	} else if s.Settings.Compare == "coefficients" {
		t.DropColumn("coefficient")
	}
	aside += "in pairs where both rest on the same items or lessons, else as independent. Each p stands for itself: " +
		"among many comparisons some are small by luck."
	return []document.Block{document.Paragraph{Role: document.Aside, Text: aside}, *t}
}

// withoutDifference names what cannot be compared.
func withoutDifference(names []string) []document.Block {
	if len(names) == 0 {
		return nil
	}
	return []document.Block{document.List{Items: []string{"no difference to tell, see the coefficients: " + strings.Join(slices.Compact(names), ", ")}}}
}

// slashed is a coefficient's id with its weights.
func slashed(id string, weights *string) string {
	if weights == nil {
		return id
	}
	return id + "/" + *weights
}

func levelTable(s *calibrate.Statistics) []document.Block {
	if len(s.Levels) == 0 {
		return nil
	}
	table := document.Table{ID: "levels", Columns: partColumns(s, []document.Column{
		{Title: "level"},
		{Title: "ratings"},
		{Title: "share"},
		{Title: "specific"},
		{Title: confidenceTitle(s), Spare: 1},
		{Title: "kappa"},
		{Title: "of kappa", Spare: 2},
	})}
	for _, l := range s.Levels {
		table.Rows = append(table.Rows, partRow(s, l.Of, l.Scale, []document.Cell{
			document.Text(wording.Level(l.Level)), document.Count(l.Ratings),
			document.Share{Number: stats.Of(l.Share)},
			document.Share{Number: l.Specific},
			document.Span{Lower: l.SpecificLower, Upper: l.SpecificUpper, Places: 0},
			document.Decimal{Number: l.Kappa, Places: 3},
			document.Span{Lower: l.KappaLower, Upper: l.KappaUpper, Places: 3},
		}))
	}
	aside := "Specific: when one rater gives the level, how often another of the same item does. Kappa: the level against all others."
	return []document.Block{document.Paragraph{Role: document.Aside, Text: aside}, table}
}

func pairTable(s *calibrate.Statistics) []document.Block {
	if len(s.Pairs) == 0 {
		return nil
	}
	table := document.Table{ID: "pairs", Columns: partColumns(s, []document.Column{
		{Title: "rater"},
		{Title: "rater"},
		{Title: "items"},
		{Title: "exact"},
		{Title: "within one"},
		{Title: "difference", Spare: 1},
		{Title: "kappa"},
		{Title: "quadratic", Spare: 2},
	})}
	for _, p := range s.Pairs {
		table.Rows = append(table.Rows, partRow(s, p.Of, p.Scale, []document.Cell{
			document.Text(p.A), document.Text(p.B), document.Count(p.Items),
			document.Share{Number: p.Exact},
			document.Share{Number: p.WithinOne},
			document.Signed{Number: p.MeanDifference, Places: 2},
			document.Decimal{Number: p.Kappa, Places: 2},
			document.Decimal{Number: p.KappaQuadratic, Places: 2},
		}))
	}
	return []document.Block{document.Paragraph{Role: document.Aside, Text: "Difference: how much higher the first rates than the second, in levels."}, table}
}

func testTable(s *calibrate.Statistics) []document.Block {
	if len(s.Tests) == 0 {
		return nil
	}
	table := document.Table{ID: "tests", Columns: partColumns(s, []document.Column{
		{Title: "test"}, {Title: "level"}, {Title: "statistic"}, {Title: "df"}, {Title: "p"}, {Title: "exact p", Spare: 1}, {Title: "items"},
	})}
	for _, t := range s.Tests {
		table.Rows = append(table.Rows, partRow(s, t.Of, t.Scale, []document.Cell{
			document.Text(t.ID), document.Text(t.Level.String()),
			document.Decimal{Number: t.Statistic, Places: 2},
			document.Text(degrees(t.DF)),
			document.Text(probability(t.PValue)), document.Text(exactly(t.Exact)), document.Count(t.Items),
		}))
	}
	return []document.Block{table}
}

// degrees writes degrees of freedom; z has none.
func degrees(n stats.Number) string {
	if v, ok := n.Value(); ok {
		return wording.Level(v)
	}
	return ""
}

// exactly writes an exact probability, where there is one.
func exactly(n stats.Number) string {
	if !n.OK() {
		return ""
	}
	return probability(n)
}

// mostItems is the number of items that text lists; JSON and CSV hold all.
const mostItems = 100

func itemTable(s *calibrate.Statistics) []document.Block {
	if len(s.Items) == 0 {
		return nil
	}
	table := document.Table{ID: "items", Columns: partColumns(s, []document.Column{
		{Title: "lesson"},
		{Title: "indicator"},
		{Title: "ratings", Spare: 1},
		{Title: "spread"},
		{Title: "agreement"},
		{Title: "rwg", Spare: 2},
		{Title: "AD", Spare: 3},
	})}
	for i, it := range s.Items {
		if i == mostItems {
			break
		}
		table.Rows = append(table.Rows, partRow(s, it.Of, it.Scale, []document.Cell{
			document.Text(it.Lesson), document.Text(it.Indicator), document.Count(it.Ratings),
			document.Histogram{Counts: it.Distribution},
			document.Share{Number: it.Agreement},
			document.Decimal{Number: it.RWG, Places: 2},
			document.Decimal{Number: it.ADMean, Places: 2},
		}))
	}
	blocks := []document.Block{table}
	if len(s.Items) > mostItems {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: fmt.Sprintf("The first %d of %d; --format csv or json holds all.", mostItems, len(s.Items))})
	}
	return blocks
}
