package team

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

// Gaps are the cells of an item without a score.
type Gaps struct{ NotObserved, Blank, Absent int }

// GapsOf counts them for every item. Absent are those who have a row in the
// lesson and none for the item.
func GapsOf(t *rating.Table) []Gaps {
	gaps := make([]Gaps, len(t.Items()))
	items, marks := t.Items(), t.Marks()
	met := make([]int, len(t.Raters())) // the first item, and one, of the last lesson met in
	for from := 0; from < len(items); {
		to := from // items of a lesson stand together
		raters := 0
		for ; to < len(items) && items[to].Lesson == items[from].Lesson && items[to].Round == items[from].Round; to++ {
			meet := func(rater int32) {
				gaps[to].Absent-- // of all raters of the lesson
				if met[rater] != from+1 {
					met[rater] = from + 1
					raters++
				}
			}
			row, _ := t.Row(to)
			for _, rater := range row {
				meet(rater)
			}
			for ; len(marks) > 0 && int(marks[0].Item) == to; marks = marks[1:] {
				meet(marks[0].Rater)
				if marks[0].State == rating.NotObserved {
					gaps[to].NotObserved++
				} else {
					gaps[to].Blank++
				}
			}
		}
		for i := from; i < to; i++ {
			gaps[i].Absent += raters
		}
		from = to
	}
	return gaps
}

// CommonestChance is what chance would put on the commonest level of an item
// of a scale with n ratings, drawn from all ratings of the scale.
func CommonestChance(m *Stats) func(scale, n int) stats.Number {
	shares := make([][]float64, len(m.Scales))
	for s := range m.Scales {
		shares[s] = make([]float64, len(m.Scales[s].Levels.Levels))
	}
	for i := range m.Table.Items() {
		_, levels := m.Table.Row(i)
		for _, level := range levels {
			shares[m.Table.ScaleOf(m.Table.Items()[i].Indicator)][level]++
		}
	}
	for _, p := range shares {
		total := 0.0
		for _, v := range p {
			total += v
		}
		for k := range p {
			p[k] /= max(total, 1)
		}
	}
	type key struct{ scale, n int }
	known := map[key]stats.Number{}
	return func(scale, n int) stats.Number {
		v, ok := known[key{scale, n}]
		if !ok {
			v = within.CommonestByChance(slices.Clip(shares[scale]), n)
			known[key{scale, n}] = v
		}
		return v
	}
}
