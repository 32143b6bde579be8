package agree

import (
	"slices"

	"github.com/cb401426/calibrate/stats/internal/crosstab"
	"github.com/cb401426/calibrate/stats/rating"
)

// A frame holds items as distinct patterns, so that what coefficients compute
// for an item is computed once for all that look alike. How many items show
// each pattern, its times, is what resampling changes: a model reads the
// times it is given and the rest from the frame.
type frame struct {
	levels, raters int
	counts         []float64 // r_ik, pattern by pattern
	size           []float64 // r_i
	pairs          []float64 // r_i(r_i−1): ordered pairs of ratings by two raters
	often          []float64 // how often each rater stands: 1, but in a resample of raters
	times          []float64 // items that show each pattern, as the data stand
	of             []int32   // pattern of each item
	whole          *frame    // the frame of the whole scale, where it was cut in two

	// The ratings of pattern p are rater[start[p]:start[p+1]], coded 0 to
	// raters−1, and their levels. They are the first such item's: only a frame
	// by ratings may tell who gave what.
	start []int
	rater []int32
	level []uint16
}

// newFrame returns the frame of the patterns of m; code maps its raters to 0,
// 1, and so on.
func newFrame(m *rating.Matrix, patterns rating.Patterns, code []int32, raters int) *frame {
	q := m.Levels()
	f := &frame{
		levels: q, raters: raters, of: patterns.Of,
		counts: make([]float64, len(patterns.First)*q),
		often:  make([]float64, raters),
		start:  make([]int, 1, len(patterns.First)+1),
	}
	for g := range f.often {
		f.often[g] = 1
	}
	for p, row := range patterns.First {
		ids, levels := m.Row(int(row))
		for j, k := range levels {
			f.counts[p*q+int(k)]++
			f.rater = append(f.rater, code[ids[j]])
		}
		f.level = append(f.level, levels...)
		f.start = append(f.start, len(f.level))
		n := float64(len(levels))
		f.size = append(f.size, n)
		f.pairs = append(f.pairs, n*(n-1))
		f.times = append(f.times, float64(patterns.Times[p]))
	}
	return f
}

// inTwo returns the frame of two levels, the second those for which upper is
// true.
func (f *frame) inTwo(upper func(level int) bool) *frame {
	two := *f
	two.levels, two.whole = 2, f
	two.counts, two.level = make([]float64, 2*len(f.size)), make([]uint16, len(f.level))
	side := make([]uint16, f.levels)
	for k := range side {
		if upper(k) {
			side[k] = 1
		}
	}
	for p := range f.size {
		for k, n := range f.count(p) {
			two.counts[2*p+int(side[k])] += n
		}
	}
	for i, k := range f.level {
		two.level[i] = side[k]
	}
	return &two
}

// count returns r_ik of pattern p for each level k.
func (f *frame) count(p int) []float64 { return f.counts[p*f.levels : (p+1)*f.levels] }

// row returns who rated pattern p, and how.
func (f *frame) row(p int) (raters []int32, levels []uint16) {
	from, to := f.start[p], f.start[p+1]
	return f.rater[from:to], f.level[from:to]
}

// total returns n: how many items the times stand for.
func total(times []float64) float64 {
	var n float64
	for _, t := range times {
		n += t
	}
	return n
}

// paired returns n': the items among them that two raters or more rated.
func (f *frame) paired(times []float64) float64 {
	var n float64
	for p, t := range times {
		if f.pairs[p] > 0 {
			n += t
		}
	}
	return n
}

// used counts the levels of the whole scale that occur, among pairable ratings
// only or among all.
func (f *frame) used(pairable bool) int {
	if f.whole != nil {
		return f.whole.used(pairable)
	}
	seen := make([]bool, f.levels)
	used := 0
	for p := range f.size {
		if pairable && f.pairs[p] == 0 {
			continue
		}
		for k, n := range f.count(p) {
			if n > 0 && !seen[k] {
				seen[k] = true
				used++
			}
		}
	}
	return used
}

// reweighed returns the frame in which rater g stands often[g] times.
func (f *frame) reweighed(often []float64) *frame {
	g := *f
	g.often = often
	g.counts = make([]float64, len(f.counts))
	g.size, g.pairs = make([]float64, len(f.size)), make([]float64, len(f.size))
	for p := range f.size {
		raters, levels := f.row(p)
		var size, self float64
		for j, r := range raters {
			size += often[r]
			self += often[r] * often[r]
			g.counts[p*f.levels+int(levels[j])] += often[r]
		}
		g.size[p], g.pairs[p] = size, size*size-self
	}
	g.times = g.rated(slices.Clone(f.times))
	return &g
}

// rated takes the items without any rating out of times and returns it.
func (f *frame) rated(times []float64) []float64 {
	for p, n := range f.size {
		if n == 0 {
			times[p] = 0
		}
	}
	return times
}

// table returns the items that both of a frame's two raters rated, with
// pattern p standing times[p] times.
func (f *frame) table(times []float64) crosstab.Table {
	t := crosstab.New(f.levels)
	for p, n := range times {
		if k, l, ok := f.cell(p); ok {
			t.Cells[k*t.Levels+l] += n
		}
	}
	return t
}

// cell returns the levels that two raters gave an item; false where only one
// rated it.
func (f *frame) cell(p int) (k, l int, ok bool) {
	raters, levels := f.row(p)
	found := 0
	for j, g := range raters {
		if f.often[g] == 0 {
			continue
		}
		k, l = l, int(levels[j])
		found++
	}
	return k, l, found == 2
}
