package rasch

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

// separate returns the extreme elements and the ratings without theirs. Facets
// for which stays is true for an element keep it: a marginal model's lessons,
// anchored elements, the single element of a facet.
func separate(d *Data, of []int32, groups []group, stays func(facet, element int) bool) (*extremes, *observations) {
	x := &extremes{}
	for _, facet := range d.Facets {
		x.high = append(x.high, make([]bool, len(facet.Elements)))
		x.low = append(x.low, make([]bool, len(facet.Elements)))
	}
	for {
		o := newObservations(d, of, func(n int) bool { return x.keeps(d, n) })
		o.count(groups, d.Scales)
		left := len(x.order)
		for f := range d.Facets {
			x.leave(f, o, groups, stays)
		}
		if len(x.order) == left {
			return x, o
		}
	}
}

// leave marks the elements of a facet that are extreme in o.
func (x *extremes) leave(f int, o *observations, groups []group, stays func(facet, element int) bool) {
	const rated, below, above = 1, 2, 4
	seen := make([]uint8, len(x.high[f]))
	for n, e := range o.codes[f] {
		g := &groups[o.group[n]]
		seen[e] |= rated
		if k := g.point(o.level[n]); k == 0 || k == g.width() {
			if g.width() == 0 {
				continue
			}
			if k == 0 {
				seen[e] |= below
			} else {
				seen[e] |= above
			}
		} else {
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
