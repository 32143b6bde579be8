package calibrate

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// nearness is how a rater's ratings of each item stand to the others'.
type nearness struct {
	list   []observation // share of the others that gave the same
	chance float64       // sum over the items
	pairs  int
}

// limits returns the pointwise t interval of a severity.
func (s severity) limits(confidence float64) (lower, upper stats.Number) {
	value, ok := s.value.Value()
	if !ok {
		return s.value, s.value
	}
	se, ok := s.se.Value()
	if !ok {
		return s.se, s.se
	}
	if se < 1e-12 {
		return stats.None(stats.NoSpread), stats.None(stats.NoSpread)
	}
	half := se * studentQuantile(s.df, confidence)
	return stats.Of(value - half), stats.Of(value + half)
}

// scoresByRater returns each rater's scores, by item.
func (m *measures) scoresByRater() [][]float64 {
	values := make([][]float64, len(m.table.Raters()))
	for _, r := range m.table.All() {
		values[r.Rater] = append(values[r.Rater], m.table.Value(int(r.Item), r.Level))
	}
	return values
}

// distinct counts the distinct values.
func distinct(values []float64) int {
	seen := map[float64]bool{}
	for _, v := range values {
		seen[v] = true
	}
	return len(seen)
}

// nearnessOf returns, for each rater, the share of the others that gave the
// same level, item by item.
func (m *measures) nearnessOf() []nearness {
	near := make([]nearness, len(m.table.Raters()))
	for i := range m.items {
		row, levels := m.table.Row(i)
		if len(row) == 0 {
			continue
		}
		s := m.scaleOf(i)
		counts := make([]int, len(s.scale.Levels))
		for _, level := range levels {
			counts[level]++
		}
		lesson := m.table.Items()[i].Lesson
		for k, g := range row {
			o := observation{lesson: lesson, paired: len(row) > 1}
			if o.paired {
				o.value = float64(counts[levels[k]]-1) / float64(len(row)-1)
				near[g].chance += s.chance.exact
				near[g].pairs += len(row) - 1
			}
			near[g].list = append(near[g].list, o)
		}
	}
	return near
}

// raterFigures are the raters' exact agreement with the others.
func (m *measures) raterFigures() []Figure {
	list := make([]Figure, len(m.table.Raters()))
	for g, near := range m.nearnessOf() {
		list[g] = m.raterFigure(near)
	}
	return list
}

// raterFigure is a rater's exact agreement with the others. Only items that
// the rater shares with another count, also for the interval.
func (m *measures) raterFigure(n nearness) Figure {
	var shared []observation
	for _, o := range n.list {
		if o.paired {
			shared = append(shared, o)
		}
	}
	f := Figure{Value: mean(shared), Pairs: n.pairs}
	f.Chance = f.Value.Map(func(float64) float64 { return n.chance / float64(len(shared)) })
	f.Lower, f.Upper = limits(shared, m.unit, m.options.confidence)
	if v, ok := f.Value.Value(); ok && v == 1 {
		f.Lower = stats.Of(math.Pow(1-m.options.confidence, 1/float64(len(shared))))
		f.Upper = stats.None(stats.NoDisagreement)
	}
	return f
}

// raterShares returns each rater's part of the distance and of the pair
// weights: half of each pair it is in.
func (m *measures) raterShares() (shares, weights []float64) {
	shares = make([]float64, len(m.table.Raters()))
	weights = make([]float64, len(shares))
	m.eachPair(func(p pairOf) {
		shares[p.a] += p.share / 2
		shares[p.b] += p.share / 2
		weights[p.a] += p.weight / 2
		weights[p.b] += p.weight / 2
	})
	return shares, weights
}

// pairOf is two ratings of one item.
type pairOf struct {
	item   int
	a, b   int32 // raters, a before b
	la, lb uint16
	share  float64 // of the distance; meaningful where that is
	weight float64 // of the pair weights
}

// eachPair calls f for every two ratings of every item. A pair in an item of
// m ratings carries 2 d / ((m-1) N D_e) of the distance.
func (m *measures) eachPair(f func(pairOf)) {
	for i := range m.items {
		row, levels := m.table.Row(i)
		if len(row) < 2 {
			continue
		}
		s := m.scaleOf(i)
		weight := 2 / (float64(len(row)-1) * float64(m.pairable))
		for a := range row {
			for b := a + 1; b < len(row); b++ {
				_, _, d := s.compare(int(levels[a]), int(levels[b]))
				share := 0.0
				if m.expected > 0 {
					share = weight * d / m.expected
				}
				f(pairOf{i, row[a], row[b], levels[a], levels[b], share, weight})
			}
		}
	}
}
