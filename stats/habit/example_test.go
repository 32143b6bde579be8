package habit_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/habit"
	"github.com/cb401426/calibrate/stats/rating"
)

// One of five raters gives a level more than the others.
func Example() {
	b := rating.NewBuilder()
	for i := range 40 {
		for r := range 5 {
			score := 2 + i%2
			if r == 4 {
				score++ // one of five is lenient
			}
			b.Add(rating.Record{Lesson: fmt.Sprint(i % 2), Indicator: fmt.Sprint(i / 2), Rater: string(rune('A' + r)), Score: float64(score)})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	for _, f := range habit.Find(table, habit.Options{Seed: 1}).Findings {
		fmt.Println(table.Raters()[f.Rater], f.Kind)
	}
	// Output:
	// E severity
}
