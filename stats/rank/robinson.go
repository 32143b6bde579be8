package rank

import (
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/twoway"
	"github.com/cb401426/calibrate/stats/rating"
)

// RobinsonA returns Robinson's coefficient of agreement A. The error is that of
// Options.Check.
func RobinsonA(m *rating.Matrix, o stats.Options) (stats.Result, error) { return robinsonA.Of(m, o) }

// robinsonA is Robinson's coefficient of agreement.
var robinsonA = &stats.Coefficient{
	ID:     "robinson_a",
	Name:   "Robinson's A",
	Group:  stats.OlderIndex,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What: "The share of the scores' variation, raters' severity aside, that lies between items.",
		Formula: []string{
			"SS_items / (SS_items + SS_residual)",
			"from score = item + rater by least squares, items after raters",
		},
		Assumes:  "Equal steps between levels.",
		Misleads: "Like Kendall's W, it is about 1/m among m raters who agree no more than by chance. It forgives severity.",
		Missing:  "Least squares on the ratings that are there; items rated once are left out.",
		Kin:      "(1 + (m − 1) ICC(C,1))/m on complete data; Kendall's W is A of the ranks.",
		References: []string{
			"Robinson, W. S. (1957). The statistical measurement of agreement. American Sociological Review 22(1), 17–25.",
		},
	},
	Estimator: statistic{value: func(s *sample) stats.Number {
		f := s.fit()
		total := f.RowSS + f.Error
		if negligible(total, s.cells()) {
			return stats.None(stats.NoVariation)
		}
		return stats.Of(f.RowSS / total)
	},
		test: func(s *sample) stats.Test {
			f := s.fit()
			if f.ErrorDF == 0 {
				return stats.NoTest(stats.TooFewItems)
			}
			if negligible(f.Error, s.cells()) {
				return stats.NoTest(stats.NoDisagreement)
			}
			d1, d2 := float64(f.RowDF), float64(f.ErrorDF)
			ratio := (f.RowSS / d1) / (f.Error / d2)
			return stats.Test{
				Statistic: stats.Of(ratio),
				DF:        stats.Of(d1), DF2: stats.Of(d2),
				P: stats.Of(distuv.F{D1: d1, D2: d2}.Survival(ratio)),
			}
		}},
}

// negligible reports whether a sum of squares is rounding noise beside the
// ratings' own.
func negligible(ss float64, c *twoway.Cells) bool {
	own := 0.0
	for _, y := range c.Y {
		own += y * y
	}
	return ss <= 1e-12*own
}
