package habit_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats/habit"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// team makes up a table on four levels: a level an item, and one rating in
// four a level off.
func team(raters, lessons, indicators int, seed uint64) *rating.Table {
	rng := rand.New(rand.NewPCG(seed, 1))
	b := rating.NewBuilder()
	for l := range lessons {
		for i := range indicators {
			item := 2 + rng.IntN(2)
			for g := range raters {
				score := item
				if rng.IntN(4) == 0 {
					score += 2*rng.IntN(2) - 1
				}
				b.Add(rating.Record{
					Rater: fmt.Sprint("r", g), Lesson: fmt.Sprint("l", l), Indicator: fmt.Sprint("i", i), Score: float64(score),
				})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

// Benchmark of all kinds in a team, the largest design as in the report.
func BenchmarkFind(b *testing.B) {
	for _, d := range [][3]int{{12, 1, 10}, {25, 1, 22}, {25, 5, 22}} {
		t := team(d[0], d[1], d[2], 1)
		b.Run(fmt.Sprintf("%dx%dx%d", d[0], d[1], d[2]), func(b *testing.B) {
			for b.Loop() {
				habit.Find(t, habit.Options{Seed: 1})
			}
		})
	}
}

// BenchmarkMeetings is the same in teams of which few see each lesson.
func BenchmarkMeetings(b *testing.B) {
	teamtest.BySize(b, func(_ *testing.B, t *rating.Table) { habit.Find(t, habit.Options{Seed: 1}) })
}
