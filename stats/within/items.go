package within

import (
	"context"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// An Item is what the ratings of one item say on their own.
type Item struct {
	Ratings          int
	RWG, AWG         stats.Number
	ADMean, ADMedian stats.Number
	// How probable an rwg as high, and average deviations as low, are among as
	// many raters at random.
	P, ADMeanP, ADMedianP stats.Number
}

// Items returns the Item of each row of m. Ratings at random are uniform over
// the levels of m; options read: Seed, Workers. The error is that of a
// cancelled context.
func Items(ctx context.Context, m *rating.Matrix, o stats.Options) ([]Item, error) {
	scale := m.Values()
	nulls := map[int]*Null{} // by number of ratings
	out := make([]Item, m.Items())
	for i := range out {
		x := itemsOf(m, []int{i})[0]
		item := Item{Ratings: len(x), RWG: RWG(x, scale), AWG: AWG(x, scale)}
		item.ADMean, item.ADMedian = AverageDeviation(x)
		null, ok := nulls[len(x)]
		if !ok {
			var err error
			if null, err = Simulate(ctx, []int{len(x)}, scale, 0, o.Seed, o.Workers); err != nil {
				return nil, err
			}
			nulls[len(x)] = null
		}
		if why := item.RWG.Reason(); why != "" {
			none := stats.None(why)
			item.P, item.ADMeanP, item.ADMedianP = none, none, none
		} else {
			item.P = null.Variance(stat.Variance(x, nil))
			item.ADMeanP = null.AboutMean(item.ADMean.Or(0))
			item.ADMedianP = null.AboutMedian(item.ADMedian.Or(0))
		}
		out[i] = item
	}
	return out, nil
}
