package habits_test

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/habits"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// Of three raters of four lessons no habit can be told.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	findings, search := habits.Find(team.New(table, team.Options{Confidence: 0.95}), nil)
	fmt.Println(len(findings), "raters,", len(findings[0]), "findings of the first;", search != nil)
	// Output:
	// 3 raters, 0 findings of the first; true
}
