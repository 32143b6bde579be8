package rasch

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// Adjustment is by how many points the score of an extreme element is moved
// inward to give it a finite measure.
const Adjustment = 0.3

// measureExtremes gives extreme elements, those that left last first, the
// measure at which their adjusted score is expected. All else is held. An
// element none of whose ratings say anything gets none.
func measureExtremes(f *fitted) {
	order := f.extremes.order
	if len(order) == 0 {
		return
	}
	rows := map[place][]int{}
	for n := range f.data.Level {
		for i, codes := range f.data.Codes {
			if f.extremes.is(i, codes[n]) {
				at := place{i, int(codes[n])}
				rows[at] = append(rows[at], n)
			}
		}
	}
	categories := f.newCategories()
	for k := len(order) - 1; k >= 0; k-- {
		measureExtreme(f, order[k], rows[order[k]], categories)
	}
}

// measureExtreme solves for one element.
func measureExtreme(f *fitted, at place, rows []int, categories []category) {
	var locations []float64 // without the element
	var groups []int32
	score, top := 0.0, 0.0
	for _, n := range rows {
		g := &f.groups[f.of[n]]
		if g.width() < 1 || !knows(f, n, at.facet) {
			continue
		}
		locations = append(locations, f.without(n, at.facet))
		groups = append(groups, f.of[n])
		score += float64(g.point(f.data.Level[n]))
		top += float64(g.width())
	}
	if len(groups) == 0 {
		return
	}
	score = min(max(score, Adjustment), top-Adjustment)
	x, information := 0.0, 0.0
	low, high := -50.0, 50.0
	chance := make([]float64, f.stride)
	for range 200 {
		rest := score
		information = 0
		for i, eta := range locations {
			c := &categories[groups[i]]
			c.chances(eta+x, chance[:len(c.t)])
			mean, variance, _ := moments(chance[:len(c.t)])
			rest -= mean
			information += variance
		}
		if math.Abs(rest) < 1e-9 {
			break
		}
		if rest > 0 {
			low = x
		} else {
			high = x
		}
		if x += rest / information; !(x > low && x < high) {
			x = (low + high) / 2
		}
	}
	i := f.offset[at.facet] + at.element
	f.x[i] = sign(at.facet) * x
	f.se[i] = 1 / math.Sqrt(information)
	f.known[at.facet][at.element] = true
}

// knows reports whether the elements of a rating in all facets but one have a
// measure.
func knows(f *fitted, n, but int) bool {
	for i, codes := range f.data.Codes {
		if i != but && !f.known[i][codes[n]] {
			return false
		}
	}
	return true
}

// without returns the location of a rating of the data without one facet.
func (f *fitted) without(n, but int) float64 {
	eta := 0.0
	for i, codes := range f.data.Codes {
		if i != but {
			eta += sign(i) * f.x[f.offset[i]+int(codes[n])]
		}
	}
	return eta
}

// reason returns why an element without a measure has none.
func (f *fitted) reason(facet, element int) stats.Reason {
	if f.extremes.is(facet, int32(element)) {
		return Extreme
	}
	return stats.NoPairs
}
