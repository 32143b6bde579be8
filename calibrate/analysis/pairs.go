package analysis

import (
	"cmp"
	"context"
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// pairs describes each two raters over the items that both rated, up to so
// many raters.
func pairs(a *work, _ context.Context) error {
	a.report.Pairs = []calibrate.Pair{}
	if len(a.names) > statistics.MostForPairs {
		a.note("pairs_left_out", "/pairs")
		return nil
	}
	for _, p := range team.Pairs(a.m) {
		a.report.Pairs = append(a.report.Pairs, ordered(calibrate.Pair{
			A: a.names[p.A], B: a.names[p.B], Items: p.Items,
			Exact: stats.Of(p.Exact), WithinOne: stats.Of(p.WithinOne), MeanDifference: stats.Of(p.Difference),
			Kappa: p.Kappa, DistanceShare: p.DistanceShare,
		}))
	}
	slices.SortFunc(a.report.Pairs, func(p, q calibrate.Pair) int {
		return cmp.Or(rating.CompareNatural(p.A, q.A), rating.CompareNatural(p.B, q.B))
	})
	return nil
}

// ordered returns the pair with its lower pseudonym first; the difference is
// the first's mean minus the second's.
func ordered(p calibrate.Pair) calibrate.Pair {
	if rating.CompareNatural(p.A, p.B) > 0 {
		p.A, p.B = p.B, p.A
		p.MeanDifference = p.MeanDifference.Map(func(d float64) float64 { return -d })
	}
	return p
}
