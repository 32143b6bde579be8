package replicate

import (
	"context"
	"math/rand/v2"
	"runtime"

	"golang.org/x/sync/errgroup"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Statistic computes figures of a Matrix, always the same number of them. It
// is called from several goroutines.
type Statistic func(*rating.Matrix) []stats.Number

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

// MaxGroups is the most replicates of a jackknife: more units than that are
// dealt at random, seeded, into so many groups of like size, and a group is
// left out at a time.
const MaxGroups = 200

// Jackknife computes the statistic without each unit. Its replicates are in
// the order of units or groups; workers (0: one a processor) change nothing.
func Jackknife(
	ctx context.Context, m *rating.Matrix, units [][]int, seed uint64, workers int, f Statistic,
) (Replicates, error) {
	groups := deal(units, seed)
	group := make([]int, m.Items())
	for g, rows := range groups {
		for _, row := range rows {
			group[row] = g
		}
	}
	return run(ctx, len(groups), workers, func(g int) []stats.Number {
		rows := make([]int, 0, m.Items())
		for row := range m.Items() {
			if group[row] != g {
				rows = append(rows, row)
			}
		}
		return f(m.Take(rows))
	})
}

// Bootstrap computes the statistic of n samples of as many units, drawn with
// replacement.
func Bootstrap(
	ctx context.Context, m *rating.Matrix, units [][]int, n int, seed uint64, workers int, f Statistic,
) (Replicates, error) {
	return run(ctx, n, workers, func(b int) []stats.Number {
		rng := Generator(seed, b)
		var rows []int
		for range units {
			rows = append(rows, units[rng.IntN(len(units))]...)
		}
		return f(m.Take(rows))
	})
}

// deal returns the units, or MaxGroups groups of them where there are more.
func deal(units [][]int, seed uint64) [][]int {
	if len(units) <= MaxGroups {
		return units
	}
	groups := make([][]int, MaxGroups)
	for i, unit := range Generator(seed, -1).Perm(len(units)) {
		groups[i%MaxGroups] = append(groups[i%MaxGroups], units[unit]...)
	}
	return groups
}

func run(ctx context.Context, n, workers int, f func(int) []stats.Number) (Replicates, error) {
	out := make(Replicates, n)
	if err := Each(ctx, n, workers, func(i int) { out[i] = f(i) }); err != nil {
		return nil, err
	}
	return out, nil
}

// Each calls f with 0 to n−1 from several goroutines (workers; 0: one a
// processor). The error is that of a cancelled context.
func Each(ctx context.Context, n, workers int, f func(int)) error {
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	var group errgroup.Group
	group.SetLimit(workers)
	for i := range n {
		group.Go(func() error {
			if ctx.Err() == nil {
				f(i)
			}
			return ctx.Err()
		})
	}
	return group.Wait()
}

// Generator returns the random numbers of a replicate. Seed and replicate are
// mixed first, so that neighbouring seeds and replicates are unlike.
func Generator(seed uint64, replicate int) *rand.Rand {
	a := splitmix(seed ^ splitmix(uint64(replicate)))
	return rand.New(rand.NewPCG(a, splitmix(a)))
}

// splitmix is the mixing function of SplitMix64: Steele, Lea & Flood 2014,
// Proceedings of OOPSLA, fig. 17.
func splitmix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}
