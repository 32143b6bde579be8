package rank

import (
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

const (
	finnAssumes = "Raters at random would use each level of the scale as often. " +
		"Under no agreement MS·df/σ² is taken as χ² with df degrees of freedom, which it is in large samples."
	finnMisleads = "The uniform null is generous: raters who all stay in the middle of the scale look agreed. " +
		"On an undeclared scale a level that nobody used makes it smaller."
)

// FinnOneway returns Finn's r with raters' severity counted as disagreement.
// The error is that of Options.Check.
func FinnOneway(m *rating.Matrix, o stats.Options) (stats.Result, error) { return finnOneway.Of(m, o) }

// finnOneway is Finn's r with raters' severity counted as disagreement.
var finnOneway = &stats.Coefficient{
	ID:     "finn_oneway",
	Name:   "Finn's r, one-way",
	Group:  stats.OlderIndex,
	Traits: stats.SingleItem | stats.OnScale,
	Doc: stats.Doc{
		What: "How far the ratings of an item fall short of the spread of ratings at random.",
		Formula: []string{
			"1 − MS_within / σ²",
			"σ² = variance of a rating uniform over the levels",
		},
		Assumes:  finnAssumes,
		Misleads: finnMisleads,
		Missing:  "MS_within pools the items' own sums of squares, Σ(r_i − 1) degrees of freedom.",
		Kin:      "With as many raters for each item, the mean of the items' rwg: r*wg(j).",
		References: []string{
			"Finn, R. H. (1970). A note on estimating the reliability of categorical data. Educational and Psychological Measurement 30(1), 71–76.",
		},
	},
	Estimator: statistic{value: finn(withinSquares), test: finnTest(withinSquares)},
}

// FinnTwoway returns Finn's r with raters' severity taken out. The error is
// that of Options.Check.
func FinnTwoway(m *rating.Matrix, o stats.Options) (stats.Result, error) { return finnTwoway.Of(m, o) }

// finnTwoway is Finn's r with raters' severity taken out.
var finnTwoway = &stats.Coefficient{
	ID:     "finn_twoway",
	Name:   "Finn's r, two-way",
	Group:  stats.OlderIndex,
	Traits: stats.Whose | stats.OnScale,
	Doc: stats.Doc{
		What: "Finn's r after each rater's severity is taken out.",
		Formula: []string{
			"1 − MS_residual / σ²",
			"MS_residual from score = item + rater by least squares",
			"σ² = variance of a rating uniform over the levels",
		},
		Assumes:  finnAssumes,
		Misleads: finnMisleads,
		Missing: "Least squares on the ratings that are there, N − n − m + parts degrees of freedom " +
			"(other software prints n(m − 1), which belongs to the one-way form).",
		Kin: "Finn's r, one-way, where raters are alike in severity.",
		References: []string{
			"Finn, R. H. (1970). A note on estimating the reliability of categorical data. Educational and Psychological Measurement 30(1), 71–76.",
		},
	},
	Estimator: statistic{value: finn(residualSquares), test: finnTest(residualSquares)},
}

// withinSquares returns the sum of squares within items and its degrees of
// freedom.
func withinSquares(s *sample) (ss float64, df int) {
	return s.cells().RowError()
}

// residualSquares returns the sum of squares about item + rater and its
// degrees of freedom.
func residualSquares(s *sample) (ss float64, df int) {
	f := s.fit()
	return f.Error, f.ErrorDF
}

func finn(squares func(*sample) (float64, int)) func(*sample) stats.Number {
	return func(s *sample) stats.Number {
		ss, df := squares(s)
		if df == 0 {
			return stats.None(stats.TooFewItems)
		}
		return within.NullVariance(s.all.Values()).Map(func(null float64) float64 {
			return 1 - ss/float64(df)/null
		})
	}
}

// finnTest is the F test of σ²/MS with infinite and df degrees of freedom,
// which is that of df·MS/σ² as χ².
func finnTest(squares func(*sample) (float64, int)) func(*sample) stats.Test {
	return func(s *sample) stats.Test {
		ss, df := squares(s)
		null, ok := within.NullVariance(s.all.Values()).Value()
		switch {
		case df == 0:
			return stats.NoTest(stats.TooFewItems)
		case !ok:
			return stats.NoTest(stats.NoVariation)
		}
		k := float64(df)
		return stats.Test{
			Statistic: stats.Of(null / (ss / k)),
			DF2:       stats.Of(k),
			P:         stats.Of(distuv.ChiSquared{K: k}.CDF(ss / null)),
		}
	}
}
