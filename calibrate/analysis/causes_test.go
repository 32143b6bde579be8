package analysis

import (
	"strconv"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

// Of very many ratings the causes are from whole lessons, about as many as
// asked for, the same for the same seed.
func TestDrawLessons(t *testing.T) {
	b := rating.NewBuilder()
	for l := range 40 {
		for g := range 2 + l%5 {
			for i := range 3 {
				b.Add(rating.Record{
					Rater: strconv.Itoa(g), Lesson: strconv.Itoa(l), Indicator: strconv.Itoa(i), Score: float64((l + g + i) % 4),
				})
			}
		}
	}
	table := b.Build(nil, nil)
	perLesson := func(t *rating.Table) map[int32]int {
		n := map[int32]int{}
		for i, item := range t.Items() {
			row, _ := t.Row(i)
			n[item.Lesson] += len(row)
		}
		return n
	}
	all, drawn := perLesson(table), drawLessons(table, 100, 7)
	for lesson, n := range perLesson(drawn) {
		if n != all[lesson] {
			t.Errorf("lesson %d has %d ratings of %d", lesson, n, all[lesson])
		}
	}
	if n := drawn.Ratings(); n < 100 || n > 100+3*6 {
		t.Errorf("%d ratings, want about 100", n)
	}
	again, other := perLesson(drawLessons(table, 100, 7)), perLesson(drawLessons(table, 100, 8))
	same := 0
	for lesson := range perLesson(drawn) {
		if again[lesson] == 0 {
			t.Error("the same seed draws other lessons")
		}
		if other[lesson] > 0 {
			same++
		}
	}
	if same == len(perLesson(drawn)) {
		t.Error("another seed draws the same lessons")
	}
}
