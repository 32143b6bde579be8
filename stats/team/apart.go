package team

import (
	"math/rand/v2"
	"slices"
)

// Apart deals the sides of the raters out anew and returns of each item the
// share of deals in which the largest value of any item reaches this one's: a
// small share is beyond chance however many items were looked at. A side below
// zero stands apart; of returns the items' values under given sides, larger
// where the sides are further apart.
//
// # References
//
// Westfall, P. H., & Young, S. S. (1993). Resampling-based multiple testing.
// Wiley. Single-step maxT, section 2.3.
func Apart(sides []int, seed uint64, of func(sides []int) []float64) []float64 {
	values := of(sides)
	var raters, labels []int
	for rater, side := range sides {
		if side >= 0 {
			raters = append(raters, rater)
			labels = append(labels, side)
		}
	}
	dealt := slices.Clone(sides)
	rng := rand.New(rand.NewPCG(seed, 0x9e3779b97f4a7c15))
	reached := make([]float64, len(values))
	for range permutations {
		rng.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
		for k, rater := range raters {
			dealt[rater] = labels[k]
		}
		most := 0.0
		for _, v := range of(dealt) {
			most = max(most, v)
		}
		for i, v := range values {
			if most >= v-1e-12 {
				reached[i]++
			}
		}
	}
	for i := range reached {
		reached[i] = (1 + reached[i]) / (1 + permutations)
	}
	return reached
}

// A Voice is what one rater gave or wrote on an item.
type Voice struct {
	Rater int
	Value float64
}

// Between is how far apart the sides of some voices are: n−1 times the share
// of the sum of squares that lies between those sides that have at least least
// voices; 0 with fewer than two such sides.
func Between(voices []Voice, sides []int, count, least int) float64 {
	n, sum, square := make([]int, count), make([]float64, count), 0.0
	for _, v := range voices {
		if side := sides[v.Rater]; side >= 0 {
			n[side]++
			sum[side] += v.Value
		}
	}
	total, whole, counted, mean := 0, 0.0, 0, 0.0
	for side := range n {
		if n[side] >= least {
			counted++
			total += n[side]
			mean += sum[side]
			whole += sum[side] * sum[side] / float64(n[side])
		}
	}
	if counted < 2 {
		return 0
	}
	for _, v := range voices {
		if side := sides[v.Rater]; side >= 0 && n[side] >= least {
			square += v.Value * v.Value
		}
	}
	mean *= mean / float64(total)
	if square-mean < 1e-12 {
		return 0
	}
	return float64(total-1) * (whole - mean) / (square - mean)
}
