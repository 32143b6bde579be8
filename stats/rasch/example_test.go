package rasch_test

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

func ExampleFit() {
	b := rating.NewBuilder()
	for lesson, rows := range []string{"2332", "1221", "3443", "2231", "3342", "2343"} {
		for rater, level := range rows {
			b.Add(rating.Record{
				Lesson: fmt.Sprint("Lesson ", lesson+1), Indicator: "3b",
				Rater: string(rune('A' + rater)), Score: float64(level - '0'),
			})
		}
	}
	r, err := rasch.Fit(context.Background(), rasch.FromTable(b.Build(nil, nil)), rasch.Options{})
	if err != nil {
		panic(err)
	}
	for _, rater := range r.Facets[2].Elements {
		fmt.Printf("%s severity %+.2f ± %.2f\n", rater.Name, rater.Measure.Or(0), rater.SE.Or(0))
	}
	// Output:
	// A severity +2.08 ± 0.92
	// B severity -1.18 ± 0.85
	// C severity -3.83 ± 1.20
	// D severity +2.93 ± 1.03
}
