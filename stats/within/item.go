package within

import (
	"slices"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
)

// NullVariance returns the variance of ratings at random, uniform over the
// levels of the scale: step²(A²−1)/12 on a scale of A even steps. It is absent
// (no_variation) on a scale of fewer than two levels.
//
// # References
//
// James, Demaree & Wolf 1984, Journal of Applied Psychology 69,
// pp. 85-98.
func NullVariance(scale []float64) stats.Number {
	if len(scale) < 2 {
		return stats.None(stats.NoVariation)
	}
	return stats.Of(stat.PopVariance(scale, nil))
}

// RWG returns rwg = 1 − s²/σ², the share by which the ratings' variance (n−1)
// falls short of that of ratings at random. 1 is full agreement, 0 a spread as
// if at random; a negative value is returned as it is and means more spread
// than random, as of two camps.
//
// It is absent for fewer than two ratings (no_pairs) and on a scale of one
// level (no_variation).
//
// # References
//
// James, Demaree & Wolf 1984, Journal of Applied Psychology 69,
// pp. 85-98.
func RWG(ratings, scale []float64) stats.Number {
	if len(ratings) < 2 {
		return stats.None(stats.NoPairs)
	}
	s2 := stat.Variance(ratings, nil)
	return NullVariance(scale).Map(func(null float64) float64 { return 1 - s2/null })
}

// AverageDeviation returns the mean distance of the ratings from their mean
// (AD_M) and from their median (AD_Md), in the units of the ratings. The
// divisor is n: a pair one level apart has 0.5. Both are absent for fewer than
// two ratings (no_pairs).
//
// # References
//
// Burke, Finkelstein & Dusig 1999, Organizational Research Methods 2,
// pp. 49-68.
func AverageDeviation(ratings []float64) (aboutMean, aboutMedian stats.Number) {
	if len(ratings) < 2 {
		none := stats.None(stats.NoPairs)
		return none, none
	}
	return stats.Of(meanDistance(ratings, stat.Mean(ratings, nil))),
		stats.Of(meanDistance(ratings, median(ratings)))
}

// DeviationLimit returns A/6 steps, the average deviation up to which raters
// agree for practical purposes, on a scale of A levels.
//
// # References
//
// Burke & Dunlap 2002, Organizational Research Methods 5.
func DeviationLimit(scale []float64) stats.Number {
	if len(scale) < 2 {
		return stats.None(stats.NoVariation)
	}
	a := float64(len(scale))
	step := (scale[len(scale)-1] - scale[0]) / (a - 1)
	return stats.Of(step * a / 6)
}

// AWG returns awg = 1 − 2s²/{[(H+L)M − M² − HL] k/(k−1)}: one less twice the
// variance as a share of the largest that k ratings with mean M can have
// between the lowest level L and the highest H. Unlike rwg it does not favour
// means near the end of the scale.
//
// It is absent for fewer than two ratings (no_pairs), on a scale of one level
// (no_variation), and where the mean is so near an end that fewer than one
// rating could stand at the other (out_of_range).
//
// # References
//
// Brown & Hauenstein 2005, Organizational Research Methods 8, pp. 165-184.
func AWG(ratings, scale []float64) stats.Number {
	switch {
	case len(ratings) < 2:
		return stats.None(stats.NoPairs)
	case len(scale) < 2:
		return stats.None(stats.NoVariation)
	}
	k, low, high := float64(len(ratings)), scale[0], scale[len(scale)-1]
	sum := 0.0
	for _, x := range ratings {
		sum += x
	}
	if sum < low*(k-1)+high || sum > high*(k-1)+low {
		return stats.None(stats.OutOfRange)
	}
	m := sum / k
	most := ((high+low)*m - m*m - high*low) * k / (k - 1)
	return stats.Of(1 - 2*stat.Variance(ratings, nil)/most)
}

// meanDistance returns the mean distance of the ratings from a point.
func meanDistance(ratings []float64, from float64) float64 {
	sum := 0.0
	for _, x := range ratings {
		sum += max(x-from, from-x)
	}
	return sum / float64(len(ratings))
}

// median returns the median, the middle of the two in the middle where n is
// even.
func median(ratings []float64) float64 {
	sorted := slices.Sorted(slices.Values(ratings))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}
