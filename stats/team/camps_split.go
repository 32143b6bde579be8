package team

import (
	"cmp"
	"math"
	"slices"
)

// splitter searches the best split of raters into two camps: the one whose
// camps' mean residuals differ most, Σ over items of (n1 n2 / n) (mean1 -
// mean2)². With residuals that add up to zero in each item that is
// n / (n1 n2) a'Ga, a being 1 for the raters of one camp and G the raters'
// sums of products.
type splitter struct {
	n      int
	gram   []float64 // G
	vector []float64 // its leading eigenvector, and room for the next
	next   []float64
	order  []int // raters along the eigenvector

	smallest int       // raters of a camp
	in       []bool    // the one camp: a
	size     int       // its raters
	sum      []float64 // Ga
	inner    float64   // a'Ga
}

func newSplitter(n int) *splitter {
	return &splitter{
		n: n, gram: make([]float64, n*n), vector: make([]float64, n), next: make([]float64, n),
		order: make([]int, n), in: make([]bool, n), sum: make([]float64, n),
	}
}

// products sets the sums of products of the raters' residuals.
func (s *splitter) products(rows [][]float64) {
	clear(s.gram)
	n := s.n
	for _, row := range rows {
		for g, x := range row {
			if x == 0 {
				continue
			}
			line := s.gram[g*n : g*n+g+1]
			for h := range line {
				line[h] += x * row[h]
			}
		}
	}
	for g := range n {
		for h := range g {
			s.gram[h*n+g] = s.gram[g*n+h]
		}
	}
}

// search sets the best split that it finds and returns its strength: the cuts
// of the leading eigenvector, then moves and swaps while they gain.
func (s *splitter) search(smallest int) float64 {
	s.smallest = smallest
	s.lead()
	for g := range s.order {
		s.order[g] = g
	}
	slices.SortFunc(s.order, func(a, b int) int {
		return cmp.Or(cmp.Compare(s.vector[a], s.vector[b]), cmp.Compare(a, b))
	})
	s.cut()
	for s.climb() {
	}
	return s.strength(s.inner, s.size)
}

// strength is the statistic of a split from a'Ga and the size of a camp; a
// split with a camp that is too small has none.
func (s *splitter) strength(inner float64, size int) float64 {
	if size < s.smallest || s.n-size < s.smallest {
		return -1
	}
	return inner * float64(s.n) / float64(size*(s.n-size))
}

// furthest returns the rater with the largest residuals.
func (s *splitter) furthest() int {
	best := 0
	for g := range s.n {
		if s.gram[g*s.n+g] > s.gram[best*s.n+best] {
			best = g
		}
	}
	return best
}

// lead sets vector to the leading eigenvector of G, by a few powers: it is a
// start, not an end.
func (s *splitter) lead() {
	n := s.n
	for g := range n { // a fixed start, unlikely to be orthogonal to it
		s.vector[g] = math.Sin(float64(g)*2.39996 + 1)
	}
	for range 12 {
		norm := 0.0
		for g := range n {
			v := 0.0
			for h, x := range s.gram[g*n : g*n+n] {
				v += x * s.vector[h]
			}
			s.next[g] = v
			norm += v * v
		}
		if norm == 0 {
			return
		}
		norm = 1 / math.Sqrt(norm)
		for g := range n {
			s.vector[g] = s.next[g] * norm
		}
	}
}

// cut takes the best of the splits into the first raters of the order and the
// rest.
func (s *splitter) cut() {
	clear(s.in)
	clear(s.sum)
	s.inner, s.size = 0, 0
	best, size := -1.0, 0
	for k, g := range s.order {
		s.inner += s.flip(g)
		if v := s.strength(s.inner, k+1); v > best {
			best, size = v, k+1
		}
	}
	for _, g := range s.order[size:] {
		s.inner += s.flip(g)
	}
}

// climb takes the move or the swap that gains most, if any does.
func (s *splitter) climb() bool {
	n := s.n
	best := s.strength(s.inner, s.size)
	best += 1e-9 * (1 + best)
	at, with := -1, -1
	for g := range n {
		inner, size := s.inner+s.change(g), s.size+1
		if s.in[g] {
			size = s.size - 1
		}
		if v := s.strength(inner, size); v > best {
			best, at, with = v, g, -1
		}
		if !s.in[g] {
			continue
		}
		line := s.gram[g*n : g*n+n]
		for h, in := range s.in {
			if in {
				continue
			}
			if v := s.strength(inner+2*s.sum[h]-2*line[h]+s.gram[h*n+h], s.size); v > best {
				best, at, with = v, g, h
			}
		}
	}
	if at < 0 {
		return false
	}
	for _, g := range []int{at, with} {
		if g >= 0 {
			s.inner += s.flip(g)
		}
	}
	return true
}

// change is how a'Ga changes when a rater goes to the other camp.
func (s *splitter) change(g int) float64 {
	if s.in[g] {
		return s.gram[g*s.n+g] - 2*s.sum[g]
	}
	return s.gram[g*s.n+g] + 2*s.sum[g]
}

// flip moves a rater to the other camp and returns how a'Ga changes.
func (s *splitter) flip(g int) float64 {
	d, sign := s.change(g), 1.0
	s.size++
	if s.in[g] {
		sign = -1
		s.size -= 2
	}
	s.in[g] = !s.in[g]
	for h, x := range s.gram[g*s.n : g*s.n+s.n] {
		s.sum[h] += sign * x
	}
	return d
}
