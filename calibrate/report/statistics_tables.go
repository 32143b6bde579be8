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

// partColumns are the part and the scale of a line, of tables that have
// several.
func partColumns[R any](s *calibrate.Statistics, of func(R) (*calibrate.Of, string)) []document.ColumnOf[R] {
	return []document.ColumnOf[R]{
		{Title: s.Settings.By, Hidden: s.Settings.By == "", Cell: func(x R) document.Cell {
			part, _ := of(x)
			return document.Text(partName(part))
		}},
		{Title: "scale", Hidden: len(s.Input.Scales) < 2, Cell: func(x R) document.Cell {
			_, scale := of(x)
			return document.Text(scale)
		}},
	}
}

// comparisonTable shows the differences; where all are of the same two parts,
// these stand above it.
func comparisonTable(s *calibrate.Statistics) []document.Block {
	if s.Comparisons == nil {
		return nil
	}
	var lines []calibrate.Comparison
	var without []string
	for _, c := range s.Comparisons {
		if c.Difference.OK() {
			lines = append(lines, c)
		} else {
			without = append(without, slashed(c.ID, c.Weights))
		}
	}
	if len(lines) == 0 {
		return append([]document.Block{document.Paragraph{Text: "There are no two parts whose difference can be told."}}, withoutDifference(without)...)
	}
	coefficients := s.Settings.Compare == "coefficients"
	aside, same := "The first minus the second, ", !coefficients
	for _, c := range lines {
		same = same && c.First == lines[0].First && c.Second == lines[0].Second
	}
	if same {
		aside = lines[0].First + " minus " + lines[0].Second + ", "
	}
	how, alike := howCompared(lines[0].Method, lines[0].DF), true
	for _, c := range lines {
		alike = alike && howCompared(c.Method, c.DF) == how
	}
	if alike {
		aside += how
	} else {
		aside += "in pairs where both rest on the same items or lessons, else as independent"
	}
	aside += ". Each p stands for itself: among many comparisons some are small by luck."
	table := document.TableOf("comparisons", lines, []document.ColumnOf[calibrate.Comparison]{
		{Title: "coefficient", Hidden: coefficients, Cell: func(c calibrate.Comparison) document.Cell { return document.Text(slashed(c.ID, c.Weights)) }},
		{Title: "first", Hidden: same, Cell: func(c calibrate.Comparison) document.Cell { return document.Text(c.First) }},
		{Title: "second", Hidden: same, Cell: func(c calibrate.Comparison) document.Cell { return document.Text(c.Second) }},
		{Title: "difference", Cell: func(c calibrate.Comparison) document.Cell {
			return document.Signed{Number: c.Difference, Places: 3}
		}},
		{Title: confidenceTitle(s), Cell: func(c calibrate.Comparison) document.Cell {
			return document.Span{Lower: c.Lower, Upper: c.Upper, Places: 3}
		}},
		{Title: "p", Cell: func(c calibrate.Comparison) document.Cell { return document.Text(probability(c.PValue)) }},
		{Title: "values", Spare: 2, Cell: func(c calibrate.Comparison) document.Cell {
			return document.Text(wording.Decimal(c.FirstValue, 3) + ", " + wording.Decimal(c.SecondValue, 3))
		}},
		{Title: "how", Hidden: alike, Spare: 1, Cell: func(c calibrate.Comparison) document.Cell { return document.Text(howCompared(c.Method, c.DF)) }},
		{Title: "scale", Hidden: len(s.Input.Scales) < 2, Cell: func(c calibrate.Comparison) document.Cell { return document.Text(c.Scale) }},
	})
	return append([]document.Block{document.Paragraph{Role: document.Aside, Text: aside}, table}, withoutDifference(without)...)
}

// howCompared says whether a comparison was paired, and with which degrees of
// freedom of t.
func howCompared(method string, df stats.Number) string {
	v, ok := df.Value()
	if !ok {
		return method
	}
	return fmt.Sprintf("%s (t with %.4g degrees of freedom)", method, v)
}

// homogeneityTable shows whether each coefficient is the same in all parts.
func homogeneityTable(s *calibrate.Statistics) []document.Block {
	if len(s.Homogeneity) == 0 {
		return nil
	}
	table := document.TableOf("homogeneity", s.Homogeneity, []document.ColumnOf[calibrate.Homogeneity]{
		{Title: "coefficient", Cell: func(h calibrate.Homogeneity) document.Cell { return document.Text(slashed(h.ID, h.Weights)) }},
		{Title: "parts", Cell: func(h calibrate.Homogeneity) document.Cell { return document.Count(h.Parts) }},
		{Title: "pooled", Cell: func(h calibrate.Homogeneity) document.Cell { return document.Decimal{Number: h.Pooled, Places: 3} }},
		{Title: "χ²", Cell: func(h calibrate.Homogeneity) document.Cell { return document.Decimal{Number: h.Statistic, Places: 2} }},
		{Title: "p", Cell: func(h calibrate.Homogeneity) document.Cell { return document.Text(probability(h.PValue)) }},
		{Title: "how", Cell: func(h calibrate.Homogeneity) document.Cell { return document.Text(h.Method) }},
		{Title: "scale", Hidden: len(s.Input.Scales) < 2, Cell: func(h calibrate.Homogeneity) document.Cell { return document.Text(h.Scale) }},
	})
	return []document.Block{
		document.Paragraph{Role: document.Aside, Text: "One test of each coefficient over all parts at once."}, table,
	}
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
	table := document.TableOf("levels", s.Levels, append([]document.ColumnOf[calibrate.LevelAgreement]{
		{Title: "level", Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Text(wording.Level(l.Level)) }},
		{Title: "ratings", Spare: 4, Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Count(l.Ratings) }},
		{Title: "share", Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Share{Number: stats.Of(l.Share)} }},
		{Title: "specific", Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Share{Number: l.Specific} }},
		{Title: confidenceTitle(s), Spare: 5, Cell: func(l calibrate.LevelAgreement) document.Cell {
			return document.Span{Lower: l.SpecificLower, Upper: l.SpecificUpper, Places: 0}
		}},
		{Title: "kappa", Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Decimal{Number: l.Kappa, Places: 3} }},
		{Title: "of kappa", Spare: 2, Cell: func(l calibrate.LevelAgreement) document.Cell {
			return document.Span{Lower: l.KappaLower, Upper: l.KappaUpper, Places: 3}
		}},
		{Title: "z", Spare: 3, Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Decimal{Number: l.Z, Places: 2} }},
		{Title: "p", Spare: 1, Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Text(probability(l.PValue)) }},
		{Title: "alpha", Cell: func(l calibrate.LevelAgreement) document.Cell { return document.Decimal{Number: l.Alpha, Places: 3} }},
	}, partColumns(s, func(l calibrate.LevelAgreement) (*calibrate.Of, string) { return l.Of, l.Scale })...))
	aside := "Specific: when one rater gives the level, how often another of the same item does. Kappa and alpha: the level against all others; z and p test that its kappa is 0."
	return []document.Block{document.Paragraph{Role: document.Aside, Text: aside}, table}
}

func pairTable(s *calibrate.Statistics) []document.Block {
	if len(s.Pairs) == 0 {
		return nil
	}
	table := document.TableOf("pairs", s.Pairs, append([]document.ColumnOf[calibrate.PairAgreement]{
		{Title: "rater", Cell: func(p calibrate.PairAgreement) document.Cell { return document.Text(p.A) }},
		{Title: "rater", Cell: func(p calibrate.PairAgreement) document.Cell { return document.Text(p.B) }},
		{Title: "items", Cell: func(p calibrate.PairAgreement) document.Cell { return document.Count(p.Items) }},
		{Title: "exact", Cell: func(p calibrate.PairAgreement) document.Cell { return document.Share{Number: p.Exact} }},
		{Title: "within one", Cell: func(p calibrate.PairAgreement) document.Cell { return document.Share{Number: p.WithinOne} }},
		{Title: "difference", Spare: 1, Cell: func(p calibrate.PairAgreement) document.Cell {
			return document.Signed{Number: p.MeanDifference, Places: 2}
		}},
		{Title: "limits", Cell: func(p calibrate.PairAgreement) document.Cell {
			return document.Span{Lower: p.LimitLow, Upper: p.LimitHigh, Places: 1}
		}},
		{Title: "kappa", Cell: func(p calibrate.PairAgreement) document.Cell { return document.Decimal{Number: p.Kappa, Places: 2} }},
		{Title: "quadratic", Spare: 3, Cell: func(p calibrate.PairAgreement) document.Cell {
			return document.Decimal{Number: p.KappaQuadratic, Places: 2}
		}},
	}, partColumns(s, func(p calibrate.PairAgreement) (*calibrate.Of, string) { return p.Of, p.Scale })...))
	return []document.Block{document.Paragraph{Role: document.Aside, Text: "Difference: how much higher the first rates than the second, in levels. Limits of agreement: where 95% of the differences lie, if they are normal (Bland and Altman)."}, table}
}

func testTable(s *calibrate.Statistics) []document.Block {
	if len(s.Tests) == 0 {
		return nil
	}
	table := document.TableOf("tests", s.Tests, append([]document.ColumnOf[calibrate.Test]{
		{Title: "test", Cell: func(t calibrate.Test) document.Cell {
			if t.Weights == "" || t.Weights == "identity" {
				return document.Text(t.ID)
			}
			return document.Text(t.ID + "/" + t.Weights)
		}},
		{Title: "level", Cell: func(t calibrate.Test) document.Cell { return document.Text(t.Level.String()) }},
		{Title: "statistic", Cell: func(t calibrate.Test) document.Cell { return document.Decimal{Number: t.Statistic, Places: 2} }},
		{Title: "df", Cell: func(t calibrate.Test) document.Cell { return document.Text(degrees(t.DF)) }},
		{Title: "p", Cell: func(t calibrate.Test) document.Cell { return document.Text(probability(t.PValue)) }},
		{Title: "exact p", Spare: 1, Cell: func(t calibrate.Test) document.Cell { return document.Text(exactly(t.Exact)) }},
		{Title: "items", Cell: func(t calibrate.Test) document.Cell { return document.Count(t.Items) }},
	}, partColumns(s, func(t calibrate.Test) (*calibrate.Of, string) { return t.Of, t.Scale })...))
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
	table := document.TableOf("items", s.Items[:min(len(s.Items), mostItems)], append([]document.ColumnOf[calibrate.ItemAgreement]{
		{Title: "lesson", Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Text(it.Lesson) }},
		{Title: "indicator", Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Text(it.Indicator) }},
		{Title: "ratings", Spare: 1, Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Count(it.Ratings) }},
		{Title: "spread", Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Histogram{Counts: it.Distribution} }},
		{Title: "agreement", Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Share{Number: it.Agreement} }},
		{Title: "rwg", Spare: 2, Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Decimal{Number: it.RWG, Places: 2} }},
		{Title: "AD", Spare: 3, Cell: func(it calibrate.ItemAgreement) document.Cell { return document.Decimal{Number: it.ADMean, Places: 2} }},
	}, partColumns(s, func(it calibrate.ItemAgreement) (*calibrate.Of, string) { return it.Of, it.Scale })...))
	blocks := []document.Block{table}
	if len(s.Items) > mostItems {
		blocks = append(blocks, document.Paragraph{Role: document.Aside, Text: fmt.Sprintf("The first %d of %d; --format csv or json holds all.", mostItems, len(s.Items))})
	}
	return blocks
}
