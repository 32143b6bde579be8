package within

import (
	"context"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
)

// Estimate computes the coefficient with its error from the jackknife over
// items or lessons, or from the bootstrap, as the options say (Confidence, Unit,
// Interval, TestValue, Bootstrap, Seed, Workers; the others are not read). Where
// the value tested is 0, P is one-sided from a simulation of ratings at random,
// else two-sided from the error.
func (l lesson) Estimate(
	ctx context.Context, c *stats.Coefficient, d *stats.Data, o stats.Options,
) (stats.Result, error) {
	m := inference.Paired(d.Matrix())
	res := stats.Result{
		ID: c.ID, Items: m.Items(), Raters: len(m.Raters()), Unit: string(o.Unit),
		Observed: stats.None(stats.NotApplicable), Expected: stats.None(stats.NotApplicable),
	}
	res.Value = l.of(m)
	if !res.Value.OK() {
		return res.Without(res.Value.Reason()), nil
	}
	if o.TestValue == 0 {
		p, err := testNull(ctx, m, o)
		if err != nil {
			return res, err
		}
		res.P = p
	}
	r, err := inference.Run(ctx, m, o, func(d *rating.Matrix) []stats.Number {
		return []stats.Number{l.of(d)}
	})
	if err != nil {
		return res, err
	}
	return r.Spread(0, o).Around(res, inference.Range{Least: -1, Most: 1}, o), nil
}

// of returns the mean over lessons; absent where any lesson's is.
func (l lesson) of(m *rating.Matrix) stats.Number {
	var values []float64
	for _, rows := range inference.Units(m, true) {
		n := l(itemsOf(m, rows), m.Values())
		v, ok := n.Value()
		if !ok {
			return n
		}
		values = append(values, v)
	}
	return meanOr(values, stats.None(stats.NoPairs))
}

// testNull returns how probable lessons as agreed are at random, judged by the
// mean variance of an item.
func testNull(ctx context.Context, m *rating.Matrix, o stats.Options) (stats.Number, error) {
	all := make([]int, m.Items())
	sizes := make([]int, m.Items())
	for i := range all {
		raters, _ := m.Row(i)
		all[i], sizes[i] = i, len(raters)
	}
	null, err := Simulate(ctx, sizes, m.Values(), testRuns, o.Seed, o.Workers)
	if err != nil {
		return stats.Number{}, err
	}
	mean := 0.0
	for _, ratings := range itemsOf(m, all) {
		mean += stat.Variance(ratings, nil) / float64(len(all))
	}
	return null.Variance(mean), nil
}

// testRuns is the number of runs behind an Estimate's P.
const testRuns = 2000

// itemsOf returns the ratings of rows as values.
func itemsOf(m *rating.Matrix, rows []int) [][]float64 {
	items := make([][]float64, len(rows))
	for i, row := range rows {
		_, levels := m.Row(row)
		for _, level := range levels {
			items[i] = append(items[i], m.Values()[level])
		}
	}
	return items
}
