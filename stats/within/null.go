package within

import (
	"context"
	"math/rand/v2"
	"slices"
	"sort"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// A Null is what variances and average deviations would be, averaged over
// items, had all raters rated at random, uniformly over the levels of the
// scale and each item on its own. rwg and r*wg(j) fall as the mean variance
// rises, so their tests are read from it.
type Null struct {
	variance, aboutMean, aboutMedian []float64 // ascending
}

// DefaultRuns is the number of runs of a simulation that names none.
const DefaultRuns = 10000

// Simulate draws ratings at random runs times (0: DefaultRuns) for items with
// the given numbers of ratings; items with fewer than two are left out. The
// same seed gives the same Null, whatever the number of workers (0: one a
// processor). The error is that of a cancelled context.
//
// # References
//
// Dunlap, Burke & Smith-Crowe 2003, Journal of Applied Psychology 88,
// pp. 356-362; Cohen, Doveh & Eick 2001, Psychological Methods 6.
func Simulate(
	ctx context.Context, ratings []int, scale []float64, runs int, seed uint64, workers int,
) (*Null, error) {
	if runs <= 0 {
		runs = DefaultRuns
	}
	sizes := slices.DeleteFunc(slices.Clone(ratings), func(n int) bool { return n < 2 })
	slices.Sort(sizes)
	n := &Null{}
	if len(sizes) == 0 || len(scale) < 2 {
		return n, ctx.Err()
	}
	urns := map[int]*urn{} // by number of ratings
	for _, size := range sizes {
		if _, ok := urns[size]; !ok {
			urns[size] = newUrn(size, scale, runs*len(sizes))
		}
	}
	plan := resample.Plan{Replicates: runs, Seed: seed, Workers: workers}
	drawn, err := resample.Run(ctx, plan, func() func(*rand.Rand) [3]float64 {
		counts := make([]int, len(scale))
		return func(rng *rand.Rand) [3]float64 { return atRandom(rng, sizes, scale, urns, counts) }
	})
	if err != nil {
		return nil, err
	}
	for k, list := range []*[]float64{&n.variance, &n.aboutMean, &n.aboutMedian} {
		for _, d := range drawn {
			*list = append(*list, d[k])
		}
		slices.Sort(*list)
	}
	return n, nil
}

// atRandom returns the mean variance, AD_M and AD_Md of random items: from the
// urn of their number of ratings, or rating by rating where it has none.
func atRandom(rng *rand.Rand, sizes []int, scale []float64, urns map[int]*urn, counts []int) (mean [3]float64) {
	var u *urn
	for i, size := range sizes {
		if i == 0 || size != sizes[i-1] {
			u = urns[size]
		}
		var look [3]float64
		if u != nil {
			look = *u.draw(rng)
		} else {
			clear(counts)
			for range size {
				counts[rng.IntN(len(scale))]++
			}
			look = describe(counts, size, scale)
		}
		for k, value := range look {
			mean[k] += value
		}
	}
	for k := range mean {
		mean[k] /= float64(len(sizes))
	}
	return mean
}

// Variance returns how probable a mean variance as small as s̄, and so an rwg
// or r*wg(j) as large, is at random. It counts what was observed as one more
// run, so it is never 0.
func (n *Null) Variance(mean float64) stats.Number { return below(n.variance, mean) }

// AboutMean returns how probable a mean AD_M as small is at random.
func (n *Null) AboutMean(ad float64) stats.Number { return below(n.aboutMean, ad) }

// AboutMedian returns how probable a mean AD_Md as small is at random.
func (n *Null) AboutMedian(ad float64) stats.Number { return below(n.aboutMedian, ad) }

// Critical returns the largest mean variance, AD_M and AD_Md that are
// significant at level alpha; absent where none is (undefined) or nothing was
// simulated (no_pairs).
func (n *Null) Critical(alpha float64) (variance, aboutMean, aboutMedian stats.Number) {
	return critical(n.variance, alpha), critical(n.aboutMean, alpha), critical(n.aboutMedian, alpha)
}

// rounding is how far apart two means of the same ratings in another order can
// be.
const rounding = 1e-9

// atMost returns how many of the ascending values are at most v.
func atMost(values []float64, v float64) int {
	return sort.Search(len(values), func(i int) bool { return values[i] > v+rounding })
}

func below(values []float64, v float64) stats.Number {
	if len(values) == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(float64(1+atMost(values, v)) / float64(1+len(values)))
}

// critical returns the largest value whose probability is at most alpha.
func critical(values []float64, alpha float64) stats.Number {
	if len(values) == 0 {
		return stats.None(stats.NoPairs)
	}
	found := stats.None(stats.Undefined)
	for i := 0; i < len(values); {
		next := atMost(values, values[i])
		if float64(1+next) > alpha*float64(1+len(values)) {
			break
		}
		found = stats.Of(values[i])
		i = next
	}
	return found
}
