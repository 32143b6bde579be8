package resample

import (
	"context"
	"math/rand/v2"
	"runtime"
	"sync/atomic"

	"github.com/cb401426/calibrate/stats/parallel"
	"golang.org/x/sync/errgroup"
)

// A Plan says how many replicates to draw, and how.
type Plan struct {
	Replicates int
	Seed       uint64
	Workers    int // 0 means one a processor
}

// workers is how many work side by side.
func (p Plan) workers() int {
	if p.Workers > 0 {
		return p.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// block is how many replicates a worker takes at a time.
const block = 32

// Run computes every replicate of a plan and returns the results in order.
// Each worker calls start once, for a function with scratch space of its own,
// and that for each of its replicates with the replicate's generator. The
// error is that of a cancelled context.
func Run[T any](ctx context.Context, p Plan, start func() func(rng *rand.Rand) T) ([]T, error) {
	results := make([]T, p.Replicates)
	workers := min(p.workers(), (p.Replicates+block-1)/block)
	var next atomic.Int64
	group, groupCtx := errgroup.WithContext(ctx)
	for range workers {
		group.Go(parallel.Safely(func() error {
			replicate := start()
			var source rand.PCG
			rng := rand.New(&source)
			for {
				from := int(next.Add(block)) - block
				if from >= p.Replicates {
					return nil
				}
				if err := groupCtx.Err(); err != nil {
					return err
				}
				for i := from; i < min(from+block, p.Replicates); i++ {
					source.Seed(seeds(p.Seed, uint64(i)))
					results[i] = replicate(rng)
				}
			}
		}))
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	return results, nil
}

// Rand returns the generator of one replicate, as Run makes it.
func Rand(seed uint64, replicate int) *rand.Rand {
	return rand.New(rand.NewPCG(seeds(seed, uint64(replicate))))
}

// seeds mixes a seed and a replicate's number, so that near seeds and near
// replicates have generators far apart.
func seeds(seed, replicate uint64) (hi, lo uint64) {
	x := splitmix(seed) + replicate
	return splitmix(x), splitmix(x ^ 0x6a09e667f3bcc909)
}

// splitmix is the finalizer of SplitMix64 after one step (Steele, Lea & Flood
// 2014, figure 15).
func splitmix(x uint64) uint64 {
	x += 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// Draws draws every replicate of a plan and returns how often each of the
// patterns stands in it. Where the Sampler can, replicates are drawn together.
func Draws(ctx context.Context, p Plan, s Sampler, patterns int) ([][]float64, error) {
	results := make([][]float64, p.Replicates)
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(p.workers())
	for from := 0; from < p.Replicates; from += block {
		g.Go(parallel.Safely(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			some := results[from:min(from+block, p.Replicates)]
			rngs := make([]*rand.Rand, len(some))
			for i := range some {
				rngs[i], some[i] = Rand(p.Seed, from+i), make([]float64, patterns)
			}
			if together, ok := s.(packed); ok {
				together.drawTogether(rngs, some)
				return nil
			}
			for i := range some {
				s.Draw(rngs[i], some[i])
			}
			return nil
		}))
	}
	return results, g.Wait()
}
