package rounds_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/stats/rating"
)

// From fall to spring, a team moved.
func Example() {
	b := rating.NewBuilder()
	for round, lessons := range map[string][]string{"fall": {"124", "143", "213"}, "spring": {"333", "223", "444"}} {
		for lesson, scores := range lessons {
			for rater, score := range scores {
				b.Add(rating.Record{
					Lesson: fmt.Sprint(round, lesson), Indicator: "questioning", Round: round,
					Rater: string(rune('A' + rater)), Score: float64(score - '0'),
				})
			}
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	t, err := rounds.Analyse(context.Background(), calibrate.Study{Table: table}, rounds.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, c := range t.Changes {
		fmt.Printf("%s to %s: %s, exact %.2f to %.2f\n", c.From, c.To, c.Movement, c.Exact.Before.Or(0), c.Exact.After.Or(0))
	}
	// Output:
	// fall to spring: together, exact 0.00 to 0.78
}
