package teamtest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats/rating"
)

// Planned draws a table with gaps by plan: each item has one to four of up to
// ten raters, so that many share few items or none, and parts of the team are
// not connected.
func Planned(t *rapid.T) *rating.Table {
	raters := rapid.IntRange(1, 10).Draw(t, "raters")
	b := rating.NewBuilder("role")
	for i := range rapid.IntRange(1, 8).Draw(t, "items") {
		lesson := rapid.IntRange(1, 6).Draw(t, "lesson")
		for _, g := range rapid.SliceOfNDistinct(rapid.IntRange(1, raters), 1, min(4, raters), rapid.ID).Draw(t, "who") {
			b.Add(rating.Record{
				Rater: fmt.Sprint("surname ", g), Lesson: fmt.Sprint("lesson ", lesson), Indicator: fmt.Sprint("indicator ", i%3, " of ", i),
				Score: float64(rapid.IntRange(1, 4).Draw(t, "score")), Columns: []string{fmt.Sprint("role ", g%2)},
			})
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}
