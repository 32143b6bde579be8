package rank

import (
	"sync"

	"github.com/cb401426/calibrate/stats/inference"
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
	pairs func() []table // of every two raters; nil where they are too many to keep
}

// A mark is one rating of a rater's.
type mark struct {
	item  int
	level uint16
}

func newSample(m *rating.Matrix) *sample {
	s := &sample{all: m, paired: inference.Paired(m)}
	s.cells = sync.OnceValue(func() *twoway.Cells { return twoway.Of(s.paired) })
	s.fit = sync.OnceValue(func() twoway.Fit { return s.cells().LeastSquares() })
	s.marks = sync.OnceValue(func() [][]mark { return byRater(s.paired) })
	s.pairs = sync.OnceValue(s.fillPairs)
	return s
}

// byRater returns the ratings of each rater by item.
func byRater(m *rating.Matrix) [][]mark {
	raters := m.Raters()
	if len(raters) == 0 {
		return nil
	}
	position := make([]int32, raters[len(raters)-1]+1)
	for j, g := range raters {
		position[g] = int32(j)
	}
	out := make([][]mark, len(raters))
	for i := range m.Items() {
		row, levels := m.Row(i)
		for j, g := range row {
			at := position[g]
			out[at] = append(out[at], mark{i, levels[j]})
		}
	}
	return out
}

// mostCells is the number of cells up to which the tables of all pairs of
// raters are kept: 32 MB.
const mostCells = 1 << 22

// fillPairs returns the tables of all pairs of raters, or nil.
func (s *sample) fillPairs() []table {
	marks := s.marks()
	pairs, q := len(marks)*(len(marks)-1)/2, s.paired.Levels()
	if pairs*q*q > mostCells {
		return nil
	}
	tables := make([]table, 0, pairs)
	cells := make([]int, pairs*(q*q+2*q))
	for a := range marks {
		for b := range a {
			t := table{q: q, count: cells[:q*q], row: cells[q*q : q*q+q], col: cells[q*q+q : q*q+2*q]}
			cells = cells[q*q+2*q:]
			t.fill(marks[b], marks[a])
			tables = append(tables, t)
		}
	}
	return tables
}

// eachPair calls f with the table of every two raters.
func (s *sample) eachPair(f func(*table)) {
	if tables := s.pairs(); tables != nil {
		for i := range tables {
			f(&tables[i])
		}
		return
	}
	marks := s.marks()
	t := newTable(s.paired.Levels())
	for a := range marks {
		for b := range a {
			t.fill(marks[b], marks[a])
			f(t)
		}
	}
}
