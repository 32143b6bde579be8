package inference

import (
	"context"
	"math/rand/v2"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/parallel"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/resample"
)

// A Statistic computes figures of a Matrix, always the same number of them. It
// is called from several goroutines.
type Statistic func(*rating.Matrix) []stats.Number

// Replicates holds the figures of each replicate.
type Replicates struct {
	why     stats.Reason     // why there are none
	without [][]stats.Number // one unit, or group of units
	drawn   [][]stats.Number // with replacement
}

// Run computes the replicates that the options ask for: the bootstrap where
// they name a number, else the jackknife; for BCa limits both. There are
// none of a single unit, and none for inference to other raters.
func Run(ctx context.Context, m *rating.Matrix, o stats.Options, f Statistic) (Replicates, error) {
	var r Replicates
	units := Units(m, o.Unit == stats.ByLesson)
	switch {
	case o.Inference == stats.OverRaters || o.Inference == stats.OverBoth:
		r.why = stats.NotApplicable
		return r, ctx.Err()
	case len(units) < 2:
		r.why = stats.TooFewItems
		return r, ctx.Err()
	}
	var err error
	if o.Bootstrap > 0 {
		plan := resample.Plan{Replicates: o.Bootstrap, Seed: o.Seed, Workers: o.Workers}
		r.drawn, err = resample.Run(ctx, plan, func() func(*rand.Rand) []stats.Number {
			return func(rng *rand.Rand) []stats.Number { return f(draw(rng, m, units)) }
		})
		if err != nil || o.BootstrapMethod != stats.BCa {
			return r, err
		}
	}
	r.without, err = leaveOut(ctx, m, deal(units, o.Seed), o.Workers, f)
	return r, err
}

// Spread returns the Spread of figure k.
func (r Replicates) Spread(k int, o stats.Options) Spread {
	if r.why != "" {
		return None(r.why)
	}
	s := Spread{}
	if r.without != nil {
		e, why := Jackknife(figure(r.without, k), nil)
		s = Spread{Method: e.Method, Why: why, Replicates: e.Replicates, Undefined: e.Undefined}
		if why == "" {
			s = Over(e, 0, o)
		}
	}
	if r.drawn == nil {
		return s
	}
	s.Why = ""
	s = s.Resampled(figure(r.drawn, k), o)
	s.Method = "bootstrap"
	return s
}

// figure returns figure k of each replicate.
func figure(replicates [][]stats.Number, k int) []stats.Number {
	out := make([]stats.Number, len(replicates))
	for i, figures := range replicates {
		out[i] = figures[k]
	}
	return out
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

// leaveOut computes the statistic without each group, in their order.
func leaveOut(
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
		pool.Go(parallel.Safely(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			rows := make([]int, 0, len(of))
			for row := range of {
				if of[row] != g {
					rows = append(rows, row)
				}
			}
			out[g] = f(m.Take(rows))
			return nil
		}))
	}
	return out, pool.Wait()
}
