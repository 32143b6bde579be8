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
	type lesson struct{ round, lesson int32 }
	of := func(i int) lesson { return lesson{t.Items()[i].Round, t.Items()[i].Lesson} }
	gaps := make([]Gaps, len(t.Items()))
	rows := make([]int, len(gaps))
	met := map[lesson]map[int32]bool{}
	meet := func(i int, rater int32) {
		if met[of(i)] == nil {
			met[of(i)] = map[int32]bool{}
		}
		met[of(i)][rater] = true
		rows[i]++
	}
	for i := range gaps {
		raters, _ := t.Row(i)
		for _, rater := range raters {
			meet(i, rater)
		}
	}
	for _, mark := range t.Marks() {
		meet(int(mark.Item), mark.Rater)
		if mark.State == rating.NotObserved {
			gaps[mark.Item].NotObserved++
		} else {
			gaps[mark.Item].Blank++
		}
	}
	for i := range gaps {
		gaps[i].Absent = len(met[of(i)]) - rows[i]
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
	for i := range m.Items {
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
