package calibrate

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

// gapCounts are the cells of an item without a score.
type gapCounts struct{ notObserved, blank, absent int }

// gapsOf counts them for every item. Absent are those who have a row in the
// lesson and none for the item.
func gapsOf(t *rating.Table) []gapCounts {
	type lesson struct{ round, lesson int32 }
	of := func(i int) lesson { return lesson{t.Items()[i].Round, t.Items()[i].Lesson} }
	gaps := make([]gapCounts, len(t.Items()))
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
			gaps[mark.Item].notObserved++
		} else {
			gaps[mark.Item].blank++
		}
	}
	for i := range gaps {
		gaps[i].absent = len(met[of(i)]) - rows[i]
	}
	return gaps
}

// addGaps says of each place how many cells have no score, and what chance
// would put on the commonest level.
func (p *Place) addGaps(m *measures, items []int, gaps []gapCounts, chance func(scale, n int) stats.Number) {
	p.CommonestChance = stats.None(stats.NoPairs)
	sum, paired := 0.0, 0
	for _, i := range items {
		p.NotObserved += gaps[i].notObserved
		p.Blank += gaps[i].blank
		p.Absent += gaps[i].absent
		if n := m.items[i].ratings; n >= 2 {
			v, ok := chance(m.table.ScaleOf(m.table.Items()[i].Indicator), n).Value()
			if !ok {
				p.CommonestChance = stats.None(stats.TooLarge)
			}
			sum += v
			paired++
		}
	}
	if paired > 0 && p.CommonestChance.Reason() != stats.TooLarge {
		p.CommonestChance = stats.Of(sum / float64(paired))
	}
}

// commonestChance is what chance would put on the commonest level of an item
// of a scale with n ratings, drawn from all ratings of the scale.
func commonestChance(m *measures) func(scale, n int) stats.Number {
	shares := make([][]float64, len(m.scales))
	for s := range m.scales {
		shares[s] = make([]float64, len(m.scales[s].scale.Levels))
	}
	for i := range m.items {
		_, levels := m.table.Row(i)
		for _, level := range levels {
			shares[m.table.ScaleOf(m.table.Items()[i].Indicator)][level]++
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
