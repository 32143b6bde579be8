package calibrate

import "github.com/cb401426/calibrate/stats"

// pairSums adds up what two raters share.
type pairSums struct {
	items, exact, near int
	difference, share  float64
	margins            [2][]int // counts on each level, first rater then second
}

// A raterPair is two raters over the items that both rated; the difference is
// the mean of a's scores minus that of b's.
type raterPair struct {
	a, b, items      int
	exact, withinOne float64
	difference       float64
	kappa            stats.Number // Cohen's
	distanceShare    stats.Number
}

// raterPairs returns each two raters who share an item.
func (m *measures) raterPairs() []raterPair {
	n := len(m.table.Raters())
	sums := m.sumPairs(n)
	distance := m.distance()
	var list []raterPair
	for a := range n {
		for b := a + 1; b < n; b++ {
			s := &sums[a*n+b]
			if s.items == 0 {
				continue
			}
			items := float64(s.items)
			list = append(list, raterPair{
				a: a, b: b, items: s.items, exact: float64(s.exact) / items, withinOne: float64(s.near) / items,
				difference: s.difference / items, kappa: m.pairKappa(s),
				distanceShare: distance.Map(func(float64) float64 { return s.share }),
			})
		}
	}
	return list
}

// sumPairs returns the sums of raters a < b at a*n+b.
func (m *measures) sumPairs(n int) []pairSums {
	sums := make([]pairSums, n*n)
	levels := 0
	if len(m.scales) == 1 {
		levels = len(m.scales[0].scale.Levels)
	}
	m.eachPair(func(p pairOf) {
		s := &sums[int(p.a)*n+int(p.b)]
		near, _, _ := m.scaleOf(p.item).compare(int(p.la), int(p.lb))
		s.items++
		s.exact += int(near.exact)
		s.near += int(near.withinOne)
		s.difference += m.table.Value(p.item, p.la) - m.table.Value(p.item, p.lb)
		s.share += p.share
		if levels > 0 {
			if s.margins[0] == nil {
				s.margins[0], s.margins[1] = make([]int, levels), make([]int, levels)
			}
			s.margins[0][p.la]++
			s.margins[1][p.lb]++
		}
	})
	return sums
}

// pairKappa is Cohen's kappa of two raters over their shared items.
func (m *measures) pairKappa(s *pairSums) stats.Number {
	if s.margins[0] == nil {
		return stats.None(severalScales)
	}
	if s.items == 1 {
		return stats.None(stats.OneItem)
	}
	n := float64(s.items)
	expected := 0.0
	for k := range s.margins[0] {
		expected += float64(s.margins[0][k]) * float64(s.margins[1][k]) / (n * n)
	}
	if expected >= 1 {
		return stats.None(stats.NoVariation)
	}
	return stats.Of((float64(s.exact)/n - expected) / (1 - expected))
}
