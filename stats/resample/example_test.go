package resample_test

import (
	"context"
	"fmt"
	"math/rand/v2"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// A bootstrap of a mean: the same seed gives the same limits on any number of
// workers.
func ExampleRun() {
	x := []float64{3, 1, 4, 1, 5, 9, 2, 6}
	plan := resample.Plan{Replicates: 2000, Seed: 1}
	means, err := resample.Run(context.Background(), plan, func() func(*rand.Rand) stats.Number {
		return func(rng *rand.Rand) stats.Number {
			sum := 0.0
			for range x {
				sum += x[rng.IntN(len(x))]
			}
			return stats.Of(sum / float64(len(x)))
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	lower, upper := resample.Collect(means).Percentile(0.95)
	fmt.Printf("%.1f to %.1f\n", lower.Or(0), upper.Or(0))
	// Output: 2.1 to 5.8
}
