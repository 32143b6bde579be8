package team

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// nearness is how a rater's ratings of each item stand to the others'.
type nearness struct {
	list   []inference.Observation // share of the others that gave the same
	chance float64                 // sum over the items
	pairs  int
}

// nearnessOf returns, for each rater, the share of the others that gave the
// same level, item by item.
func nearnessOf(m *Stats) []nearness {
	near := make([]nearness, len(m.Table.Raters()))
	room := make([]inference.Observation, m.Pairable)
	for g, n := range shared(m) {
		near[g].list, room = room[:0:n], room[n:]
	}
	var counts []int
	for i := range m.Table.Items() {
		row, levels := m.Table.Row(i)
		if len(row) < 2 {
			continue
		}
		s := m.ScaleOf(i)
		counts = slices.Grow(counts[:0], len(s.Levels.Levels))[:len(s.Levels.Levels)]
		clear(counts)
		for _, level := range levels {
			counts[level]++
		}
		lesson := m.Table.Items()[i].Lesson
		for k, g := range row {
			share := float64(counts[levels[k]]-1) / float64(len(row)-1)
			near[g].list = append(near[g].list, inference.Observation{Value: share, Paired: true, Lesson: lesson})
			near[g].chance += s.chance.Exact()
			near[g].pairs += len(row) - 1
		}
	}
	return near
}

// shared counts the ratings of each rater that others rated too.
func shared(m *Stats) []int {
	count := make([]int, len(m.Table.Raters()))
	for i := range m.Table.Items() {
		if row, _ := m.Table.Row(i); len(row) >= 2 {
			for _, g := range row {
				count[g]++
			}
		}
	}
	return count
}

// RaterFigures are the raters' exact agreement with the others.
func RaterFigures(m *Stats) []Figure {
	list := make([]Figure, len(m.Table.Raters()))
	for g, near := range nearnessOf(m) {
		list[g] = raterFigure(m, near)
	}
	return list
}

// raterFigure is a rater's exact agreement with the others. Only items that
// the rater shares with another count, also for the interval.
func raterFigure(m *Stats, n nearness) Figure {
	f := Figure{Value: inference.Mean(n.list), Pairs: n.pairs}
	f.Chance = f.Value.Map(func(float64) float64 { return n.chance / float64(len(n.list)) })
	f.Lower, f.Upper = limits(n.list, m.Unit, m.Options.Confidence)
	if v, ok := f.Value.Value(); ok && v == 1 {
		f.Lower = stats.Of(math.Pow(1-m.Options.Confidence, 1/float64(len(n.list))))
		f.Upper = stats.None(stats.NoDisagreement)
	}
	return f
}

// RaterShares returns each rater's part of the distance and of the pair
// weights: half of each pair it is in.
func RaterShares(m *Stats) (shares, weights []float64) {
	shares = make([]float64, len(m.Table.Raters()))
	weights = make([]float64, len(shares))
	for i := range m.Table.Items() {
		if row, _ := m.Table.Row(i); len(row) >= 2 {
			for _, g := range row {
				weights[g] += float64(len(row)-1) * pairWeight(m, len(row)) / 2
			}
		}
	}
	if !(m.expected > 0) { // the distance has no meaning
		return shares, weights
	}
	var x []float64
	for i := range m.Table.Items() {
		item, ok := spreadOf(m, i, x)
		if !ok {
			continue
		}
		x = item.x
		var all moments
		for _, x := range item.x {
			all.add(x)
		}
		for k, g := range item.raters { // the sum of (x − y)² over the others' y
			x := item.x[k]
			shares[g] += item.factor / 2 * (all.n*x*x - 2*x*all.sum + all.squares)
		}
	}
	return shares, weights
}
