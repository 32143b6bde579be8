package habit

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A deal is values that are exchangeable among some raters.
type deal struct {
	raters []int32
	values []float64 // that sum to 0
}

// deals returns what may be dealt out anew: under three lessons each item's
// distances, which holds where raters are alike on these lessons; from three
// on each lesson's sums, a rater's sheet as a whole, which holds where they
// differ from lesson to lesson too.
func (s *sheets) deals() []deal {
	var list []deal
	if !s.several() {
		for i := range s.items {
			list = append(list, deal{s.ratersOf(&s.items[i]), s.apart(&s.items[i], nil)})
		}
		return list
	}
	sums, rated := make([]float64, s.raters), make([]bool, s.raters)
	var raters []int32 // of the lesson
	var apart []float64
	for i := range s.items {
		it := &s.items[i]
		row := s.ratersOf(it)
		apart = s.apart(it, apart)
		for k, g := range row {
			sums[g] += apart[k]
			if !rated[g] {
				rated[g] = true
				raters = append(raters, g)
			}
		}
		if i < len(s.items)-1 && s.items[i+1].lesson == it.lesson {
			continue
		}
		slices.Sort(raters)
		d := deal{slices.Clone(raters), make([]float64, len(raters))}
		for k, g := range raters {
			d.values[k] = sums[g]
			sums[g], rated[g] = 0, false
		}
		list, raters = append(list, d), raters[:0]
	}
	return list
}

// shuffle deals the values out anew.
func shuffle(rng *rand.Rand, values []float64) {
	for i := len(values) - 1; i > 0; i-- {
		j := rng.IntN(i + 1)
		values[i], values[j] = values[j], values[i]
	}
}

// standing is how far each rater is from the others, and what draws say of it.
type standing struct {
	distance []float64 // mean over the rater's items
	p        []float64 // 1 for those whom no draw was needed for
}

// standings compares each rater's sum of the values dealt to them, in units of
// its standard deviation over all deals, with the furthest in each draw. Only
// candidates are asked for; the draws end when none of them can hold at alpha.
func (s *sheets) standings(side func(float64) float64, alpha float64, test int) standing {
	deals := s.deals()
	items, _ := s.rated()
	sums, scale := make([]float64, s.raters), make([]float64, s.raters)
	values := 0
	kept := deals[:0]
	for _, d := range deals {
		square := 0.0
		for k, v := range d.values {
			sums[d.raters[k]] += v
			square += v * v / float64(len(d.values))
		}
		if square < 1e-18 {
			continue
		}
		for _, g := range d.raters {
			scale[g] += square
		}
		values += len(d.values)
		kept = append(kept, d)
	}
	st := standing{make([]float64, s.raters), make([]float64, s.raters)}
	var asked asked
	for g := range sums {
		st.p[g] = 1
		if scale[g] == 0 {
			continue
		}
		st.distance[g] = sums[g] / float64(items[g])
		scale[g] = 1 / math.Sqrt(scale[g])
		if side(st.distance[g]) >= half-1e-9 {
			asked.add(g, side(sums[g])*scale[g])
		}
	}
	rng, n := s.rand(test), s.draws(values)
	asked.compare(n, alpha, func() float64 {
		clear(sums)
		for _, d := range kept {
			shuffle(rng, d.values)
			for k, v := range d.values {
				sums[d.raters[k]] += v
			}
		}
		furthest := 0.0
		for g, v := range sums {
			furthest = max(furthest, side(v)*scale[g])
		}
		return furthest
	})
	for k, id := range asked.ids {
		st.p[id] = asked.p(k, n)
	}
	return st
}

// asked are candidates for a finding, each with how far it is.
type asked struct {
	ids     []int
	far     []float64
	reached []int // draws whose furthest is as far
}

func (a *asked) add(id int, far float64) {
	a.ids = append(a.ids, id)
	a.far = append(a.far, far)
	a.reached = append(a.reached, 0)
}

// compare draws the furthest n times, or until no candidate can hold at alpha
// any more: the p value is (1 + draws as far)/(1 + n).
func (a *asked) compare(n int, alpha float64, draw func() float64) {
	if len(a.ids) == 0 {
		return
	}
	for i := 0; i < n; i++ {
		v, open := draw(), false
		for k, far := range a.far {
			if v >= far*(1-1e-9) {
				a.reached[k]++
			}
			open = open || a.p(k, n) <= alpha
		}
		if !open {
			return
		}
	}
}

// p is the p value of candidate k, or where draws ended early a bound on it.
func (a *asked) p(k, n int) float64 { return float64(1+a.reached[k]) / float64(1+n) }
