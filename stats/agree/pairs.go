package agree

import (
	"cmp"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/crosstab"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// A Pair is the agreement of two raters on the items that both rated.
type Pair struct {
	A, B           int32 // the Matrix's raters, A before B
	Items          int
	Exact          stats.Number // share on the same level
	WithinOne      stats.Number // share at most one step apart
	TwoApart       stats.Number // share more than one step apart
	MeanDifference stats.Number // mean of A's score minus B's: above 0, A gives higher levels
	MeanDistance   stats.Number // mean of |A's score − B's|
	Kappas         []stats.Number
}

// PerPair returns the agreement of each two raters who share an item, by
// rater, with Cohen's kappa under each of the schemes.
func (d *Data) PerPair(schemes ...*weight.Scheme) []Pair {
	f := d.byRatings()
	values := d.values
	step := rating.NewScale("", rating.Declared, values...).Step()
	var pairs []Pair
	d.meetings().each(f.times, func(g, h int32, t crosstab.Table) {
		if f.often[g]*f.often[h] == 0 {
			return
		}
		pair := describePair(t, values, step)
		pair.A, pair.B = d.raters[g], d.raters[h]
		for _, s := range schemes {
			pair.Kappas = append(pair.Kappas, pairKappa(t, s, values))
		}
		pairs = append(pairs, pair)
	}, nil)
	slices.SortFunc(pairs, func(x, y Pair) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
	return pairs
}

// describePair returns what a table says of its two raters.
func describePair(t crosstab.Table, values []float64, step float64) Pair {
	n := t.Items()
	var same, within, difference, distance float64
	for k, x := range values {
		for l, y := range values {
			count := t.At(k, l)
			difference += count * (x - y)
			distance += count * math.Abs(x-y)
			if k == l {
				same += count
			}
			if math.Abs(x-y) <= step*(1+1e-9) {
				within += count
			}
		}
	}
	return Pair{
		Items: int(n),
		Exact: stats.Of(same / n), WithinOne: stats.Of(within / n), TwoApart: stats.Of((n - within) / n),
		MeanDifference: stats.Of(difference / n), MeanDistance: stats.Of(distance / n),
	}
}

// pairKappa returns Cohen's kappa of the table, or why there is none.
func pairKappa(t crosstab.Table, s *weight.Scheme, values []float64) stats.Number {
	w, ok := s.Matrix(values)
	if !ok {
		return stats.None(stats.NotApplicable)
	}
	p := tableKappa(t, w)
	switch {
	case p.items < 2:
		return stats.None(stats.OneItem)
	case p.ok:
		return stats.Of(p.value)
	case levelsUsed(t) == 1:
		return stats.None(stats.NoVariation)
	}
	return stats.None(stats.Undefined)
}

// levelsUsed counts the levels that either rater gave.
func levelsUsed(t crosstab.Table) int {
	first, second := t.Margins()
	used := 0
	for k := range first {
		if first[k]+second[k] > 0 {
			used++
		}
	}
	return used
}
