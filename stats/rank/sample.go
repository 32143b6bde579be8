package rank

import (
	"sync"

	"github.com/cb401426/calibrate/stats/internal/replicate"
	"github.com/cb401426/calibrate/stats/internal/twoway"
	"github.com/cb401426/calibrate/stats/rating"
)

// A sample is a Matrix with what several coefficients read of it, each made
// when it is first asked for.
type sample struct {
	all    *rating.Matrix
	paired *rating.Matrix // without the items rated once

	cells func() *twoway.Cells
	fit   func() twoway.Fit
	marks func() [][]mark
}

// A mark is one rating of a rater's.
type mark struct {
	item  int
	level uint16
}

func newSample(m *rating.Matrix) *sample {
	s := &sample{all: m, paired: replicate.Paired(m)}
	s.cells = sync.OnceValue(func() *twoway.Cells { return twoway.Of(s.paired) })
	s.fit = sync.OnceValue(func() twoway.Fit { return s.cells().LeastSquares() })
	s.marks = sync.OnceValue(func() [][]mark { return byRater(s.paired) })
	return s
}

// byRater returns the ratings of each rater by item.
func byRater(m *rating.Matrix) [][]mark {
	position := map[int32]int{}
	for j, g := range m.Raters() {
		position[g] = j
	}
	out := make([][]mark, len(position))
	for i := range m.Items() {
		raters, levels := m.Row(i)
		for j, g := range raters {
			at := position[g]
			out[at] = append(out[at], mark{i, levels[j]})
		}
	}
	return out
}

// constant reports whether every rating of m is the same level. It looks at
// levels, not at sums of values, which rounding would spoil.
func constant(m *rating.Matrix) bool {
	first := -1
	for i := range m.Items() {
		_, levels := m.Row(i)
		for _, level := range levels {
			if first < 0 {
				first = int(level)
			}
			if int(level) != first {
				return false
			}
		}
	}
	return true
}

// eachPair calls f with the table of every two raters.
func (s *sample) eachPair(f func(*table)) {
	marks := s.marks()
	t := newTable(s.paired.Levels())
	for a := range marks {
		for b := range a {
			t.fill(marks[b], marks[a])
			f(t)
		}
	}
}
