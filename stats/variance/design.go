package variance

import "github.com/cb401426/calibrate/stats/rating"

// A sitting is a level of the lesson facet: one lesson in one round.
type sitting struct{ lesson, round int32 }

// A design is a Table as the model reads it: one entry a rating, in the
// Table's order, with its facets as dense positions.
type design struct {
	y       []float64  // scores in steps of their scales
	scale   []int32    // fixed mean of each rating, by position in scales
	scales  []int      // positions in the Table's scales
	onScale []float64  // ratings of each
	facet   [3][]int32 // sitting, indicator and rater of each rating
	size    [3]int     // levels of each facet

	sittings   []sitting
	indicators []int32 // the Table's codes
	raters     []int32

	items, pairs int // items with a rating; with two or more
	factors      []factor
}

// A factor is a term with its levels in a design.
type factor struct {
	Term
	code  []int32    // level of each rating
	level [][3]int32 // facet positions of each level, -1 where not in the term
	count []float64  // ratings of each level
}

// newDesign reads the scores of t.
func newDesign(t *rating.Table) *design {
	n := t.Ratings()
	d := &design{y: make([]float64, 0, n), scale: make([]int32, 0, n)}
	for i := range d.facet {
		d.facet[i] = make([]int32, 0, n)
	}
	var sittings indexer[sitting]
	var indicators indexer[int32]
	var scales indexer[int]
	raters := newPositions(len(t.Raters()), n)
	steps := make([]float64, len(t.Scales()))
	for s, scale := range t.Scales() {
		steps[s] = scale.Step()
	}
	for i, item := range t.Items() {
		row, levels := t.Row(i)
		if len(row) == 0 {
			continue
		}
		d.items++
		if len(row) > 1 {
			d.pairs++
		}
		on := t.ScaleOf(item.Indicator)
		step, scale := steps[on], scales.of(on)
		sitting, indicator := sittings.of(sitting{item.Lesson, item.Round}), indicators.of(item.Indicator)
		for j, rater := range row {
			d.y = append(d.y, t.Value(i, levels[j])/step)
			d.scale = append(d.scale, scale)
			at, fresh := raters.of(int(rater))
			if fresh {
				d.raters = append(d.raters, rater)
			}
			d.facet[0] = append(d.facet[0], sitting)
			d.facet[1] = append(d.facet[1], indicator)
			d.facet[2] = append(d.facet[2], at)
		}
	}
	d.sittings, d.indicators, d.scales = sittings.keys, indicators.keys, scales.keys
	d.size = [3]int{len(d.sittings), len(d.indicators), len(d.raters)}
	d.onScale = make([]float64, len(d.scales))
	for _, s := range d.scale {
		d.onScale[s]++
	}
	for _, term := range terms {
		d.factors = append(d.factors, d.factor(term))
	}
	return d
}

// factor returns the levels of a term that occur.
func (d *design) factor(term Term) factor {
	f := factor{Term: term, code: make([]int32, len(d.y))}
	most := 1
	for i, size := range d.size {
		if term.facets.has(i) {
			most *= size
		}
	}
	levels := newPositions(most, len(d.y))
	for k := range d.y {
		at, key := [3]int32{-1, -1, -1}, 0
		for i := range at {
			if term.facets.has(i) {
				at[i] = d.facet[i][k]
				key = key*d.size[i] + int(at[i])
			}
		}
		code, fresh := levels.of(key)
		if fresh {
			f.level, f.count = append(f.level, at), append(f.count, 0)
		}
		f.code[k] = code
		f.count[code]++
	}
	return f
}

// centre subtracts the mean of each scale from the scores, which changes no
// component, and returns the means and the mean square of what is left.
func (d *design) centre() (means []float64, square float64) {
	means = make([]float64, len(d.scales))
	for k, s := range d.scale {
		means[s] += d.y[k]
	}
	for s := range means {
		means[s] /= d.onScale[s]
	}
	for k, s := range d.scale {
		d.y[k] -= means[s]
		square += d.y[k] * d.y[k]
	}
	return means, square / float64(len(d.y))
}

// sums returns Z'v: the sum of v over the ratings of each level.
func (f *factor) sums(v []float64) []float64 {
	sums := make([]float64, len(f.count))
	for k, c := range f.code {
		sums[c] += v[k]
	}
	return sums
}

// spread returns ZZ'v: for each rating, the sum of v over its level.
func (f *factor) spread(v []float64) []float64 {
	sums := f.sums(v)
	out := make([]float64, len(v))
	for k, c := range f.code {
		out[k] = sums[c]
	}
	return out
}

// An indexer gives keys positions by first appearance.
type indexer[K comparable] struct {
	keys []K
	at   map[K]int32
}

func (x *indexer[K]) of(key K) int32 {
	if i, ok := x.at[key]; ok {
		return i
	}
	if x.at == nil {
		x.at = map[K]int32{}
	}
	i := int32(len(x.keys))
	x.keys = append(x.keys, key)
	x.at[key] = i
	return i
}

// positions give whole numbers below a bound positions by first appearance: in a
// list by number where that is not much longer than there are numbers.
type positions struct {
	next int32
	list []int32 // one above the position; 0 for none
	more map[int]int32
}

func newPositions(bound, numbers int) *positions {
	if bound <= 4*numbers {
		return &positions{list: make([]int32, bound)}
	}
	return &positions{more: map[int]int32{}}
}

// of returns the position of a number, and whether it is a new one.
func (p *positions) of(number int) (at int32, fresh bool) {
	if p.list != nil {
		at = p.list[number]
	} else {
		at = p.more[number]
	}
	if at > 0 {
		return at - 1, false
	}
	p.next++
	if p.list != nil {
		p.list[number] = p.next
	} else {
		p.more[number] = p.next
	}
	return p.next - 1, true
}
