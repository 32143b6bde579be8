package team

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// permutations is the number of relabelings that test three or more groups.
const permutations = 999

// Across returns the mean over items of the share of equal ratings among the
// pairs of raters on different sides, and these pairs' part of the distance
// and of the pair weights. A side below zero stands apart.
func Across(m *Stats, side []int) (exact stats.Number, share, weight float64) {
	sides := sidesOf(side)
	var list []inference.Observation
	for i := range m.Table.Items() {
		row, levels := m.Table.Row(i)
		if len(row) < 2 {
			continue
		}
		all := len(m.ScaleOf(i).Levels.Levels)
		counts := make([]float64, (sides+1)*all) // by side, then of all
		for k, g := range row {
			if s := side[g]; s >= 0 {
				counts[s*all+int(levels[k])]++
				counts[sides*all+int(levels[k])]++
			}
		}
		pairs, equal := across(counts, sides, all)
		if pairs > 0 {
			list = append(list, inference.Observation{Value: equal / pairs, Paired: true})
		}
		weight += pairs * pairWeight(m, len(row))
	}
	return inference.Mean(list), spreadsOf(m).across(side), weight
}

// sidesOf returns how many sides there are; those below zero are none.
func sidesOf(side []int) int {
	most := -1
	for _, s := range side {
		most = max(most, s)
	}
	return most + 1
}

// across returns the pairs between sides, and the equal ones, from the counts
// on the levels by side and, after them, of all.
func across(counts []float64, sides, levels int) (pairs, equal float64) {
	for s := range sides + 1 {
		n, sign := 0.0, -0.5
		if s == sides {
			sign = 0.5
		}
		for _, c := range counts[s*levels : (s+1)*levels] {
			n += c
			equal += sign * c * c
		}
		pairs += sign * n * n
	}
	return pairs, equal
}

// spreads are the ratings of every item with what a pair of them carries of the
// distance: the pairs of n ratings are apart by n Σx² − (Σx)², so that their
// sum takes each rating once.
type spreads []spread

type spread struct {
	raters []int32
	x      []float64 // in parts of the scale's range
	factor float64
}

// moments are the number, the sum and the sum of squares of ratings.
type moments struct{ n, sum, squares float64 }

func (a *moments) add(x float64) { a.n++; a.sum += x; a.squares += x * x }

// apart is the sum of squared differences over the pairs.
func (a moments) apart() float64 { return a.n*a.squares - a.sum*a.sum }

// spreadsOf returns them; none where the distance has no meaning.
func spreadsOf(m *Stats) spreads {
	if !(m.expected > 0) {
		return nil
	}
	var all spreads
	for i := range m.Table.Items() {
		if one, ok := spreadOf(m, i, nil); ok {
			all = append(all, one)
		}
	}
	return all
}

// spreadOf returns the spread of an item that two rated, in the room of x.
func spreadOf(m *Stats, i int, x []float64) (spread, bool) {
	row, levels := m.Table.Row(i)
	if len(row) < 2 {
		return spread{}, false
	}
	s := m.ScaleOf(i)
	one := spread{raters: row, x: slices.Grow(x[:0], len(row)), factor: pairWeight(m, len(row)) / m.expected}
	width := s.Levels.Range()
	for _, level := range levels {
		one.x = append(one.x, (s.Levels.Levels[level].Value-s.Levels.Levels[0].Value)/width)
	}
	return one, true
}

// across returns the part of the distance that pairs between sides carry.
func (all spreads) across(side []int) (share float64) {
	by := make([]moments, sidesOf(side))
	for _, item := range all {
		var total moments
		clear(by)
		for k, g := range item.raters {
			if s := side[g]; s >= 0 {
				total.add(item.x[k])
				by[s].add(item.x[k])
			}
		}
		apart := total.apart()
		for _, one := range by {
			apart -= one.apart()
		}
		share += item.factor * apart
	}
	return max(0, share)
}

// A Contrast is the difference of two means with its interval and test.
type Contrast struct{ Difference, Lower, Upper, P stats.Number }

// Welch compares the means of two samples (Welch 1947, Biometrika 34, 28–35).
func Welch(x, y []float64, confidence float64) Contrast {
	vx, vy := stat.Variance(x, nil)/float64(len(x)), stat.Variance(y, nil)/float64(len(y))
	difference := stat.Mean(x, nil) - stat.Mean(y, nil)
	c := Contrast{Difference: stats.Of(difference)}
	se := math.Sqrt(vx + vy)
	if se < 1e-12 || math.IsNaN(se) {
		c.Lower, c.Upper, c.P = stats.None(stats.NoSpread), stats.None(stats.NoSpread), stats.None(stats.NoSpread)
		return c
	}
	df := (vx + vy) * (vx + vy) / (vx*vx/float64(len(x)-1) + vy*vy/float64(len(y)-1))
	half := se * inference.Critical(df, confidence)
	c.Lower, c.Upper = stats.Of(difference-half), stats.Of(difference+half)
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: df}
	c.P = stats.Of(2 * t.Survival(math.Abs(difference)/se))
	return c
}

// PermuteGroups is the share of relabellings whose pairs across groups carry
// at least as much of the distance. A side below zero stands apart.
func PermuteGroups(m *Stats, side []int, share float64) stats.Number {
	var raters, labels []int
	for rater, code := range side {
		if code >= 0 {
			raters = append(raters, rater)
			labels = append(labels, code)
		}
	}
	side = slices.Clone(side)
	all := spreadsOf(m)
	rng := rand.New(rand.NewPCG(m.Options.Seed, 0x9e3779b97f4a7c15))
	reached := 1
	for range permutations {
		rng.Shuffle(len(labels), func(i, j int) { labels[i], labels[j] = labels[j], labels[i] })
		for k, rater := range raters {
			side[rater] = labels[k]
		}
		if all.across(side) >= share-1e-12 {
			reached++
		}
	}
	return stats.Of(float64(reached) / float64(permutations+1))
}
