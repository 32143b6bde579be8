package scales

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// maxLevels is the number of levels of a scale up to which ratings can be
// compared level by level.
const maxLevels = 1000

// Final returns the distinct final scales of some indicators, each with an id of
// its own, and which indicator is on which. Observed scales have the levels that
// occur and no other.
func (f Found) Final(indicators []string, observed bool, j *problem.Journal) ([]rating.Scale, map[string]int) {
	var scales []rating.Scale
	scaleOf := map[string]int{}
	placed := map[*Meter]int{}
	for _, code := range inOrder(indicators) {
		m := f.Meters[code]
		position, ok := placed[m]
		if !ok {
			scale := m.final(observed)
			if m.open && m.halves > 0 {
				j.Add(problem.Place{}, "half_points", "", halfScale(&scale), "%s", m.halfPoints())
			}
			if n := len(scale.Levels); n > maxLevels {
				j.Add(problem.Place{}, "too_many_levels", "", "", "%d different scores of %s: more than %d", n, indicators[code], maxLevels)
			}
			position = slices.IndexFunc(scales, func(s rating.Scale) bool { return slices.Equal(s.Levels, scale.Levels) && s.Source == scale.Source })
			if position < 0 {
				position = len(scales)
				scale.ID = freshID(scale.ID, scales)
				scales = append(scales, scale)
			}
			placed[m] = position
		}
		scaleOf[indicators[code]] = position
	}
	return scales, scaleOf
}

// inOrder returns the codes of names in natural order.
func inOrder(names []string) []int {
	codes := make([]int, len(names))
	for i := range codes {
		codes[i] = i
	}
	slices.SortFunc(codes, func(a, b int) int { return cmp.Or(rating.CompareNatural(names[a], names[b]), cmp.Compare(a, b)) })
	return codes
}

// freshID returns an id that no scale has yet: observed, observed-2.
func freshID(id string, scales []rating.Scale) string {
	fresh := id
	for n := 2; slices.ContainsFunc(scales, func(s rating.Scale) bool { return s.ID == fresh }); n++ {
		fresh = fmt.Sprintf("%s-%d", id, n)
	}
	return fresh
}

// Use notes a score that is read, and reports whether it is on the scale.
func (m *Meter) Use(v float64) bool {
	if !m.open {
		_, on := m.scale.Index(v)
		return on
	}
	if m.used == nil {
		m.used = map[float64]int{}
	}
	m.used[v]++
	if v != math.Trunc(v) {
		m.halves++
	}
	return true
}

// Describe names the levels of the scale.
func (m *Meter) Describe() string { return describe(m.scale) }

// On returns the meter of a scale that is known.
func On(s rating.Scale) *Meter {
	if s.Source == rating.Observed {
		return openMeter()
	}
	return newMeter(rubric.ScaleOf(s), s.Source)
}

// Turned returns the meter with its scale turned round.
func (m *Meter) Turned() *Meter {
	t := *m
	t.reversed = true
	return &t
}

// Takes reports whether an agreed score can stand on a scale: on an open one,
// within the range of the ratings.
func (m *Meter) Takes(v float64) bool {
	if !m.open {
		return true
	}
	_, ok := m.final(false).Index(v)
	return ok
}
