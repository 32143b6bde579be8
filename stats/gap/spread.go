package gap

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// A Judgment says whether a team shares an answer.
type Judgment string

// What can be said of an answer.
const (
	Shared     Judgment = "shared"
	NotShared  Judgment = "not_shared"
	CannotTell Judgment = "cannot_tell"
)

// The limits of a judgment, in steps. A rule that counts those within a step of
// the middle calls noise shared in up to half of large teams; this one holds
// its error by the spread's own.
const (
	sharedAtMost     = 1.0  // spread + error
	notSharedAtLeast = 0.85 // spread − error
)

// judge holds a spread against the limits; where both hold it is shared.
func judge(spread, deviation stats.Number) Judgment {
	v, ok := spread.Value()
	e, known := deviation.Value()
	switch {
	case !ok || !known:
		return CannotTell
	case atMost(v+e, sharedAtMost):
		return Shared
	case atLeast(v-e, notSharedAtLeast):
		return NotShared
	}
	return CannotTell
}

// Spread returns the mean absolute difference between two people, Gini's mean
// difference, in steps, and its jackknife error over people:
//
//	g = Σ_{i<j} |x_i − x_j| / (n(n − 1)/2)
//	e² = (n − 1)/n Σ_i (g_(i) − ḡ)²,  g_(i) without person i
//
// The spread is absent below two people, its error below three.
//
// # References
//
// David, H. A. (1968). Gini's mean difference rediscovered. Biometrika 55,
// 573-575.
func Spread(x []float64, step float64) (spread, deviation stats.Number) {
	n := len(x)
	if n < 2 || step <= 0 {
		return stats.None(stats.OneRater), stats.None(stats.OneRater)
	}
	own, sum := differences(x)
	pairs := float64(n) * float64(n-1) / 2
	spread = stats.Of(sum / pairs / step)
	if n < 3 {
		return spread, stats.None(stats.NeedsThreeRaters)
	}
	without := make([]float64, n)
	mean := 0.0
	for i, s := range own {
		without[i] = (sum - s) / (pairs - float64(n-1)) / step
		mean += without[i] / float64(n)
	}
	squares := 0.0
	for _, g := range without {
		squares += (g - mean) * (g - mean)
	}
	if squares < rounding*rounding {
		squares = 0
	}
	return spread, stats.Of(math.Sqrt(float64(n-1) / float64(n) * squares))
}

// differences returns each person's sum of differences from the others, in
// ascending order of the answers, and the sum over all pairs.
func differences(x []float64) (own []float64, sum float64) {
	sorted := slices.Sorted(slices.Values(x))
	total := 0.0
	for _, v := range sorted {
		total += v
	}
	own = make([]float64, len(sorted))
	below := 0.0
	for i, v := range sorted {
		above := total - below - v
		own[i] = v*float64(i) - below + above - v*float64(len(sorted)-1-i)
		below += v
		sum += own[i] / 2
	}
	return own, sum
}
