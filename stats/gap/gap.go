package gap

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// A Gap is how far people want to move: should − is, on the scale.
type Gap struct {
	Mean, Lower, Upper stats.Number
	More, Same, Less   stats.Number // shares of the people
	Up, Down           int          // people whose gap is half a step or more
}

// leastDeviation is the least standard deviation, in steps, that a gap is
// taken to have: a few whole answers that happen to be alike say little of how
// much they vary.
const leastDeviation = 0.3

// far is how large a gap has to be, in steps, to count as a direction.
const far = 0.5

// gapOf measures gaps: their mean with Student's t over people.
func gapOf(gaps []float64, step, confidence float64) Gap {
	g := Gap{}
	for _, n := range []*stats.Number{&g.Mean, &g.Lower, &g.Upper, &g.More, &g.Same, &g.Less} {
		*n = stats.None(stats.NoPairs)
	}
	n := float64(len(gaps))
	if n == 0 {
		return g
	}
	var more, less float64
	for _, gap := range gaps {
		switch {
		case gap > 0:
			more++
		case gap < 0:
			less++
		}
		if atLeast(gap, far*step) {
			g.Up++
		}
		if atMost(gap, -far*step) {
			g.Down++
		}
	}
	g.More, g.Less, g.Same = stats.Of(more/n), stats.Of(less/n), stats.Of((n-more-less)/n)
	mean := stat.Mean(gaps, nil)
	g.Mean = stats.Of(mean)
	if n < 2 {
		g.Lower, g.Upper = stats.None(stats.OneRater), stats.None(stats.OneRater)
		return g
	}
	half := math.Max(stat.StdDev(gaps, nil), leastDeviation*step) / math.Sqrt(n) * quantile(n-1, confidence)
	g.Lower, g.Upper = stats.Of(mean-half), stats.Of(mean+half)
	return g
}

// quantile is the two-sided quantile of Student's t.
func quantile(df, confidence float64) float64 {
	return distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}.Quantile((1 + confidence) / 2)
}
