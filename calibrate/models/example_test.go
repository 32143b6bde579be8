package models_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/stats/rating"
)

// The severities of a many-facet Rasch model stand beside a report's own.
func Example() {
	b := rating.NewBuilder()
	for lesson, scores := range []string{"223", "344", "233", "112"} {
		for rater, score := range scores {
			b.Add(rating.Record{Lesson: fmt.Sprint(lesson + 1), Indicator: "questioning", Rater: string(rune('A' + rater)), Score: float64(score - '0')})
		}
	}
	table := b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
	study, o := calibrate.Study{Table: table}, calibrate.Options{}
	r, err := analysis.Analyse(context.Background(), study, o)
	if err == nil {
		err = models.AddSeverity(context.Background(), r, study, o)
	}
	if err != nil {
		fmt.Println(err)
		return
	}
	last := r.Raters[len(r.Raters)-1]
	fmt.Printf("%s: %.1f levels, %.1f logits\n", last.ID, last.Severity.Or(0), last.RaschSeverity.Or(0))
	// Output:
	// R3: 0.5 levels, 2.3 logits
}
