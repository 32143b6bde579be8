package agree

import (
	"context"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/resample"
)

// bootstrapped draws items, whole lessons, raters, or both with replacement,
// and computes everything anew from each draw.
func (j job) bootstrapped(ctx context.Context, o stats.Options) (inference.Spread, error) {
	s, err := j.analytic(ctx, o)
	if err != nil || s.Why != "" {
		return s, err
	}
	plan := resample.Plan{Replicates: o.Bootstrap, Seed: o.Seed, Workers: o.Workers}
	values, err := j.replicates(ctx, plan, o)
	if err != nil {
		return inference.Spread{}, err
	}
	s = s.Resampled(values, o)
	s.Method = "bootstrap " + string(o.BootstrapMethod)
	return s, nil
}

// analytic returns what the bootstrap needs of the analytic spread: whether
// there is one, and the acceleration.
func (j job) analytic(ctx context.Context, o stats.Options) (inference.Spread, error) {
	switch o.Inference {
	case stats.OverRaters, stats.OverBoth:
		return j.overRaters(ctx, o)
	}
	return j.overItems(o), nil
}

// replicate returns the function that draws one replicate.
func (j job) replicate(o stats.Options) func(*rand.Rand) stats.Number {
	if o.Inference == stats.OverRaters || o.Inference == stats.OverBoth {
		return j.rateReplicate(o)
	}
	f := j.model.on()
	units := sampler(j.data, f, o.Unit)
	times := make([]float64, len(f.times))
	return func(rng *rand.Rand) stats.Number {
		units.Draw(rng, times)
		return j.model.value(times).number()
	}
}

// replicates computes the plan's replicates: from draws that are shared with
// other coefficients, where these are few enough to keep.
func (j job) replicates(ctx context.Context, plan resample.Plan, o stats.Options) ([]stats.Number, error) {
	f := j.model.on()
	if o.Inference == stats.OverRaters || o.Inference == stats.OverBoth || plan.Replicates*len(f.times) > mostShared {
		return resample.Run(ctx, plan, func() func(*rand.Rand) stats.Number { return j.replicate(o) })
	}
	drawn, err := j.data.draws.of(ctx, drawKey{f, o.Unit, plan.Replicates, plan.Seed}, func() ([][]float64, error) {
		return resample.Draws(ctx, plan, sampler(j.data, f, o.Unit), len(f.times))
	})
	if err != nil {
		return nil, err
	}
	values := make([]stats.Number, len(drawn))
	for i, times := range drawn {
		values[i] = j.model.value(times).number()
	}
	return values, nil
}

// rateReplicate draws raters and, for inference over both, items apart from
// them (the pigeonhole bootstrap of Owen 2007, Annals of Applied Statistics
// 1, 386–411, whose variance is never too small).
func (j job) rateReplicate(o stats.Options) func(*rand.Rand) stats.Number {
	f := j.data.byRatings()
	units := sampler(j.data, f, o.Unit)
	times := make([]float64, len(f.times))
	var raters []int
	for g, stands := range j.data.byCounts().often {
		if stands > 0 {
			raters = append(raters, g)
		}
	}
	return func(rng *rand.Rand) stats.Number {
		often := make([]float64, len(f.often))
		for range raters {
			often[raters[rng.IntN(len(raters))]]++
		}
		drawn := j.on(reweighed(j.data, often))
		if o.Inference == stats.OverRaters {
			return drawn.parts.number()
		}
		units.Draw(rng, times)
		return drawn.model.value(drawn.model.on().rated(times)).number()
	}
}

// sampler returns the Sampler of a frame's items or lessons.
func sampler(d *Data, f *frame, unit stats.Unit) resample.Sampler {
	if unit == stats.ByLesson {
		return clusterSampler(d, f)
	}
	standing := slices.DeleteFunc(slices.Clone(f.of), func(p int32) bool { return f.times[p] == 0 })
	return resample.Units(standing, len(f.times))
}

// clusterSampler returns the Sampler of the lessons that have a rating.
func clusterSampler(d *Data, f *frame) resample.Sampler {
	start, of := make([]int, 1, d.clusters+1), make([]int32, 0, len(f.of))
	for _, patterns := range patternsByCluster(d, f) {
		if len(patterns) > 0 {
			of = append(of, patterns...)
			start = append(start, len(of))
		}
	}
	return resample.Clusters(start, of)
}

// mostShared bounds the replicates times patterns of draws that are kept.
const mostShared = 1 << 22

// draws keeps how often each pattern stands in the replicates of a plan, so
// that coefficients of the same ratings share them.
type draws struct {
	mu   sync.Mutex
	made map[drawKey]func() ([][]float64, error)
}

// drawKey is what the draws hang on.
type drawKey struct {
	frame      *frame
	unit       stats.Unit
	replicates int
	seed       uint64
}

// of returns the draws of a key, which the first to ask makes. Where that one
// was interrupted, others draw for themselves.
func (d *draws) of(ctx context.Context, key drawKey, draw func() ([][]float64, error)) ([][]float64, error) {
	d.mu.Lock()
	made, ok := d.made[key]
	if !ok {
		made = sync.OnceValues(draw)
		if d.made == nil {
			d.made = map[drawKey]func() ([][]float64, error){}
		}
		d.made[key] = made
	}
	d.mu.Unlock()
	drawn, err := made()
	if err != nil && ctx.Err() == nil {
		return draw()
	}
	return drawn, err
}
