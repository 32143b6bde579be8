package rasch

import (
	"math"
	"math/rand/v2"
	"sort"

	"github.com/cb401426/calibrate/stats/internal/conjugate"
)

// A spread is the design without the lessons: the operator S = BʹB − Σ bbʹ/n
// over the elements of the other facets, in which a lesson's ratings differ
// from their mean. What S maps to 0 are the shifts of measures that change no
// expected rating, once the lessons take them up.
type spread struct {
	p        *parameters
	o        *observations
	diagonal []float64 // ratings of each element that is free
	held     []bool    // lessons that are anchored: they take nothing up
}

func newSpread(p *parameters, o *observations) *spread {
	s := &spread{p: p, o: o, diagonal: make([]float64, p.offset[len(p.offset)-1])}
	for f := 1; f < len(o.codes); f++ {
		for _, e := range o.codes[f] {
			if i := p.offset[f] + int(e); p.free[i] {
				s.diagonal[i]++
			}
		}
	}
	s.held = make([]bool, p.offset[1])
	for l := range s.held {
		s.held[l] = o.start[l+1] > o.start[l] && !p.free[l]
	}
	return s
}

// sum returns what v adds to a rating.
func (s *spread) sum(v []float64, n int) float64 {
	sum := 0.0
	for f := 1; f < len(s.o.codes); f++ {
		sum += v[s.p.offset[f]+int(s.o.codes[f][n])]
	}
	return sum
}

func (s *spread) times(v, product []float64) {
	clear(product)
	for l := range len(s.o.start) - 1 {
		from, to := s.o.start[l], s.o.start[l+1]
		mean := 0.0
		for n := from; n < to; n++ {
			mean += s.sum(v, n)
		}
		mean /= float64(max(to-from, 1))
		if s.held[l] {
			mean = 0
		}
		for n := from; n < to; n++ {
			rest := s.sum(v, n) - mean
			for f := 1; f < len(s.o.codes); f++ {
				product[s.p.offset[f]+int(s.o.codes[f][n])] += rest
			}
		}
	}
	for i, d := range s.diagonal {
		if d == 0 {
			product[i] = 0
		}
	}
}

// project returns the part of v that expected ratings can tell: v without the
// shifts that change none.
func (s *spread) project(v []float64) []float64 {
	image, part := make([]float64, len(v)), make([]float64, len(v))
	s.times(v, image)
	// The range of S is reached with the plain norm; a preconditioner would
	// leave it.
	plain := make([]float64, len(v))
	for i, d := range s.diagonal {
		if d > 0 {
			plain[i] = 1
		}
	}
	conjugate.System{Times: s.times, Diagonal: plain}.Solve(image, part, 1e-11, 20*len(v)+100)
	return part
}

// lessons returns for each lesson the mean over its ratings of what v adds.
func (s *spread) lessons(v []float64) []float64 {
	means := make([]float64, len(s.o.start)-1)
	for l := range means {
		if s.held[l] {
			continue
		}
		from, to := s.o.start[l], s.o.start[l+1]
		for n := from; n < to; n++ {
			means[l] += s.sum(v, n) / float64(to-from)
		}
	}
	return means
}

// subsets finds which measures can be compared. Two elements of a facet can
// where every shift that changes no expected rating moves both alike; a random
// shift of that kind tells. It returns the subset of each element (0: in every
// one), and their number.
//
// This is exact where connecting cells by shared elements (Weeks & Williams
// 1964) is sufficient only.
func (s *spread) subsets() (of [][]int, number int) {
	rng := rand.New(rand.NewPCG(1, 20))
	random := make([]float64, len(s.diagonal))
	for i, d := range s.diagonal {
		if d > 0 {
			random[i] = rng.NormFloat64()
		}
	}
	seen := s.project(random)
	for i := range random {
		random[i] -= seen[i]
	}
	of = make([][]int, len(s.o.codes))
	of[0] = alike(s.lessons(random), func(l int) bool { return s.o.start[l+1] > s.o.start[l] })
	for f := 1; f < len(s.o.codes); f++ {
		from, to := s.p.offset[f], s.p.offset[f+1]
		of[f] = alike(random[from:to], func(e int) bool { return s.diagonal[from+e] > 0 })
	}
	return s.join(of)
}

// alike numbers groups of values that are the same, from 1; 0 where is is not.
func alike(values []float64, is func(int) bool) []int {
	order := make([]int, 0, len(values))
	for i := range values {
		if is(i) {
			order = append(order, i)
		}
	}
	sort.Slice(order, func(a, b int) bool { return values[order[a]] < values[order[b]] })
	groups := make([]int, len(values))
	for k, i := range order {
		groups[i] = 1
		if k > 0 {
			before := order[k-1]
			groups[i] = groups[before]
			if math.Abs(values[i]-values[before]) > 1e-6 {
				groups[i]++
			}
		}
	}
	return groups
}

// join puts together the groups of different facets that share ratings. Facets
// of one group are in every subset.
func (s *spread) join(of [][]int) ([][]int, int) {
	first := []int{}
	parent := []int{}
	for _, groups := range of {
		size := 0
		for _, g := range groups {
			size = max(size, g)
		}
		first = append(first, len(parent))
		if size > 1 {
			for range size {
				parent = append(parent, len(parent))
			}
		} else {
			first[len(first)-1] = -1
		}
	}
	root := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	for n := range s.o.level {
		link := -1
		for f := range of {
			if first[f] < 0 {
				continue
			}
			at := root(first[f] + of[f][s.o.codes[f][n]] - 1)
			if link < 0 {
				link = at
			}
			low, high := min(root(link), at), max(root(link), at)
			parent[high] = low
		}
	}
	return s.number(of, first, root)
}

// number numbers the subsets in the order of their first element.
func (s *spread) number(of [][]int, first []int, root func(int) int) ([][]int, int) {
	names := map[int]int{}
	for f := range of {
		for e, g := range of[f] {
			if g == 0 || first[f] < 0 {
				of[f][e] = 0
				continue
			}
			at := root(first[f] + g - 1)
			if names[at] == 0 {
				names[at] = len(names) + 1
			}
			of[f][e] = names[at]
		}
	}
	if len(names) < 2 {
		for f := range of {
			clear(of[f])
		}
		return of, 1
	}
	return of, len(names)
}

// center moves measures that ratings cannot tell to where the elements of each
// facet but the lessons have mean 0, within subsets where there are several;
// the lessons take the difference up.
func (s *spread) center(subsets int, anchored bool) {
	border := s.p.x[:len(s.diagonal)]
	before := s.lessons(border)
	if subsets == 1 && !anchored {
		for f := 1; f < len(s.o.codes); f++ {
			s.centerFacet(f)
		}
	} else {
		elements := make([]float64, len(border))
		for i, d := range s.diagonal {
			if d > 0 {
				elements[i] = border[i]
			}
		}
		for i, v := range s.project(elements) {
			if s.diagonal[i] > 0 {
				border[i] = v
			}
		}
	}
	for l, v := range s.lessons(border) {
		if s.o.start[l+1] > s.o.start[l] {
			border[l] += v - before[l]
		}
	}
}

func (s *spread) centerFacet(f int) {
	from, to := s.p.offset[f], s.p.offset[f+1]
	mean, size := 0.0, 0.0
	for i := from; i < to; i++ {
		if s.diagonal[i] > 0 {
			mean += s.p.x[i]
			size++
		}
	}
	for i := from; i < to; i++ {
		if s.diagonal[i] > 0 {
			s.p.x[i] -= mean / size
		}
	}
}
