package team

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// LessonLevelChanges is, for each lesson, the share of rater pairs whose means
// over the indicators that both rated round to different levels, and then the
// mean over lessons. Half rounds up. Items on several scales have no common
// level.
func LessonLevelChanges(m *Stats) stats.Number {
	if len(m.Scales) > 1 {
		return stats.None(SeveralScales)
	}
	var list []inference.Observation
	for _, items := range m.OfLesson {
		changed, pairs := m.Scales[0].changes(sheetsOf(m, items))
		if pairs > 0 {
			list = append(list, inference.Observation{Value: float64(changed) / float64(pairs), Paired: true})
		}
	}
	return inference.Mean(list)
}

// sheetsOf returns what each rater gave of items, by the indicators that were
// rated: raters of the same indicators are together, in the order of the
// first. A score that is not there is NaN.
func sheetsOf(m *Stats, items []int) [][][]float64 {
	var raters []int32
	sheets := map[int32][]float64{}
	for at, i := range items {
		row, levels := m.Table.Row(i)
		for k, g := range row {
			if sheets[g] == nil {
				raters = append(raters, g)
				sheets[g] = slices.Repeat([]float64{math.NaN()}, len(items))
			}
			sheets[g][at] = m.Table.Value(i, levels[k])
		}
	}
	var groups [][][]float64
	position := map[string]int{}
	for _, g := range raters {
		rated := make([]byte, len(items))
		for at, v := range sheets[g] {
			if v == v {
				rated[at] = 1
			}
		}
		at, ok := position[string(rated)]
		if !ok {
			at = len(groups)
			position[string(rated)] = at
			groups = append(groups, nil)
		}
		groups[at] = append(groups[at], sheets[g])
	}
	return groups
}

// changes counts the pairs of sheets that share an item, and those whose means
// of the items they share round to different levels. Sheets of the same items
// need no comparison one by one: their own means decide.
func (s *Scale) changes(groups [][][]float64) (changed, pairs int) {
	for k, group := range groups {
		count := map[float64]int{}
		for _, sheet := range group {
			level, _, _ := s.levels(sheet, sheet)
			count[level]++
		}
		n := len(group)
		pairs += n * (n - 1) / 2
		changed += n * (n - 1) / 2
		for _, c := range count {
			changed -= c * (c - 1) / 2
		}
		for _, other := range groups[k+1:] {
			for _, x := range group {
				for _, y := range other {
					a, b, shared := s.levels(x, y)
					if !shared {
						continue
					}
					pairs++
					if a != b {
						changed++
					}
				}
			}
		}
	}
	return changed, pairs
}

// levels returns the levels of two sheets' means over the items they share.
func (s *Scale) levels(x, y []float64) (a, b float64, shared bool) {
	n := 0.0
	for i := range x {
		if x[i] == x[i] && y[i] == y[i] {
			a += x[i]
			b += y[i]
			n++
		}
	}
	if n == 0 {
		return 0, 0, false
	}
	return s.round(a / n), s.round(b / n), true
}

// round returns the whole level nearest to a mean; half rounds up.
func (s *Scale) round(v float64) float64 {
	best, distance := math.NaN(), math.Inf(1)
	for _, level := range s.whole {
		if d := math.Abs(level - v); d <= distance+1e-9 {
			best, distance = level, d
		}
	}
	return best
}
