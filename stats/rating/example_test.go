package rating_test

import (
	"fmt"

	"github.com/cb401426/calibrate/stats/rating"
)

// Ratings go in one by one, in any order; a missing rating is a missing record.
func ExampleBuilder() {
	b := rating.NewBuilder()
	b.Add(rating.Record{Lesson: "A", Indicator: "3b", Rater: "Ruiz", Score: 2})
	b.Add(rating.Record{Lesson: "A", Indicator: "3b", Rater: "Okafor", Score: 3})
	b.Add(rating.Record{Lesson: "A", Indicator: "3c", Rater: "Ruiz", Score: 4})
	t := b.Build([]rating.Scale{rating.NewScale("four levels", rating.Declared, 1, 2, 3, 4)}, nil)
	m := t.Matrix(0, nil)
	fmt.Println(m.Items(), "items on", m.Levels(), "levels by", t.Raters())
	// Output: 2 items on 4 levels by [Okafor Ruiz]
}
