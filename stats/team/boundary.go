package team

import (
	"cmp"
	"slices"
)

// Boundary returns the two levels next to each other between which most pairs
// of raters of the items are apart, or false where none are. A half point is no
// level of its own: it stands below the next. Of gaps that as many cross it is
// the one in their middle, the lower of two.
func Boundary(m *Stats, items []int) (low, high float64, apart bool) {
	if len(items) == 0 {
		return 0, 0, false
	}
	scale := m.ScaleOf(items[0]).Levels
	whole := scale.Whole()
	crossing := make([]int, max(0, len(whole)-1))
	for _, i := range items {
		if m.ScaleOf(i).Levels != scale {
			continue
		}
		_, levels := m.Table.Row(i)
		for gap := range crossing {
			below := 0
			for _, level := range levels {
				if scale.Levels[level].Value < whole[gap+1] {
					below++
				}
			}
			crossing[gap] += below * (len(levels) - below)
		}
	}
	most := 0
	var at []int // the gaps that most pairs cross
	for gap, n := range crossing {
		if n > most {
			most, at = n, nil
		}
		if n == most && n > 0 {
			at = append(at, gap)
		}
	}
	if len(at) == 0 {
		return 0, 0, false
	}
	gap := at[(len(at)-1)/2]
	return whole[gap], whole[gap+1], true
}

// Ranked returns the items by what settling each would win: its part of the
// distance, then its exact agreement, then its place in the file.
func Ranked(m *Stats) []int {
	list := make([]int, len(m.Table.Items()))
	for i := range list {
		list[i] = i
	}
	slices.SortStableFunc(list, func(a, b int) int {
		x, y := m.Item(a), m.Item(b)
		return cmp.Or(
			cmp.Compare(float64(y.Ratings)*y.distance, float64(x.Ratings)*x.distance),
			cmp.Compare(x.Exact(), y.Exact()))
	})
	return list
}
