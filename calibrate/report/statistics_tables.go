package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
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
func partRow(s *calibrate.Statistics, of *calibrate.Of, scale string, cells []Cell) Row {
	if s.Settings.By != "" {
		cells = append(cells, Text(partName(of)))
	}
	if len(s.Input.Scales) > 1 {
		cells = append(cells, Text(scale))
	}
	return Row{Cells: cells}
}

// partColumns adds the columns of partRow.
func partColumns(s *calibrate.Statistics, columns []Column) []Column {
	if s.Settings.By != "" {
		columns = append(columns, Column{Title: s.Settings.By})
	}
	if len(s.Input.Scales) > 1 {
		columns = append(columns, Column{Title: "scale"})
	}
	return columns
}

// comparisonTable shows the differences; where all are of the same two parts,
// these stand above it.
func comparisonTable(s *calibrate.Statistics) []Block {
	if s.Comparisons == nil {
		return nil
	}
	table := Table{ID: "comparisons", Columns: []Column{
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
		table.Columns = append(table.Columns, Column{Title: "scale"})
	}
	var firsts, seconds, without []string
	for _, c := range s.Comparisons {
		name := slashed(c.ID, c.Weights)
		if !c.Difference.OK() {
			without = append(without, name)
			continue
		}
		firsts, seconds = append(firsts, c.First), append(seconds, c.Second)
		cells := []Cell{
			Text(name), Text(c.First), Text(c.Second),
			Signed{c.Difference, 3},
			Span{c.Lower, c.Upper, 3},
			Text(probability(c.PValue)), Text(wording.Decimal(c.FirstValue, 3) + ", " + wording.Decimal(c.SecondValue, 3)), Text(c.Method),
		}
		if several {
			cells = append(cells, Text(c.Scale))
		}
		table.Rows = append(table.Rows, Row{Cells: cells})
	}
	return append(comparisonWords(s, &table, firsts, seconds), withoutDifference(without)...)
}

// comparisonWords says what the differences are of, and shows them.
func comparisonWords(s *calibrate.Statistics, t *Table, firsts, seconds []string) []Block {
	if len(t.Rows) == 0 {
		return []Block{Paragraph{Plain, "There are no two parts whose difference can be told."}}
	}
	aside := "The first minus the second, "
	slices.Sort(firsts)
	slices.Sort(seconds)
	if firsts[0] == firsts[len(firsts)-1] && s.Settings.Compare != "coefficients" {
		if seconds[0] == seconds[len(seconds)-1] {
			aside = firsts[0] + " minus " + seconds[0] + ", "
			t.dropColumn("first")
			t.dropColumn("second")
		}
	} else if s.Settings.Compare == "coefficients" {
		t.dropColumn("coefficient")
	}
	aside += "in pairs where both rest on the same items or lessons, else as independent. Each p stands for itself: " +
		"among many comparisons some are small by luck."
	return []Block{Paragraph{Aside, aside}, *t}
}

// withoutDifference names what cannot be compared.
func withoutDifference(names []string) []Block {
	if len(names) == 0 {
		return nil
	}
	return []Block{List{Items: []string{"no difference to tell, see the coefficients: " + strings.Join(slices.Compact(names), ", ")}}}
}

// slashed is a coefficient's id with its weights.
func slashed(id string, weights *string) string {
	if weights == nil {
		return id
	}
	return id + "/" + *weights
}

func levelTable(s *calibrate.Statistics) []Block {
	if len(s.Levels) == 0 {
		return nil
	}
	table := Table{ID: "levels", Columns: partColumns(s, []Column{
		{Title: "level"},
		{Title: "ratings"},
		{Title: "share"},
		{Title: "specific"},
		{Title: confidenceTitle(s), Spare: 1},
		{Title: "kappa"},
		{Title: "of kappa", Spare: 2},
	})}
	for _, l := range s.Levels {
		table.Rows = append(table.Rows, partRow(s, l.Of, l.Scale, []Cell{
			Text(wording.Level(l.Level)), Count(l.Ratings),
			Share{stats.Of(l.Share)},
			Share{l.Specific},
			Span{l.SpecificLower, l.SpecificUpper, 0},
			Decimal{l.Kappa, 3},
			Span{l.KappaLower, l.KappaUpper, 3},
		}))
	}
	aside := "Specific: when one rater gives the level, how often another of the same item does. Kappa: the level against all others."
	return []Block{Paragraph{Aside, aside}, table}
}

func pairTable(s *calibrate.Statistics) []Block {
	if len(s.Pairs) == 0 {
		return nil
	}
	table := Table{ID: "pairs", Columns: partColumns(s, []Column{
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
		table.Rows = append(table.Rows, partRow(s, p.Of, p.Scale, []Cell{
			Text(p.A), Text(p.B), Count(p.Items),
			Share{p.Exact},
			Share{p.WithinOne},
			Signed{p.MeanDifference, 2},
			Decimal{p.Kappa, 2},
			Decimal{p.KappaQuadratic, 2},
		}))
	}
	return []Block{Paragraph{Aside, "Difference: how much higher the first rates than the second, in levels."}, table}
}

func testTable(s *calibrate.Statistics) []Block {
	if len(s.Tests) == 0 {
		return nil
	}
	table := Table{ID: "tests", Columns: partColumns(s, []Column{
		{Title: "test"}, {Title: "level"}, {Title: "statistic"}, {Title: "df"}, {Title: "p"}, {Title: "exact p", Spare: 1}, {Title: "items"},
	})}
	for _, t := range s.Tests {
		table.Rows = append(table.Rows, partRow(s, t.Of, t.Scale, []Cell{
			Text(t.ID), Text(t.Level.String()),
			Decimal{t.Statistic, 2},
			Text(degrees(t.DF)),
			Text(probability(t.PValue)), Text(exactly(t.Exact)), Count(t.Items),
		}))
	}
	return []Block{table}
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

func itemTable(s *calibrate.Statistics) []Block {
	if len(s.Items) == 0 {
		return nil
	}
	table := Table{ID: "items", Columns: partColumns(s, []Column{
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
		table.Rows = append(table.Rows, partRow(s, it.Of, it.Scale, []Cell{
			Text(it.Lesson), Text(it.Indicator), Count(it.Ratings),
			Histogram{Counts: it.Distribution},
			Share{it.Agreement},
			Decimal{it.RWG, 2},
			Decimal{it.ADMean, 2},
		}))
	}
	blocks := []Block{table}
	if len(s.Items) > mostItems {
		blocks = append(blocks, Paragraph{Aside, fmt.Sprintf("The first %d of %d; --format csv or json holds all.", mostItems, len(s.Items))})
	}
	return blocks
}
