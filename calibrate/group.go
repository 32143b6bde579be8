package calibrate

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
)

// smallestGroup is the number of people under which a group is withheld, and
// the number that those withheld come to at least.
const smallestGroup = 3

// grouping says which group each rater is in.
type grouping struct {
	names    []string // of the groups, in natural order
	of       []int    // group of each rater, -1 without one
	withheld []bool   // by group
	several  []int    // raters with more than one value
}

// groupRaters reads the grouping of the raters from a further column. A rater
// with several values is in the one that most of its ratings carry, the first
// in natural order of those that tie.
func groupRaters(t *rating.Table, c *rating.Column) *grouping {
	g := &grouping{names: c.Levels, of: make([]int, len(t.Raters()))}
	counts := make([][]int, len(g.of))
	for k, r := range t.All() {
		if counts[r.Rater] == nil {
			counts[r.Rater] = make([]int, len(c.Levels))
		}
		if code := c.Code(k); code >= 0 {
			counts[r.Rater][code]++
		}
	}
	for rater, count := range counts {
		g.of[rater] = -1
		best, values := 0, 0
		for code, n := range count {
			if n > best {
				best, g.of[rater] = n, code
			}
			values += min(n, 1)
		}
		if values > 1 {
			g.several = append(g.several, rater)
		}
	}
	g.withhold(counts)
	return g
}

// withhold marks groups under three people, and the next smallest until those
// whose group is not shown are at least three: fewer could be worked out by
// subtraction. Raters without a group are among them.
func (g *grouping) withhold(counts [][]int) {
	size := make([]int, len(g.names))
	hidden := 0
	for rater, code := range g.of {
		switch {
		case counts[rater] == nil: // gave no rating
		case code < 0:
			hidden++
		default:
			size[code]++
		}
	}
	order := make([]int, len(size))
	for code := range order {
		order[code] = code
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(size[a], size[b]) })
	g.withheld = make([]bool, len(size))
	for _, code := range order {
		if size[code] < smallestGroup || 0 < hidden && hidden < smallestGroup {
			g.withheld[code] = true
			hidden += size[code]
		}
	}
}

// label returns what the report shows as a rater's group.
func (g *grouping) label(rater int) Label {
	if code := g.shown(rater); code >= 0 {
		return named(g.names[code])
	}
	return noLabel(groupWithheld)
}

// shown returns a rater's group if it is not withheld, else -1.
func (g *grouping) shown(rater int) int {
	if code := g.of[rater]; code >= 0 && !g.withheld[code] {
		return code
	}
	return -1
}
