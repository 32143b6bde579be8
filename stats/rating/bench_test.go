package rating_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

// codesOf returns the codes of so many lessons of twenty indicators by four
// raters, in parts.
func codesOf(lessons int) *rating.Codes {
	c := &rating.Codes{Scales: []rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, Cells: lessons * 20}
	for l := range lessons {
		c.Lessons = append(c.Lessons, fmt.Sprint("Lesson ", l))
	}
	for i := range 20 {
		c.Indicators, c.ScaleOf = append(c.Indicators, fmt.Sprint(i)), append(c.ScaleOf, 0)
	}
	for g := range 100 {
		c.Raters = append(c.Raters, fmt.Sprint(g))
	}
	var items []rating.Item
	for cell := range c.Cells {
		items = append(items, rating.Item{Lesson: int32(cell / 20), Indicator: int32(cell % 20)})
	}
	c.Items = slices.Values(items)
	for half := range 2 {
		c.Shards = append(c.Shards, rating.CodedShard{Parts: lessons / 2, Part: func(part int, _ bool, into *rating.CodedPart) {
			into.Resize(80, 0, false)
			lesson := 2*part + half
			for k := range 80 {
				into.Item[k], into.Rater[k], into.Level[k] = uint32(lesson*20+k/4), int32(lesson%25*4+k%4), uint8(k*7/3%4)
			}
		}})
	}
	return c
}

// Benchmarks by ratings: placing them into a Table, finding its patterns, and
// dividing it into parts.
func BenchmarkTable(b *testing.B) {
	for _, lessons := range []int{100, 1000, 10_000} {
		size := fmt.Sprintf("/ratings=%d", 80*lessons)
		codes := codesOf(lessons)
		t, _ := rating.FromCodes(codes)
		b.Run("from codes"+size, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, ok := rating.FromCodes(codes); !ok {
					b.Fatal("two ratings of one cell")
				}
			}
		})
		b.Run("patterns"+size, func(b *testing.B) {
			m := t.Matrix(0, nil)
			for b.Loop() {
				m.ByCounts()
			}
		})
		b.Run("divide by lesson"+size, func(b *testing.B) {
			for b.Loop() {
				d := t.Divide(lessons, "", func(item, _ int32) int { return int(item) / 20 })
				for part := range lessons {
					d.Table(part)
				}
			}
		})
	}
}
