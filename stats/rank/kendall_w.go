package rank

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/twoway"
	"github.com/cb401426/calibrate/stats/rating"
)

// KendallW returns Kendall's coefficient of concordance W, corrected for ties.
// The error is that of Options.Check.
func KendallW(m *rating.Matrix, o stats.Options) (stats.Result, error) { return kendallW.Of(m, o) }

// kendallW is Kendall's coefficient of concordance.
var kendallW = &stats.Coefficient{
	ID:     "kendall_w",
	Name:   "Kendall's W",
	Group:  stats.OnOrder,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What: "Do the raters put the items in the same order? 1: all in one order; 0: no order in common.",
		Formula: []string{
			"12S / (m²(n³ − n) − m ΣT_j)",
			"S = sum of squares of the items' rank sums about their mean",
			"T_j = Σ(t³ − t) over the groups of t items that rater j ties",
			"with gaps (1 + (m − 1)r̄)/m, the same where there are none",
			"r̄ = Σ c / Σ (a + b)/2 over pairs of raters, c the sum of products and a, b the sums of squares of their centred ranks",
		},
		Assumes: "Raters rank the items on their own; their levels need not mean the same. " +
			"The test (χ² = m(n − 1)W, n − 1 degrees of freedom) takes many items.",
		Misleads: "It sees order only: raters a level apart throughout have W = 1. " +
			"Without any agreement it is about 1/m, not 0, so that W of few raters looks large.",
		Missing: "Ranks are made anew for each pair of raters from the items that both rated; m is the number of raters, " +
			"so that W is what the team would have had it rated all items. It can then fall below 0. " +
			"The test ranks each rater's own items and allows for which they are (Skillings and Mack, with ties). " +
			"Items rated once are left out.",
		Kin: "A linear function of the mean Spearman correlation; Friedman's test is its test. Coefficient of concordance.",
		References: []string{
			"Kendall, M. G., & Babington Smith, B. (1939). The problem of m rankings. Annals of Mathematical Statistics 10(3), 275–287.",
			"Siegel, S., & Castellan, N. J. (1988). Nonparametric Statistics for the Behavioral Sciences, 2nd ed. McGraw-Hill.",
			"Skillings, J. H., & Mack, G. A. (1981). On the use of a Friedman-type statistic in balanced and unbalanced block designs. Technometrics 23(2), 171–177.",
		},
	},
	Estimator: statistic{value: concordance, test: friedman},
}

func concordance(s *sample) stats.Number {
	var products, squares float64
	shared := false
	s.eachPair(func(t *table) {
		if t.items < 2 {
			return
		}
		shared = true
		xy, xx, yy := t.products(midranks(t.row), midranks(t.col))
		products += xy
		squares += (xx + yy) / 2
	})
	switch {
	case !shared:
		return stats.None(stats.TooFewItems)
	case squares == 0:
		return stats.None(stats.NoVariation)
	}
	m := float64(len(s.marks()))
	return stats.Of((1 + (m-1)*products/squares) / m)
}

// friedman tests that each rater's ranks are as likely on any of the items
// that the rater rated: χ² = A' V⁻ A with A_i the weighted sum of item i's
// centred ranks and V their covariance under permutation within raters, ties
// as they are. Weights √(12/(n_j + 1)): Skillings & Mack 1981. On
// complete data it is m(n − 1)W.
func friedman(s *sample) stats.Test {
	cells := rankCells(s)
	if cells.Cols == 0 {
		return stats.NoTest(stats.NoVariation)
	}
	fit := cells.LeastSquares()
	df := float64(fit.RowDF)
	return stats.Test{
		Statistic: stats.Of(fit.RowSS),
		DF:        stats.Of(df),
		P:         stats.Of(distuv.ChiSquared{K: df}.Survival(fit.RowSS)),
	}
}

// rankCells states A' V⁻ A as the sum of squares of items after raters in a
// weighted two-way layout: rater j has weight e_j = w_j² s_j², where s_j² is
// the variance (n_j − 1) of the rater's ranks and w_j Skillings & Mack's
// weight, and a rank z about the rater's mean stands as w_j z/e_j. Raters who
// used one level say nothing on order.
func rankCells(s *sample) *twoway.Cells {
	byRater := &twoway.Cells{Start: []int{0}}
	row := make([]int, s.paired.Items()) // items left, numbered anew
	margin := make([]int, s.paired.Levels())
	for _, marks := range s.marks() {
		clear(margin)
		for _, r := range marks {
			margin[r.level]++
		}
		ranks := midranks(margin)
		n := float64(len(marks))
		squares := 0.0
		for _, r := range marks {
			squares += math.Pow(ranks[r.level]-(n+1)/2, 2)
		}
		if squares == 0 {
			continue
		}
		w := math.Sqrt(12 / (n + 1))
		e := w * w * squares / (n - 1)
		for _, r := range marks {
			if row[r.item] == 0 {
				byRater.Cols++
				row[r.item] = byRater.Cols
			}
			byRater.Col = append(byRater.Col, int32(row[r.item]-1))
			byRater.Y = append(byRater.Y, w*(ranks[r.level]-(n+1)/2)/e)
			byRater.Weight = append(byRater.Weight, e)
		}
		byRater.Start = append(byRater.Start, len(byRater.Y))
	}
	return byRater.Transpose()
}
