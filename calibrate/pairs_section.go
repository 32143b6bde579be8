package calibrate

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// mostForPairs is the number of raters up to which pairs are listed.
const mostForPairs = 300

// pairs describes each two raters over the items that both rated, up to so
// many raters.
func (a *analysis) pairs(context.Context) error {
	a.report.Pairs = []Pair{}
	if len(a.names) > mostForPairs {
		a.note("pairs_left_out", "/pairs")
		return nil
	}
	for _, p := range a.m.raterPairs() {
		a.report.Pairs = append(a.report.Pairs, Pair{
			A: a.names[p.a], B: a.names[p.b], Items: p.items,
			Exact: stats.Of(p.exact), WithinOne: stats.Of(p.withinOne), MeanDifference: stats.Of(p.difference),
			Kappa: p.kappa, DistanceShare: p.distanceShare,
		}.ordered())
	}
	slices.SortFunc(a.report.Pairs, func(p, q Pair) int {
		return cmp.Or(rating.CompareNatural(p.A, q.A), rating.CompareNatural(p.B, q.B))
	})
	return nil
}

// ordered returns the pair with its lower pseudonym first; the difference is
// the first's mean minus the second's.
func (p Pair) ordered() Pair {
	if rating.CompareNatural(p.A, p.B) > 0 {
		p.A, p.B = p.B, p.A
		p.MeanDifference = p.MeanDifference.Map(func(d float64) float64 { return -d })
	}
	return p
}
