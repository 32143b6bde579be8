package team_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// The figures of agreement of three raters of four lessons.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	m := team.New(table, team.Options{Confidence: 0.95})
	f := m.Figures(m.All(), m.Unit)
	for _, kind := range team.Kinds[:3] {
		fmt.Printf("%s %.2f\n", kind.ID, kind.Of(&f).Value.Or(0))
	}
	// Output:
	// exact 0.33
	// within_one 1.00
	// two_apart 0.00
}
