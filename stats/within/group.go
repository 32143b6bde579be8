package within

import (
	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
)

// RWGJ returns rwg(j) = J(1 − s̄/σ²) / (J(1 − s̄/σ²) + s̄/σ²) of J items rated on
// one scale, s̄ the mean of their variances: rwg stepped up to the mean of J
// items as by Spearman and Brown. The more items, the nearer to 1, so that ten
// items with an rwg of .3 each make .81.
//
// Items with fewer than two ratings are left out. It is absent where no item
// is left (no_pairs), on a scale of one level (no_variation), and where s̄ > σ²
// (out_of_range): the formula would pass 1 there; take RWGStarJ.
//
// # References
//
// James, Demaree & Wolf 1984, Journal of Applied Psychology 69,
// pp. 85-98.
func RWGJ(items [][]float64, scale []float64) stats.Number {
	j, ratio := varianceRatio(items, scale)
	if v, ok := ratio.Value(); ok && v > 1 {
		return stats.None(stats.OutOfRange)
	}
	return ratio.Map(func(v float64) float64 { return steppedUp(j, v) })
}

// RWGStarJ returns r*wg(j) = 1 − s̄/σ² of J items, the mean of their rwg. It
// does not grow with the number of items. Items with fewer than two ratings
// are left out; it is absent as RWG is.
//
// # References
//
// Lindell, Brandt & Whitney 1999, Applied Psychological Measurement 23,
// pp. 127-135.
func RWGStarJ(items [][]float64, scale []float64) stats.Number {
	_, ratio := varianceRatio(items, scale)
	return ratio.Map(func(v float64) float64 { return 1 - v })
}

// AWGJ returns the mean awg of the items for which there is one; absent, with
// the reason of the last, where there is none.
//
// # References
//
// Brown & Hauenstein 2005, Organizational Research Methods 8, pp. 165-184.
func AWGJ(items [][]float64, scale []float64) stats.Number {
	var values []float64
	last := stats.None(stats.NoPairs)
	for _, ratings := range items {
		last = AWG(ratings, scale)
		if v, ok := last.Value(); ok {
			values = append(values, v)
		}
	}
	return meanOr(values, last)
}

// AverageDeviations returns the mean AD_M and AD_Md of the items with two
// ratings or more.
//
// # References
//
// Burke, Finkelstein & Dusig 1999, Organizational Research Methods 2,
// pp. 49-68.
func AverageDeviations(items [][]float64) (aboutMean, aboutMedian stats.Number) {
	var means, medians []float64
	for _, ratings := range items {
		mean, median := AverageDeviation(ratings)
		if v, ok := mean.Value(); ok {
			means = append(means, v)
			medians = append(medians, median.Or(0))
		}
	}
	none := stats.None(stats.NoPairs)
	return meanOr(means, none), meanOr(medians, none)
}

// varianceRatio returns the number of items with two ratings or more and
// s̄/σ² of them.
func varianceRatio(items [][]float64, scale []float64) (j int, ratio stats.Number) {
	var variances []float64
	for _, ratings := range items {
		if len(ratings) > 1 {
			variances = append(variances, stat.Variance(ratings, nil))
		}
	}
	if len(variances) == 0 {
		return 0, stats.None(stats.NoPairs)
	}
	return len(variances), NullVariance(scale).Map(func(null float64) float64 {
		return stat.Mean(variances, nil) / null
	})
}

// steppedUp is rwg(j) where s̄/σ² is ratio.
func steppedUp(j int, ratio float64) float64 {
	agreed := float64(j) * (1 - ratio)
	return agreed / (agreed + ratio)
}

func meanOr(values []float64, none stats.Number) stats.Number {
	if len(values) == 0 {
		return none
	}
	return stats.Of(stat.Mean(values, nil))
}
