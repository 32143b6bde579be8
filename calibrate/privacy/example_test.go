package privacy_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats/rating"
)

// Pseudonyms follow neither the alphabet nor severity.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	fmt.Println(privacy.Pseudonyms(table, 1, ""))
	fmt.Println(privacy.SmallTeam(3))
	// Output:
	// [R3 R1 R2]
	// true
}
