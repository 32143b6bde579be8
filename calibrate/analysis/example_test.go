package analysis_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/stats/rating"
)

// Three raters of four lessons: are they of one mind?
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
	fmt.Println(r.Verdict.ID)
	fmt.Printf("exact %.2f, by chance %.2f\n", r.Alignment.Exact.Value.Or(0), r.Alignment.Exact.Chance.Or(0))
	// Output:
	// not_yet_aligned
	// exact 0.33, by chance 0.21
}
