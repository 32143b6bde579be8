package team

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// permutations is the number of relabelings that test three or more groups.
const permutations = 999

// Across returns the mean over items of the share of equal ratings among the
// pairs of raters on different sides, and these pairs' part of the distance
// and of the pair weights. A side below zero stands apart.
func Across(m *Stats, side []int) (exact stats.Number, share, weight float64) {
	pairs := make([]int, len(m.Items))
	equal := make([]int, len(m.Items))
	m.EachPair(func(p RatingPair) {
		a, b := side[p.a], side[p.b]
		if a < 0 || b < 0 || a == b {
			return
		}
		pairs[p.item]++
		if p.la == p.lb {
			equal[p.item]++
		}
		share += p.share
		weight += p.weight
	})
	var list []inference.Observation
	for i, n := range pairs {
		if n > 0 {
			list = append(list, inference.Observation{Value: float64(equal[i]) / float64(n), Paired: true})
		}
	}
	return inference.Mean(list), share, weight
}

// A Contrast is the difference of two means with its interval and test.
type Contrast struct{ Difference, Lower, Upper, P stats.Number }

// Welch compares the means of two samples (Welch 1947, Biometrika 34, 28–35).
func Welch(x, y []float64, confidence float64) Contrast {
	vx, vy := stat.Variance(x, nil)/float64(len(x)), stat.Variance(y, nil)/float64(len(y))
	difference := stat.Mean(x, nil) - stat.Mean(y, nil)
	c := Contrast{Difference: stats.Of(difference)}
	se := math.Sqrt(vx + vy)
	if se < 1e-12 || math.IsNaN(se) {
		c.Lower, c.Upper, c.P = stats.None(stats.NoSpread), stats.None(stats.NoSpread), stats.None(stats.NoSpread)
		return c
	}
	df := (vx + vy) * (vx + vy) / (vx*vx/float64(len(x)-1) + vy*vy/float64(len(y)-1))
	half := se * inference.Critical(df, confidence)
	c.Lower, c.Upper = stats.Of(difference-half), stats.Of(difference+half)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	c.P = stats.Of(2 * t.Survival(math.Abs(difference)/se))
	return c
}

// PermuteGroups is the share of relabellings whose pairs across groups carry
// at least as much of the distance. A side below zero stands apart.
func PermuteGroups(m *Stats, side []int, share float64) stats.Number {
	var raters, labels []int
	for rater, code := range side {
		if code >= 0 {
			raters = append(raters, rater)
			labels = append(labels, code)
		}
	}
	side = slices.Clone(side)
	rng := rand.New(rand.NewPCG(m.Options.Seed, 0x9e3779b97f4a7c15))
	reached := 1
	for range permutations {
		rng.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
		for k, rater := range raters {
			side[rater] = labels[k]
		}
		_, s, _ := Across(m, side)
		if s >= share-1e-12 {
			reached++
		}
	}
	return stats.Of(float64(reached) / float64(permutations+1))
}
