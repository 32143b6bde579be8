package calibrate

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// cost says what would have changed had a different colleague walked in.
func (m *measures) cost(exact stats.Number) Cost {
	return Cost{
		RatingChanges:      exact.Map(func(v float64) float64 { return 1 - v }),
		LessonLevelChanges: m.lessonLevelChanges(),
	}
}

// lessonLevelChanges is, for each lesson, the share of rater pairs whose means
// over the indicators that both rated round to different levels, and then the
// mean over lessons. Half rounds up. Items on several scales have no common
// level.
func (m *measures) lessonLevelChanges() stats.Number {
	if len(m.scales) > 1 {
		return stats.None(severalScales)
	}
	type couple struct{ a, b int32 }
	type sums struct{ a, b, n float64 }
	lessons := make([]map[couple]sums, len(m.table.Lessons()))
	m.eachPair(func(p pairOf) {
		lesson := m.table.Items()[p.item].Lesson
		if lessons[lesson] == nil {
			lessons[lesson] = map[couple]sums{}
		}
		s := lessons[lesson][couple{p.a, p.b}]
		s.a += m.table.Value(p.item, p.la)
		s.b += m.table.Value(p.item, p.lb)
		s.n++
		lessons[lesson][couple{p.a, p.b}] = s
	})
	var list []observation
	for _, pairs := range lessons {
		changed := 0
		for _, s := range pairs {
			if m.scales[0].round(s.a/s.n) != m.scales[0].round(s.b/s.n) {
				changed++
			}
		}
		if len(pairs) > 0 {
			list = append(list, observation{value: float64(changed) / float64(len(pairs)), paired: true})
		}
	}
	return mean(list)
}

// round returns the whole level nearest to a mean; half rounds up.
func (s *scaleMeasures) round(v float64) float64 {
	best, distance := math.NaN(), math.Inf(1)
	for _, level := range s.scale.Whole() {
		if d := math.Abs(level - v); d <= distance+1e-9 {
			best, distance = level, d
		}
	}
	return best
}
