package teamtest

import (
	"fmt"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats/rating"
)

// SparseTable draws a table with gaps, marks, a group column and one or two
// scales.
func SparseTable(t *rapid.T) *rating.Table {
	raters := rapid.IntRange(1, 8).Draw(t, "raters")
	lessons := rapid.IntRange(1, 7).Draw(t, "lessons")
	indicators := rapid.IntRange(1, 5).Draw(t, "indicators")
	scales := []rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}
	scaleOf := map[string]int{}
	if rapid.Bool().Draw(t, "two scales") {
		scales = append(scales, rating.NewScale("yes or no", rating.Declared, 0, 1))
		for j := 0; j < indicators; j += 2 {
			scaleOf[fmt.Sprint("i", j)] = 1
		}
	}
	full := rapid.IntRange(1, 9).Draw(t, "tenths rated")
	b := rating.NewBuilder("role")
	for g := range raters {
		role := rapid.SampledFrom([]string{"school", "office", "other", ""}).Draw(t, "role")
		for l := range lessons {
			for j := range indicators {
				r := rating.Record{
					Rater: fmt.Sprint("surname ", g), Lesson: fmt.Sprint("l", l), Indicator: fmt.Sprint("i", j),
					Columns: []string{role},
				}
				switch n := rapid.IntRange(0, 10).Draw(t, "cell"); {
				case n == 10:
					r.State = rating.NotObserved
				case n > full:
					continue
				case scaleOf[r.Indicator] == 1:
					r.Score = float64(rapid.IntRange(0, 1).Draw(t, "score"))
				default:
					r.Score = float64(rapid.IntRange(1, 4).Draw(t, "score"))
				}
				b.Add(r)
			}
		}
	}
	return b.Build(scales, scaleOf)
}
