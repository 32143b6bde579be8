package benchmark_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
)

// A value that lies in one band, and the band that it surely reaches.
func ExampleBenchmark_Place() {
	bands, err := benchmark.Lookup("landis_koch")
	if err != nil {
		fmt.Println(err)
		return
	}
	kappa := stats.Result{Value: stats.Of(0.65), SE: stats.Of(0.1), DF: stats.Of(20)}
	p := bands.Place(kappa, 0.95)
	fmt.Printf("%s; surely %s (%.2f)\n", p.ByPoint, p.ByProbability, p.Probability.Or(0))
	// Output: substantial; surely moderate (0.99)
}
