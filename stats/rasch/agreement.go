package rasch

import (
	"math"
	"sort"

	"github.com/cb401426/calibrate/stats"
)

// Agreement compares how often two raters of one item gave the same level with
// how often the model expects it of raters who rate independently.
type Agreement struct {
	Pairs    int
	Exact    stats.Number // share of pairs of ratings that are the same
	Expected stats.Number
	Kappa    stats.Number // (Exact − Expected)/(1 − Expected): about 0 if the model holds
}

// agreement is over all pairs of ratings of the same lesson, indicator and
// further facets but the raters.
func (f *fitted) agreement() Agreement {
	none := stats.None(stats.NoPairs)
	a := Agreement{Exact: none, Expected: none, Kappa: none}
	rater := f.data.Facet(Rater)
	if rater < 0 {
		return a
	}
	categories := f.newCategories()
	equal, expected, pairs := 0.0, 0.0, 0.0
	var rows []int
	for l := range len(f.o.start) - 1 {
		rows = rows[:0]
		for n := f.o.start[l]; n < f.o.start[l+1]; n++ {
			rows = append(rows, n)
		}
		for _, item := range f.items(rows, rater) {
			e, x, p := itemAgreement(f, item, categories)
			equal, expected, pairs = equal+e, expected+x, pairs+p
		}
	}
	if pairs == 0 {
		return a
	}
	a.Pairs = int(pairs)
	a.Exact, a.Expected = stats.Of(equal/pairs), stats.Of(expected/pairs)
	a.Kappa = stats.Of((equal - expected) / (pairs - expected))
	return a
}

// items sorts the ratings of a lesson by item, and returns those of each.
func (f *fitted) items(rows []int, rater int) [][]int {
	compare := func(a, b int) int32 {
		for i := 1; i < len(f.o.codes); i++ {
			if d := f.o.codes[i][a] - f.o.codes[i][b]; i != rater && d != 0 {
				return d
			}
		}
		return 0
	}
	sort.SliceStable(rows, func(a, b int) bool { return compare(rows[a], rows[b]) < 0 })
	var items [][]int
	from := 0
	for i := range rows {
		if i+1 == len(rows) || compare(rows[i], rows[i+1]) != 0 {
			items = append(items, rows[from:i+1])
			from = i + 1
		}
	}
	return items
}

// itemAgreement returns the equal pairs of an item, the expected ones, and all.
func itemAgreement(f *fitted, rows []int, categories []category) (equal, expected, pairs float64) {
	m := float64(len(rows))
	levels := make([]float64, most(f.data.Scales))
	sum, square := make([]float64, len(levels)), 0.0
	chance := make([]float64, f.stride)
	for _, n := range rows {
		g, c := &f.groups[f.o.group[n]], &categories[f.o.group[n]]
		levels[f.o.level[n]]++
		c.chances(f.location(f.o, n), chance[:len(c.t)])
		for k, p := range chance[:len(c.t)] {
			sum[g.low+k] += p
			square += p * p
		}
	}
	for k := range levels {
		equal += levels[k] * (levels[k] - 1) / 2
		expected += sum[k] * sum[k] / 2
	}
	return equal, expected - square/2, m * (m - 1) / 2
}

// An Unexpected rating is far from what the model expects.
type Unexpected struct {
	Row                   int     // of the Data
	Elements              []int32 // by facet
	Observed, Expected, Z float64
}

// Unexpected returns the ratings with |z| ≥ least, the farthest first, at most
// so many; and how many there are.
func (r *Result) Unexpected(least float64, limit int) (list []Unexpected, number int) {
	f := r.fit
	if f == nil {
		return nil, 0
	}
	categories := f.newCategories()
	chance := make([]float64, f.stride)
	at := func(n int) (expected, z float64) {
		g, c := &f.groups[f.o.group[n]], &categories[f.o.group[n]]
		c.chances(f.location(f.o, n), chance[:len(c.t)])
		mean, variance, _ := moments(chance[:len(c.t)])
		if variance < 1e-12 {
			return 0, 0
		}
		return f.expected(int(f.o.group[n]), chance[:len(c.t)]), (float64(g.point(f.o.level[n])) - mean) / math.Sqrt(variance)
	}
	type far struct {
		n int
		z float64
	}
	var found []far
	for n := range f.o.level {
		if _, z := at(n); math.Abs(z) >= least {
			found = append(found, far{n, z})
		}
	}
	sort.SliceStable(found, func(a, b int) bool { return math.Abs(found[a].z) > math.Abs(found[b].z)+1e-12 })
	for _, x := range found[:min(limit, len(found))] {
		expected, z := at(x.n)
		u := Unexpected{Row: f.o.of(x.n), Observed: f.value(f.o.of(x.n)), Expected: expected, Z: z}
		for i := range f.o.codes {
			u.Elements = append(u.Elements, f.o.codes[i][x.n])
		}
		list = append(list, u)
	}
	return list, len(found)
}
