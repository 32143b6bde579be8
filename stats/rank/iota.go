package rank

import (
	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Iota returns Janson and Olsson's iota. The error is that of Options.Check.
func Iota(m *rating.Matrix, o stats.Options) (stats.Result, error) { return iotaCoefficient.Of(m, o) }

// iotaCoefficient is Janson and Olsson's coefficient for one interval variable.
var iotaCoefficient = &stats.Coefficient{
	ID:     "iota",
	Name:   "Janson and Olsson's iota",
	Group:  stats.OlderIndex,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What: "How far the raters' squared differences fall short of those between one rater's rating of an item " +
			"and another rater's of any item.",
		Formula: []string{
			"1 − d_o / d_e",
			"d_o = mean over items of the mean squared difference of two of its ratings",
			"d_e = mean over pairs of raters a, b of s²_a + s²_b + (x̄_a − x̄_b)², variances with divisor n",
		},
		Assumes:  "Equal steps between levels.",
		Misleads: "Items of several indicators on one pile: that some indicators are rated lower by all counts as agreement.",
		Missing: "Each item over the raters that it has, each rater's mean and variance over what the rater rated, " +
			"items rated once included.",
		Kin: "Conger's κ on quadratic weights; for two raters Lin's concordance and Cohen's quadratic κ. " +
			"Its nominal form is Conger's κ on identity weights.",
		References: []string{
			"Janson, H., & Olsson, U. (2001). A measure of agreement for interval or nominal multivariate observations. Educational and Psychological Measurement 61(2), 277–289.",
		},
	},
	Estimator: statistic{singletons: true, value: iotaOf},
}

// iotaOf computes d_o/2 as the mean of the items' variances, divisor r_i − 1,
// and d_e/2 as the mean of the raters' variances plus the variance of their
// means, divisor m − 1.
func iotaOf(s *sample) stats.Number {
	values := s.all.Values()
	var within, margin, means []float64
	for i := range s.paired.Items() {
		_, levels := s.paired.Row(i)
		within = append(within, stat.Variance(scores(levels, values), nil))
	}
	for _, marks := range byRater(s.all) {
		x := make([]float64, len(marks))
		for j, r := range marks {
			x[j] = values[r.level]
		}
		mean, variance := stat.PopMeanVariance(x, nil)
		margin, means = append(margin, variance), append(means, mean)
	}
	expected := stat.Mean(margin, nil) + stat.Variance(means, nil)
	return stats.Of(1 - stat.Mean(within, nil)/expected)
}

// scores returns the values of levels.
func scores(levels []uint16, values []float64) []float64 {
	x := make([]float64, len(levels))
	for j, level := range levels {
		x[j] = values[level]
	}
	return x
}
