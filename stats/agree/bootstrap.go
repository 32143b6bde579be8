package agree

import (
	"context"
	"math/rand/v2"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// bootstrapped draws items, whole lessons, raters, or both with replacement,
// and computes everything anew from each draw.
func (j job) bootstrapped(ctx context.Context, o Options) (spread, error) {
	s, err := j.analytic(ctx, o)
	if err != nil || s.why != "" {
		return s, err
	}
	plan := resample.Plan{Replicates: o.Bootstrap, Seed: o.Seed, Workers: o.Workers}
	values, err := resample.Run(ctx, plan, func() func(*rand.Rand) stats.Number {
		return j.replicate(o)
	})
	if err != nil {
		return spread{}, err
	}
	replicates := resample.Collect(values)
	s.bootstrap = &replicates
	s.replicates, s.undefined = replicates.Count(), replicates.Undefined
	s.method = "bootstrap " + string(Percentile)
	if o.BootstrapMethod == BCa {
		s.method = "bootstrap " + string(BCa)
	}
	return s, nil
}

// analytic returns what the bootstrap needs of the analytic spread: whether
// there is one, and the acceleration.
func (j job) analytic(ctx context.Context, o Options) (spread, error) {
	switch o.Inference {
	case Raters, Both:
		return j.overRaters(ctx, o)
	}
	return j.overItems(o), nil
}

// replicate returns the function that draws one replicate.
func (j job) replicate(o Options) func(*rand.Rand) stats.Number {
	if o.Inference == Raters || o.Inference == Both {
		return j.rateReplicate(o)
	}
	f := j.model.on()
	units := j.data.sampler(f, o.unit())
	times := make([]float64, len(f.times))
	return func(rng *rand.Rand) stats.Number {
		units.Draw(rng, times)
		return j.model.value(times).number()
	}
}

// rateReplicate draws raters and, for inference over both, items apart from
// them (the pigeonhole bootstrap of Owen 2007, Annals of Applied Statistics
// 1, 386–411, whose variance is never too small).
func (j job) rateReplicate(o Options) func(*rand.Rand) stats.Number {
	f := j.data.byRatings()
	units := j.data.sampler(f, o.unit())
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
		drawn := j.with(often)
		if o.Inference == Raters {
			return drawn.parts.number()
		}
		units.Draw(rng, times)
		return drawn.model.value(drawn.model.on().rated(times)).number()
	}
}

// sampler returns the Sampler of a frame's items or lessons.
func (d *Data) sampler(f *frame, unit Unit) resample.Sampler {
	if unit == ByCluster {
		return resample.Clusters(slices.DeleteFunc(d.patternsByCluster(f),
			func(patterns []int32) bool { return len(patterns) == 0 }))
	}
	standing := slices.DeleteFunc(slices.Clone(f.of), func(p int32) bool { return f.times[p] == 0 })
	return resample.Units(standing, len(f.times))
}
