package agree

import "github.com/cb401426/calibrate/stats/rating"

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

// used counts the levels that occur, among pairable ratings only or among all.
func (f *frame) used(pairable bool) int {
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
