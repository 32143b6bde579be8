package privacy

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// SmallestGroup is the number of people under which a group is withheld, and
// the number that those withheld come to at least.
const SmallestGroup = 3

// Groups says which group each rater is in.
type Groups struct {
	Names    []string // of the groups, in natural order
	Of       []int    // group of each rater, -1 without one
	Withheld []bool   // by group
	Several  []int    // raters with more than one value
}

// GroupRaters reads the grouping of the raters from a further column. A rater
// with several values is in the one that most of its ratings carry, the first
// in natural order of those that tie.
func GroupRaters(t *rating.Table, c *rating.Column) *Groups {
	g := &Groups{Names: c.Levels, Of: make([]int, len(t.Raters()))}
	counts := make([][]int, len(g.Of))
	for k, r := range t.All() {
		if counts[r.Rater] == nil {
			counts[r.Rater] = make([]int, len(c.Levels))
		}
		if code := c.Code(k); code >= 0 {
			counts[r.Rater][code]++
		}
	}
	for rater, count := range counts {
		g.Of[rater] = -1
		best, values := 0, 0
		for code, n := range count {
			if n > best {
				best, g.Of[rater] = n, code
			}
			values += min(n, 1)
		}
		if values > 1 {
			g.Several = append(g.Several, rater)
		}
	}
	g.withhold(counts)
	return g
}

// withhold marks the groups that are not shown.
func (g *Groups) withhold(counts [][]int) {
	size := make([]int, len(g.Names))
	hidden := 0
	for rater, code := range g.Of {
		switch {
		case counts[rater] == nil: // gave no rating
		case code < 0:
			hidden++
		default:
			size[code]++
		}
	}
	g.Withheld = Withhold(size, hidden)
}

// Withhold says of which groups nothing is shown: those under three people, and
// the next smallest until those whose group is not shown are at least three:
// fewer could be worked out by subtraction. Hidden are people without a group.
// Of groups of one size the first goes first.
func Withhold(size []int, hidden int) []bool {
	order := make([]int, len(size))
	for code := range order {
		order[code] = code
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size[a], size[b]) })
	withheld := make([]bool, len(size))
	for _, code := range order {
		if size[code] < SmallestGroup || 0 < hidden && hidden < SmallestGroup {
			withheld[code] = true
			hidden += size[code]
		}
	}
	return withheld
}

// FewBetween reports whether figures of some people and of others that hold all
// of them would show, by subtraction, how one or two rated: inner and outer are
// how many people they are of.
func FewBetween(inner, outer int) bool { return inner < outer && outer-inner < SmallestGroup }

// Label returns what the report shows as a rater's group.
func (g *Groups) Label(rater int) calibrate.Label {
	if code := g.Shown(rater); code >= 0 {
		return calibrate.Named(g.Names[code])
	}
	return calibrate.NoLabel(calibrate.GroupWithheld)
}

// Shown returns a rater's group if it is not withheld, else -1.
func (g *Groups) Shown(rater int) int {
	if code := g.Of[rater]; code >= 0 && !g.Withheld[code] {
		return code
	}
	return -1
}
