package catalog_test

import (
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// simulated returns 1,000 items by 20 raters in lessons of ten, one rating in
// twenty missing.
func simulated() *rating.Matrix {
	rng := rand.New(rand.NewPCG(1, 2))
	b := rating.NewBuilder()
	for i := range 1000 {
		own := rng.IntN(5)
		for g := range 20 {
			k := own
			switch x := rng.Float64(); {
			case x < 0.05:
				continue
			case x < 0.45:
				k = min(4, max(0, own+rng.IntN(3)-1))
			}
			b.Add(rating.Record{
				Lesson: strconv.Itoa(i / 10), Indicator: strconv.Itoa(i % 10), Rater: strconv.Itoa(g), Score: float64(k + 1),
			})
		}
	}
	return b.Build(nil, nil).Matrix(0, nil)
}

// BenchmarkEach times each coefficient under all schemes of weights.
func BenchmarkEach(b *testing.B) {
	m := simulated()
	for _, e := range catalog.Coefficients {
		b.Run(e.ID, func(b *testing.B) {
			for b.Loop() {
				d := stats.Prepare(m)
				for _, w := range weight.Schemes {
					if !e.Takes(w) && (e.Has(stats.Weighted) || w != weight.Identity) {
						continue
					}
					if _, err := e.Estimate(b.Context(), d, stats.Options{Weights: w, Unit: stats.ByLesson}); err != nil {
						b.Fatal(err)
					}
				}
			}
		})
	}
}
