package calibrate

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// smallestGroup is the number of people under which a group is withheld, and
// the number that those withheld come to at least.
const smallestGroup = 3

// permutations is the number of relabellings that test three or more groups.
const permutations = 999

// grouping says which group each rater is in.
type grouping struct {
	names    []string // of the groups, in natural order
	of       []int    // group of each rater, -1 without one
	withheld []bool   // by group
	several  []int    // raters with more than one value
}

// grouping reads the grouping of the raters from a further column.
func (m *measures) grouping(column string) (*grouping, bool) {
	c, ok := m.table.Column(column)
	if !ok {
		return nil, false
	}
	return groupRaters(m.table, c), true
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
		return Label{name: g.names[code]}
	}
	return Label{reason: groupWithheld}
}

// shown returns a rater's group if it is not withheld, else -1.
func (g *grouping) shown(rater int) int {
	if code := g.of[rater]; code >= 0 && !g.withheld[code] {
		return code
	}
	return -1
}

// groups describes each group that is not withheld: its raters among
// themselves, with the chance of the whole file.
func (m *measures) groups(g *grouping) []Group {
	list := []Group{}
	for code, name := range g.names {
		if g.withheld[code] {
			continue
		}
		sub := measure(m.table.Where(func(_ int, r rating.Rating) bool {
			return g.of[r.Rater] == code
		}), m.options)
		for s := range sub.scales {
			sub.scales[s].chance, sub.scales[s].ok = m.scales[s].chance, m.scales[s].ok
		}
		group := Group{ID: name, Ratings: sub.table.Ratings(), Exact: sub.figures(sub.all(), m.unit).exact}
		sum := 0.0
		for rater, values := range sub.scoresByRater() {
			if g.of[rater] == code && len(values) > 0 {
				group.Raters++
			}
			for _, v := range values {
				sum += v
			}
		}
		group.Mean = stats.Of(sum / float64(group.Ratings))
		if len(m.scales) > 1 {
			group.Mean = stats.None(severalScales)
		}
		list = append(list, group)
	}
	return list
}

// between compares the groups that are not withheld. Of two, the difference
// is the mean severity of the first minus that of the second with Welch's
// interval over raters; three or more are tested by dealing the labels out
// anew.
func (m *measures) between(g *grouping) *Between {
	b := &Between{}
	exact, share, weight := m.across(func(rater int32) int { return g.shown(int(rater)) })
	b.Exact = exact
	b.DistanceShare = m.distance().Map(func(float64) float64 { return share })
	b.ExpectedShare = stats.Of(weight)
	bySide := make([][]float64, len(g.names))
	severities, parts := m.severities()
	for rater, s := range severities {
		if v, ok := s.value.Value(); ok && g.shown(rater) >= 0 {
			bySide[g.shown(rater)] = append(bySide[g.shown(rater)], v)
		}
	}
	bySide = slices.DeleteFunc(bySide, func(side []float64) bool { return len(side) == 0 })
	none := stats.None(stats.NotApplicable)
	b.Difference, b.Lower, b.Upper, b.PValue = none, none, none, none
	switch {
	case len(bySide) < 2:
	case parts > 1:
		none = stats.None(notConnected)
		b.Difference, b.Lower, b.Upper, b.PValue = none, none, none, none
	case len(bySide) == 2:
		b.welch(bySide[0], bySide[1], m.options.confidence)
	default:
		b.PValue = m.permuteGroups(g, share)
	}
	return b
}

// across returns the mean over items of the share of equal ratings among the
// pairs of raters on different sides, and these pairs' part of the distance
// and of the pair weights. A side below zero stands apart.
func (m *measures) across(side func(rater int32) int) (exact stats.Number, share, weight float64) {
	pairs := make([]int, len(m.items))
	equal := make([]int, len(m.items))
	m.eachPair(func(p pairOf) {
		a, b := side(p.a), side(p.b)
		if a < 0 || b < 0 || a == b {
			return
		}
		pairs[p.item]++
		if p.la == p.lb {
			equal[p.item]++
		}
		share += p.share
		weight += p.weight
	})
	var list []observation
	for i, n := range pairs {
		if n > 0 {
			list = append(list, observation{value: float64(equal[i]) / float64(n), paired: true})
		}
	}
	return mean(list), share, weight
}

// welch sets the difference of two means with its interval and test.
func (b *Between) welch(x, y []float64, confidence float64) {
	vx, vy := stat.Variance(x, nil)/float64(len(x)), stat.Variance(y, nil)/float64(len(y))
	difference := stat.Mean(x, nil) - stat.Mean(y, nil)
	b.Difference = stats.Of(difference)
	se := math.Sqrt(vx + vy)
	if se < 1e-12 || math.IsNaN(se) {
		none := stats.None(stats.NoSpread)
		b.Lower, b.Upper, b.PValue = none, none, none
		return
	}
	df := (vx + vy) * (vx + vy) / (vx*vx/float64(len(x)-1) + vy*vy/float64(len(y)-1))
	half := se * studentQuantile(df, confidence)
	b.Lower, b.Upper = stats.Of(difference-half), stats.Of(difference+half)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	b.PValue = stats.Of(2 * t.Survival(math.Abs(difference)/se))
}

// permuteGroups is the share of relabellings whose pairs across groups carry
// at least as much of the distance.
func (m *measures) permuteGroups(g *grouping, share float64) stats.Number {
	var raters, labels []int
	for rater := range g.of {
		if code := g.shown(rater); code >= 0 {
			raters = append(raters, rater)
			labels = append(labels, code)
		}
	}
	side := make([]int, len(g.of))
	for rater := range side {
		side[rater] = -1
	}
	rng := rand.New(rand.NewPCG(m.options.seed, 0x9e3779b97f4a7c15))
	reached := 1
	for range permutations {
		rng.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
		for k, rater := range raters {
			side[rater] = labels[k]
		}
		_, s, _ := m.across(func(rater int32) int { return side[rater] })
		if s >= share-1e-12 {
			reached++
		}
	}
	return stats.Of(float64(reached) / float64(permutations+1))
}
