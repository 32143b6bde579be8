package rounds_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/rounds"
)

// The figures of a round; a series shows each change and that of the whole.
func Example() {
	fmt.Println(rounds.Comparisons(2), rounds.Comparisons(4))
	b := rating.NewBuilder()
	for round, scores := range map[string]string{"1": "124", "2": "333"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: "l", Indicator: "i", Round: round, Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	f := rounds.Of(b.Build(nil, nil), 1, rounds.Selection{})
	fmt.Println(f.Exact.Or(0))
	// Output:
	// 1 4
	// 1
}
