package section_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/report/section"
	"github.com/cb401426/calibrate/stats/rating"
)

// The full report is sections in an order.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	r, err := analysis.Analyse(context.Background(), calibrate.Study{Table: table}, calibrate.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range section.View(r).Sections[:2] {
		fmt.Println(s.ID)
	}
	// Output:
	// verdict
	// figures
}
