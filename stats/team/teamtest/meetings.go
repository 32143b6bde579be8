package teamtest

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

// meetings returns ratings on four levels as a district has them: lessons on ten
// indicators, each by ten raters of a quarter as many as there are lessons.
func meetings(lessons int) *rating.Table {
	rng := rand.New(rand.NewPCG(1, uint64(lessons)))
	raters := max(10, lessons/4)
	b := rating.NewBuilder()
	for l := range lessons {
		for _, g := range rng.Perm(raters)[:10] {
			for i := range 10 {
				level := 2 + (l*7+i*3)%2
				if rng.IntN(3) == 0 {
					level += 2*rng.IntN(2) - 1
				}
				b.Add(rating.Record{
					Rater: fmt.Sprint("r", g), Lesson: fmt.Sprint("l", l), Indicator: fmt.Sprint("i", i), Score: float64(level),
				})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

// BySize runs a benchmark on ratings as a district has them, 1,000 to 100,000 of
// them.
func BySize(b *testing.B, work func(*testing.B, *rating.Table)) {
	for _, lessons := range []int{10, 100, 1000} {
		t := meetings(lessons)
		b.Run(fmt.Sprintf("ratings=%d", t.Ratings()), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				work(b, t)
			}
		})
	}
}
