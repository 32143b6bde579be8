package team

import (
	"github.com/cb401426/calibrate/stats"
)

// pairSums adds up what two raters share.
type pairSums struct {
	items, exact, near int
	difference, share  float64
	margins            [2][]int // counts on each level, first rater then second
}

// A Pair is two raters over the items that both rated; the difference is
// the mean of a's scores minus that of b's.
type Pair struct {
	A, B, Items      int
	Exact, WithinOne float64
	Difference       float64
	Kappa            stats.Number // Cohen's
	DistanceShare    stats.Number
}

// Pairs returns each two raters who share an item.
func Pairs(m *Stats) []Pair {
	n := len(m.Table.Raters())
	sums := sumPairs(m, n)
	distance := m.Distance()
	var list []Pair
	for a := range n {
		for b := a + 1; b < n; b++ {
			s := &sums[a*n+b]
			if s.items == 0 {
				continue
			}
			items := float64(s.items)
			list = append(list, Pair{
				A: a, B: b, Items: s.items, Exact: float64(s.exact) / items, WithinOne: float64(s.near) / items,
				Difference: s.difference / items, Kappa: pairKappa(m, s),
				DistanceShare: distance.Map(func(float64) float64 { return s.share }),
			})
		}
	}
	return list
}

// sumPairs returns the sums of raters a < b at a*n+b.
func sumPairs(m *Stats, n int) []pairSums {
	sums := make([]pairSums, n*n)
	levels := 0
	if len(m.Scales) == 1 {
		levels = len(m.Scales[0].Levels.Levels)
	}
	m.EachPair(func(p RatingPair) {
		s := &sums[int(p.a)*n+int(p.b)]
		steps, _ := m.ScaleOf(p.item).compare(int(p.la), int(p.lb))
		s.items++
		near := sharesAt(steps)
		s.exact += int(near.Exact())
		s.near += int(near.WithinOne())
		s.difference += m.Table.Value(p.item, p.la) - m.Table.Value(p.item, p.lb)
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
func pairKappa(m *Stats, s *pairSums) stats.Number {
	if s.margins[0] == nil {
		return stats.None(SeveralScales)
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

// RatingPair is two ratings of one item.
type RatingPair struct {
	item   int
	a, b   int32 // raters, a before b
	la, lb uint16
	share  float64 // of the distance; meaningful where that is
	weight float64 // of the pair weights
}

// pairWeight is the weight of a pair in an item of so many ratings.
func pairWeight(m *Stats, ratings int) float64 {
	return 2 / (float64(ratings-1) * float64(m.Pairable))
}

// EachPair calls f for every two ratings of every item. A pair in an item of
// m ratings carries 2 d / ((m-1) N D_e) of the distance.
func (m *Stats) EachPair(f func(RatingPair)) {
	for i := range m.Table.Items() {
		row, levels := m.Table.Row(i)
		if len(row) < 2 {
			continue
		}
		s := m.ScaleOf(i)
		weight := pairWeight(m, len(row))
		for a := range row {
			for b := a + 1; b < len(row); b++ {
				_, d := s.compare(int(levels[a]), int(levels[b]))
				share := 0.0
				if m.expected > 0 {
					share = weight * d / m.expected
				}
				f(RatingPair{i, row[a], row[b], levels[a], levels[b], share, weight})
			}
		}
	}
}
