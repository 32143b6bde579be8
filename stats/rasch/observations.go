package rasch

import "slices"

// observations are ratings sorted by lesson, so that a lesson's stand together.
type observations struct {
	start []int     // ratings of lesson l are start[l] to start[l+1]
	codes [][]int32 // of each facet
	level []uint16
	group []int32 // steps of each rating
	row   []int32 // rating of Data; nil where they are in its order
}

// newObservations sorts the ratings for which keep is true by lesson.
func newObservations(d *Data, group []int32, keep func(n int) bool) *observations {
	o := &observations{start: make([]int, len(d.Facets[0].Elements)+1), codes: make([][]int32, len(d.Facets))}
	for n, lesson := range d.Codes[0] {
		if keep(n) {
			o.start[lesson+1]++
		}
	}
	for l := range d.Facets[0].Elements {
		o.start[l+1] += o.start[l]
	}
	size := o.start[len(o.start)-1]
	at := append([]int(nil), o.start...)
	o.row = make([]int32, size)
	for n, lesson := range d.Codes[0] {
		if keep(n) {
			o.row[at[lesson]] = int32(n)
			at[lesson]++
		}
	}
	if size == d.Ratings() && slices.IsSorted(o.row) { // as a Table has them
		o.level, o.group, o.codes, o.row = d.Level, group, d.Codes, nil
		return o
	}
	o.level = gather(d.Level, o.row)
	o.group = gather(group, o.row)
	for f := range o.codes {
		o.codes[f] = gather(d.Codes[f], o.row)
	}
	return o
}

// gather returns the values at the given places.
func gather[T any](values []T, at []int32) []T {
	got := make([]T, len(at))
	for i, n := range at {
		got[i] = values[n]
	}
	return got
}

// of returns the rating of Data that observation n is.
func (o *observations) of(n int) int {
	if o.row == nil {
		return n
	}
	return int(o.row[n])
}

func (o *observations) ratings() int { return len(o.level) }

// stepGroups returns the group of each rating and the groups, whose ranges of
// levels are not known yet. A group is a scale, or an element on a scale.
func stepGroups(d *Data, steps string) ([]int32, []group) {
	facet := d.Facet(steps)
	scales := len(d.Scales)
	size := scales
	if facet >= 0 {
		size *= len(d.Facets[facet].Elements)
	}
	seen := make([]int32, size)
	key := func(n int) int {
		if facet < 0 {
			return d.scale(n)
		}
		return int(d.Codes[facet][n])*scales + d.scale(n)
	}
	for n := range d.Level {
		seen[key(n)] = 1
	}
	var groups []group
	for k, yes := range seen {
		if yes == 0 {
			continue
		}
		g := group{scale: k % scales, element: -1, name: d.Scales[k%scales].ID}
		if facet >= 0 {
			g.element = k / scales
			g.name = d.Facets[facet].Elements[k/scales]
		}
		seen[k] = int32(len(groups))
		groups = append(groups, g)
	}
	of := make([]int32, len(d.Level))
	for n := range of {
		of[n] = seen[key(n)]
	}
	return of, groups
}

// A group is ratings that share steps. Levels below low and above high were
// not used; at of those between says where their step parameter stands.
type group struct {
	name      string
	scale     int
	element   int // of the steps' facet, or −1
	low, high int // positions on the scale; low > high where nothing is left
	count     []int
	at        []int  // by level − low: parameter, atEnd or unused
	fixed     bool   // anchored
	anchored  []bool // by level: has a step that is anchored
}

// Places of levels that have no step parameter.
const (
	atEnd  = -1 // the lowest and the highest level used
	unused = -2
)

// width is the number of points between the lowest and the highest level.
func (g *group) width() int { return g.high - g.low }

// point returns how many points above the lowest level used a level is. One
// outside the levels used counts as at the end.
func (g *group) point(level uint16) int { return min(max(int(level), g.low), g.high) - g.low }
