package inference_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// A mean of four lessons with its interval, by leaving out each lesson.
func Example() {
	lessons := []float64{0.6, 0.7, 0.5, 0.8}
	mean := func(without int) stats.Number {
		sum, n := 0.0, 0.0
		for i, x := range lessons {
			if i != without {
				sum, n = sum+x, n+1
			}
		}
		return stats.Of(sum / n)
	}
	var values []stats.Number
	for i := range lessons {
		values = append(values, mean(i))
	}
	effects, why := inference.Jackknife(values, nil)
	if why != "" {
		fmt.Println(why)
		return
	}
	r := inference.Over(effects, 0, stats.Options{}).Around(
		stats.Result{Value: mean(-1)}, inference.Range{Least: 0, Most: 1}, stats.Options{}.WithDefaults())
	fmt.Printf("%.2f (%.2f to %.2f)\n", r.Value.Or(0), r.Lower.Or(0), r.Upper.Or(0))
	// Output: 0.65 (0.44 to 0.86)
}
