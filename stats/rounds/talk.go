package rounds

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Vote is the ratings of one item before and after the talk, of those who
// gave both.
type Vote struct {
	Item          rating.Item
	Raters        []int32
	Before, After []float64 // in levels
	Lowest        float64   // of the scale, in levels
}

// Votes pairs the items of two tables with the same codes: independent ratings
// and votes after the talk. Items that one rater alone rated twice are kept.
func Votes(before, after *rating.Table) []Vote {
	second := map[rating.Item]int{}
	for i, it := range after.Items() {
		second[it] = i
	}
	var list []Vote
	for i, it := range before.Items() {
		if j, ok := second[it]; ok {
			if v := voteOf(it, before, i, after, j); len(v.Raters) > 0 {
				list = append(list, v)
			}
		}
	}
	return list
}

// VotesIn pairs the items of two rounds of a table: independent ratings and the
// votes after the talk on the same lessons.
func VotesIn(t *rating.Table, before, after int32) []Vote {
	second := map[rating.Item]int{}
	for i, it := range t.Items() {
		if it.Round == after {
			it.Round = before
			second[it] = i
		}
	}
	var list []Vote
	for i, it := range t.Items() {
		if j, ok := second[it]; ok && it.Round == before {
			if v := voteOf(it, t, i, t, j); len(v.Raters) > 0 {
				list = append(list, v)
			}
		}
	}
	return list
}

// voteOf is the two votes on an item, in rows i and j.
func voteOf(it rating.Item, before *rating.Table, i int, after *rating.Table, j int) Vote {
	v := Vote{Item: it}
	now := map[int32]float64{}
	raters, levels := after.Row(j)
	for k, g := range raters {
		now[g] = after.Value(j, levels[k]) / after.Scale(j).Step()
	}
	raters, levels = before.Row(i)
	for k, g := range raters {
		if x, ok := now[g]; ok {
			v.Raters = append(v.Raters, g)
			v.Before = append(v.Before, before.Value(i, levels[k])/before.Scale(i).Step())
			v.After = append(v.After, x)
		}
	}
	return v
}

// Exact is how often two of the raters gave the same level before, and after.
func (v *Vote) Exact() (before, after stats.Number) { return same(v.Before), same(v.After) }

func same(list []float64) stats.Number {
	if len(list) < 2 {
		return stats.None(stats.NoPairs)
	}
	n, alike := float64(len(list)), 0.0
	for i, x := range list {
		for _, y := range list[:i] {
			if x == y {
				alike++
			}
		}
	}
	return stats.Of(alike / (n * (n - 1) / 2))
}

// Moves counts how the ratings of an item changed in the talk.
type Moves struct {
	Raters, Moved int
	Far           float64 // mean levels moved, of those who moved

	// Of those who moved, how many came nearer to what was there before: the
	// commonest level and the median, each without the one who moved, and the
	// level that was agreed, where there is one.
	TowardCommonest, TowardMedian, TowardAgreed int
}

// Moves counts the moves of an item; agreed is NaN where no level was agreed.
func (v *Vote) Moves(agreed float64) Moves {
	m := Moves{Raters: len(v.Raters)}
	for k := range v.Raters {
		if v.After[k] == v.Before[k] {
			continue
		}
		m.Moved++
		m.Far += math.Abs(v.After[k] - v.Before[k])
		others := slices.Delete(slices.Clone(v.Before), k, k+1)
		for _, target := range []struct {
			level float64
			n     *int
		}{{commonest(others), &m.TowardCommonest}, {median(others), &m.TowardMedian}, {agreed, &m.TowardAgreed}} {
			if nearer(v.Before[k], v.After[k], target.level) {
				*target.n++
			}
		}
	}
	if m.Moved > 0 {
		m.Far /= float64(m.Moved)
	}
	return m
}

// nearer reports whether a move ends nearer to a level; never to NaN.
func nearer(before, after, level float64) bool {
	return math.Abs(after-level) < math.Abs(before-level)-1e-9
}

// commonest is the level most often there, NaN where two are as common.
func commonest(list []float64) float64 {
	n := map[float64]int{}
	for _, v := range list {
		n[v]++
	}
	best, level := 0, math.NaN()
	for _, v := range list {
		switch {
		case n[v] > best:
			best, level = n[v], v
		case n[v] == best && v != level:
			level = math.NaN()
		}
	}
	return level
}

func median(list []float64) float64 {
	if len(list) == 0 {
		return math.NaN()
	}
	list = slices.Sorted(slices.Values(list))
	n := len(list)
	return (list[(n-1)/2] + list[n/2]) / 2
}

// A Pull says whether the rest came to a group in the talk more than the group
// came to the rest: compliance with some, where commitment was wanted of all.
type Pull struct {
	Items                   int // where the two sides stood apart before
	RestNearer, RestCould   int // moves of the rest toward the group, of those on their own side
	GroupNearer, GroupCould int
	P                       stats.Number // one-sided, by sign flips over items
	Found                   bool
}

// What a pull needs.
const (
	fewestInGroup = 3
	fewestApart   = 5
	pullLevel     = 0.05
	mostFlips     = 20 // items up to which all flips are counted
)

// Toward tests a group of three or more and under half of the raters. Per item
// on which the medians of the two sides differ (for each rater without that
// rater's own), s is the share of the rest that moved nearer to the group less
// the share of the group that moved nearer to the rest, among those who stood
// nearer to their own side before. If both sides moved alike, each s is as
// likely to have the other sign. Under five items there are counts without a
// test.
func Toward(votes []Vote, inGroup func(rater int32) bool) Pull {
	p := Pull{P: stats.None(stats.TooFewItems)}
	var differences []float64
	members, all := map[int32]bool{}, map[int32]bool{}
	for i := range votes {
		for _, g := range votes[i].Raters {
			all[g] = true
			if inGroup(g) {
				members[g] = true
			}
		}
	}
	if len(members) < fewestInGroup || 2*len(members) >= len(all) {
		p.P = stats.None(TooFewRaters)
		return p
	}
	for i := range votes {
		rest, group := votes[i].sides(inGroup)
		if rest.could == 0 || group.could == 0 {
			continue
		}
		p.Items++
		p.RestNearer += rest.nearer
		p.RestCould += rest.could
		p.GroupNearer += group.nearer
		p.GroupCould += group.could
		differences = append(differences, rest.share()-group.share())
	}
	if p.Items < fewestApart {
		return p
	}
	p.P = stats.Of(signFlip(differences))
	p.Found = p.P.Or(1) <= pullLevel
	return p
}

// A side counts those who stood nearer to their own side before, and those of
// them who moved nearer to the other.
type side struct{ nearer, could int }

func (s side) share() float64 { return float64(s.nearer) / float64(s.could) }

// sides are those of an item.
func (v *Vote) sides(inGroup func(int32) bool) (rest, group side) {
	for k, g := range v.Raters {
		var own, other []float64
		for j, h := range v.Raters {
			switch {
			case j == k:
			case inGroup(h) == inGroup(g):
				own = append(own, v.Before[j])
			default:
				other = append(other, v.Before[j])
			}
		}
		a, b := median(own), median(other)
		if math.IsNaN(a) || math.IsNaN(b) || a == b || math.Abs(v.Before[k]-a) >= math.Abs(v.Before[k]-b) {
			continue
		}
		s := &rest
		if inGroup(g) {
			s = &group
		}
		s.could++
		if nearer(v.Before[k], v.After[k], b) {
			s.nearer++
		}
	}
	return rest, group
}

// signFlip is the chance, over all ways to flip signs, of a sum as large. Beyond
// twenty values the sum is taken for normal.
func signFlip(values []float64) float64 {
	sum, squares := 0.0, 0.0
	for _, v := range values {
		sum += v
		squares += v * v
	}
	if squares == 0 {
		return 1
	}
	if len(values) > mostFlips {
		return math.Erfc(sum/math.Sqrt(2*squares)) / 2
	}
	reached := 0
	for flips := range 1 << len(values) {
		flipped := 0.0
		for k, v := range values {
			if flips>>k&1 == 1 {
				v = -v
			}
			flipped += v
		}
		if flipped >= sum-1e-9 {
			reached++
		}
	}
	return float64(reached) / float64(int(1)<<len(values))
}
