package team

import (
	"github.com/cb401426/calibrate/stats"
)

// Distance returns 1 - alpha on the interval metric, or why there is none.
func (m *Stats) Distance() stats.Number { return m.apart }

// sumDistance adds up the items' parts of the distance.
func sumDistance(m *Stats) stats.Number {
	switch {
	case m.Pairable == 0:
		return stats.None(stats.NoPairs)
	case m.Narrow():
		return stats.None(NarrowRange)
	case m.paired == 1: // drawn from the item alone, chance gives what is observed
		return stats.None(stats.OneItem)
	}
	sum := 0.0
	for i := range m.Table.Items() {
		sum += m.Contribution(i)
	}
	return stats.Of(sum)
}

// Narrow reports whether two ratings drawn at random would be equal more than
// 80% of the time: no distance can be told then.
func (m *Stats) Narrow() bool {
	chance, ok := m.chance(m.All(), exact).Value()
	return !ok || chance > 0.8 || m.expected == 0
}

// Contribution is item u's part of the distance, m_u D_u / (N D_e). It is
// meaningful where the distance is.
func (m *Stats) Contribution(i int) float64 {
	it := m.Item(i)
	if it.Ratings < 2 {
		return 0
	}
	return float64(it.Ratings) * it.distance / (float64(m.Pairable) * m.expected)
}

// weight is item u's part of the pair weights, m_u / N.
func (m *Stats) weight(i int) float64 {
	if m.Item(i).Ratings < 2 {
		return 0
	}
	return float64(m.Item(i).Ratings) / float64(m.Pairable)
}

// A Portion of the distance is what some items carry of it and of the pair
// weights, and what settling them would win.
type Portion struct{ Share, Expected, SettledExact, SettledDistance stats.Number }

// PortionOf returns the items' portion of the distance.
func PortionOf(m *Stats, items []int) Portion {
	distance := m.Distance()
	share, expected, won := 0.0, 0.0, 0.0
	for _, i := range items {
		expected += m.weight(i)
		if distance.OK() {
			share += m.Contribution(i)
		}
		if m.Item(i).Ratings >= 2 { // at its own median every rating is the same
			won += 1 - m.Item(i).Exact()
		}
	}
	p := Portion{
		Share: distance.Map(func(float64) float64 { return share }),
		// D_e is held: recomputed, the distance could grow.
		SettledDistance: distance.Map(func(d float64) float64 { return max(0, d-share) }),
		Expected:        stats.None(stats.NoPairs), SettledExact: stats.None(stats.NoPairs),
	}
	if m.Pairable > 0 {
		p.Expected = stats.Of(expected)
	}
	if m.paired > 0 {
		p.SettledExact = stats.Of((m.exact + won) / float64(m.paired))
	}
	return p
}
