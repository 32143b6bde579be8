package rasch

import "math"

// extremes are elements all of whose ratings are at one end, after the ratings
// of other such elements are taken away: no finite measure explains them. They
// are left out of the estimation and measured after it.
type extremes struct {
	high, low [][]bool // by facet and element
	order     []place  // in the order of leaving
}

// A place is an element of a facet.
type place struct{ facet, element int }

func (x *extremes) is(facet int, element int32) bool {
	return x.high[facet][element] || x.low[facet][element]
}

// keeps reports whether a rating is of no extreme element.
func (x *extremes) keeps(d *Data, n int) bool {
	for f := range d.Codes {
		if x.is(f, d.Codes[f][n]) {
			return false
		}
	}
	return true
}

// separate returns the extreme elements and the ratings without theirs. An
// element for which stays is true keeps its ratings: a marginal model's
// lessons, anchored elements, the single element of a facet.
func separate(d *Data, of []int32, groups []group, stays func(facet, element int) bool) (*extremes, *observations) {
	x := &extremes{}
	for _, facet := range d.Facets {
		x.high = append(x.high, make([]bool, len(facet.Elements)))
		x.low = append(x.low, make([]bool, len(facet.Elements)))
	}
	for {
		x.count(d, of, groups)
		left := len(x.order)
		for f := range d.Facets {
			x.leave(d, f, of, groups, stays)
		}
		if len(x.order) == left {
			return x, newObservations(d, of, func(n int) bool { return x.keeps(d, n) })
		}
	}
}

// leave marks the elements of a facet that are extreme among what is left.
func (x *extremes) leave(d *Data, f int, of []int32, groups []group, stays func(facet, element int) bool) {
	const rated, below, above = 1, 2, 4
	seen := make([]uint8, len(x.high[f]))
	for n, e := range d.Codes[f] {
		if len(x.order) > 0 && !x.keeps(d, n) {
			continue
		}
		g := &groups[of[n]]
		seen[e] |= rated
		switch k := g.point(d.Level[n]); {
		case g.width() == 0:
		case k == 0:
			seen[e] |= below
		case k == g.width():
			seen[e] |= above
		default:
			seen[e] |= below | above
		}
	}
	for e, s := range seen {
		if s&rated == 0 || s&(below|above) == below|above || stays(f, e) {
			continue
		}
		// Ratings that say nothing (one level in their group) alone: no end is
		// nearer, and low is as good a name as high.
		x.low[f][e] = s&above == 0
		x.high[f][e] = s&above != 0
		x.order = append(x.order, place{f, e})
	}
}

// count counts in groups how often each level is left, and from it the range
// of levels used.
func (x *extremes) count(d *Data, of []int32, groups []group) {
	for i := range groups {
		groups[i].count = make([]int, len(d.Scales[groups[i].scale].Levels))
	}
	for n, level := range d.Level {
		if len(x.order) == 0 || x.keeps(d, n) {
			groups[of[n]].count[level]++
		}
	}
	for i := range groups {
		g := &groups[i]
		if g.fixed {
			continue
		}
		g.low, g.high = math.MaxInt, -1
		for level, times := range g.count {
			if times > 0 {
				g.low, g.high = min(g.low, level), level
			}
		}
	}
}
