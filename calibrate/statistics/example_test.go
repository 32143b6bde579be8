package statistics_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats/rating"
)

// Two coefficients of the same ratings, under the same weights.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	choices, err := statistics.Select([]string{"alpha", "gwet"}, []string{"quadratic"}, nil)
	if err != nil {
		fmt.Println(err)
		return
	}
	s, err := statistics.Estimate(context.Background(), calibrate.Study{Table: table}, statistics.Options{Choices: choices})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range s.Coefficients {
		fmt.Printf("%s %.2f\n", c.ID, c.Value.Or(0))
	}
	// Output:
	// krippendorff_alpha 0.67
	// gwet_ac 0.76
}
