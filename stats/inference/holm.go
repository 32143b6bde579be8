package inference

import (
	"cmp"
	"slices"
)

// Holm returns the probabilities of several tests adjusted for their number,
// in their order: those at or below a level hold at that level together. The
// k-th smallest of m is multiplied by m − k + 1, and none is below one before.
//
// # References
//
// Holm 1979, Scandinavian Journal of Statistics 6, 65–70.
func Holm(p []float64) []float64 {
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[a], p[b]) })
	adjusted := make([]float64, len(p))
	before := 0.0
	for k, i := range order {
		before = max(before, min(1, float64(len(p)-k)*p[i]))
		adjusted[i] = before
	}
	return adjusted
}
