package within

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// mostDealt is the number of ratings of an item up to which the share on its
// commonest level is worked out.
const mostDealt = 100

// CommonestByChance is the share of an item's n ratings that stand on its
// commonest level, expected where each rating is drawn at random from levels
// of these probabilities (shape: one a level, adding up to 1):
//
//	E = Σ_{m=0}^{n-1} P(M > m) / n,   P(M ≤ m) = n! [xⁿ] Π_k Σ_{j≤m} (p_k x)ʲ / j!
//
// with M the largest of multinomial counts. Three of nine raters on one of
// four levels are fewer than chance gives: the figure says so. There is none
// of fewer than two ratings (NoPairs) or of more than 100 (TooLarge).
//
// # References
//
// Levin, B. (1981). A representation for multinomial cumulative distribution
// functions. The Annals of Statistics 9(5), 1123-1126: what is summed here
// exactly.
func CommonestByChance(probabilities []float64, n int) stats.Number {
	switch {
	case n < 2:
		return stats.None(stats.NoPairs)
	case n > mostDealt:
		return stats.None(stats.TooLarge)
	}
	factorial, _ := math.Lgamma(float64(n + 1))
	expected := 0.0
	for most := range n {
		expected += 1 - noneAbove(probabilities, n, most)*math.Exp(factorial)
	}
	return stats.Of(expected / float64(n))
}

// noneAbove is the coefficient of xⁿ of the product over levels of the first
// terms of exp(p x), those of counts up to most.
func noneAbove(probabilities []float64, n, most int) float64 {
	product := make([]float64, n+1)
	product[0] = 1
	for _, p := range probabilities {
		next := make([]float64, n+1)
		for at, v := range product {
			term := v
			for j := 0; j <= most && at+j <= n; j++ {
				next[at+j] += term
				term *= p / float64(j+1)
			}
		}
		product = next
	}
	return product[n]
}
