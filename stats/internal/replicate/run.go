package replicate

import (
	"context"
	"math/rand/v2"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/resample"
)

// A Statistic computes figures of a Matrix, always the same number of them. It
// is called from several goroutines.
type Statistic func(*rating.Matrix) []stats.Number

// Replicates holds the figures of each replicate.
type Replicates struct {
	without [][]stats.Number // one unit, or group of units
	drawn   [][]stats.Number // with replacement
}

// Run computes the replicates that the options ask for: the bootstrap where
// they name a number, else the jackknife; for BCa limits both. There are
// none of a single unit, and none for inference to other raters.
func Run(ctx context.Context, m *rating.Matrix, o agree.Options, f Statistic) (Replicates, error) {
	var r Replicates
	units := Units(m, o.Unit == agree.ByCluster)
	others := o.Inference == agree.Raters || o.Inference == agree.Both
	if others || len(units) < 2 {
		return r, ctx.Err()
	}
	var err error
	if o.Bootstrap > 0 {
		plan := resample.Plan{Replicates: o.Bootstrap, Seed: o.Seed, Workers: o.Workers}
		r.drawn, err = resample.Run(ctx, plan, func() func(*rand.Rand) []stats.Number {
			return func(rng *rand.Rand) []stats.Number { return f(draw(rng, m, units)) }
		})
		if err != nil || o.BootstrapMethod != agree.BCa {
			return r, err
		}
	}
	r.without, err = jackknife(ctx, m, deal(units, o.Seed), o.Workers, f)
	return r, err
}

// Units returns the rows of each item, or of each cluster in the order of the
// clusters' first rows.
func Units(m *rating.Matrix, byCluster bool) [][]int {
	var units [][]int
	at := map[int32]int{}
	for i := range m.Items() {
		if !byCluster {
			units = append(units, []int{i})
			continue
		}
		c := m.Cluster(i)
		if _, ok := at[c]; !ok {
			at[c] = len(units)
			units = append(units, nil)
		}
		units[at[c]] = append(units[at[c]], i)
	}
	return units
}

// Paired returns m without the items rated once.
func Paired(m *rating.Matrix) *rating.Matrix {
	var rows []int
	for i := range m.Items() {
		if raters, _ := m.Row(i); len(raters) > 1 {
			rows = append(rows, i)
		}
	}
	return m.Take(rows)
}

// draw returns as many units as there are, drawn with replacement.
func draw(rng *rand.Rand, m *rating.Matrix, units [][]int) *rating.Matrix {
	var rows []int
	for range units {
		rows = append(rows, units[rng.IntN(len(units))]...)
	}
	return m.Take(rows)
}

// maxGroups is the most replicates of a jackknife: more units than that are
// dealt at random, seeded, into so many groups of like size, and a group is
// left out at a time.
const maxGroups = 200

// deal returns the units, or maxGroups groups of them where there are more.
func deal(units [][]int, seed uint64) [][]int {
	if len(units) <= maxGroups {
		return units
	}
	groups := make([][]int, maxGroups)
	for i, unit := range resample.Rand(seed, 0).Perm(len(units)) {
		groups[i%maxGroups] = append(groups[i%maxGroups], units[unit]...)
	}
	return groups
}

// jackknife computes the statistic without each group, in their order.
func jackknife(
	ctx context.Context, m *rating.Matrix, groups [][]int, workers int, f Statistic,
) ([][]stats.Number, error) {
	of := make([]int, m.Items())
	for g, rows := range groups {
		for _, row := range rows {
			of[row] = g
		}
	}
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	out := make([][]stats.Number, len(groups))
	var pool errgroup.Group
	pool.SetLimit(workers)
	for g := range groups {
		pool.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			var rows []int
			for row := range of {
				if of[row] != g {
					rows = append(rows, row)
				}
			}
			out[g] = f(m.Take(rows))
			return nil
		})
	}
	return out, pool.Wait()
}

// figure returns figure k of each replicate.
func figure(replicates [][]stats.Number, k int) []stats.Number {
	out := make([]stats.Number, len(replicates))
	for i, figures := range replicates {
		out[i] = figures[k]
	}
	return out
}
