package agree

import (
	"context"
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// reweighed returns the Data in which rater g stands often[g] times: 0 leaves
// the rater out, and a rater who stands twice never agrees with themselves.
// Its one frame has the patterns of the Data's ratings.
func (d *Data) reweighed(often []float64) *Data {
	f := d.byRatings().reweighed(often)
	g := *d
	g.byCounts = func() *frame { return f }
	g.byRatings = g.byCounts
	return &g
}

// reweighed returns the frame in which rater g stands often[g] times.
func (f *frame) reweighed(often []float64) *frame {
	g := *f
	g.often = often
	g.counts = make([]float64, len(f.counts))
	g.size, g.pairs = make([]float64, len(f.size)), make([]float64, len(f.size))
	for p := range f.size {
		raters, levels := f.row(p)
		var size, self float64
		for j, r := range raters {
			size += often[r]
			self += often[r] * often[r]
			g.counts[p*f.levels+int(levels[j])] += often[r]
		}
		g.size[p], g.pairs[p] = size, size*size-self
	}
	g.times = g.rated(slices.Clone(f.times))
	return &g
}

// rated takes the items without any rating out of times and returns it.
func (f *frame) rated(times []float64) []float64 {
	for p, n := range f.size {
		if n == 0 {
			times[p] = 0
		}
	}
	return times
}

// with returns the job on the Data in which rater g stands often[g] times.
func (j job) with(often []float64) job {
	j.data = j.data.reweighed(often)
	j.model = j.coefficient.model(j.data, j.weights)
	j.parts = j.model.value(j.model.on().times)
	return j
}

// withoutEach returns the job without each rater in turn.
func (j job) withoutEach(ctx context.Context) ([]job, error) {
	standing := j.data.byCounts().often
	var jobs []job
	for g, stands := range standing {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if stands > 0 {
			often := slices.Clone(standing)
			often[g] = 0
			jobs = append(jobs, j.with(often))
		}
	}
	return jobs, nil
}

// overRaters returns the variance over raters (Gwet 2014, section 5.4),
//
//	V = (1 − r/R)(r − 1)/r Σ_g (κ_(g) − κ̄)²,
//
// κ_(g) without rater g, with t of r − 1.
func (j job) overRaters(ctx context.Context, o Options) (spread, error) {
	if j.data.Raters() < 3 {
		return none(stats.NeedsThreeRaters), nil
	}
	jobs, err := j.withoutEach(ctx)
	if err != nil {
		return spread{}, err
	}
	return j.ratersSpread(jobs, o), nil
}

// ratersSpread is overRaters, given the jobs without each rater.
func (j job) ratersSpread(jobs []job, o Options) spread {
	values := make([]stats.Number, len(jobs))
	for g, without := range jobs {
		values[g] = without.parts.number()
	}
	jack := resample.NewJackknife(values, nil)
	s := spread{
		method:     "jackknife of raters",
		why:        jack.Variance.Reason(),
		replicates: jack.Units, undefined: jack.Undefined,
		acceleration: jack.Acceleration,
	}
	drawn := fraction(len(jobs), o.PopulationRaters)
	s.census = drawn == 1
	s.variance = (1 - drawn) * jack.Variance.Or(0)
	s.df = float64(len(jobs) - 1)
	return s
}

// overBoth returns the variance over items (or lessons) and raters. Each of
// V_items and V_raters holds what items and raters do together, so by default
// that is taken out once:
//
//	V = (1 − f_i)V_items + (1 − f_r)V_raters − (1 − f_i)(1 − f_r)V_together
//
// With Variance Gwet it is V_items + V_raters, normal, as published (Gwet
// 2014, section 5.4.4).
func (j job) overBoth(ctx context.Context, o Options) (spread, error) {
	if j.data.Raters() < 3 {
		return none(stats.NeedsThreeRaters), nil
	}
	jobs, err := j.withoutEach(ctx)
	if err != nil {
		return spread{}, err
	}
	items, raters := j.overItems(o), j.ratersSpread(jobs, o)
	for _, s := range []spread{items, raters} {
		if s.why != "" {
			return s, nil
		}
	}
	s := raters
	s.census = items.census && raters.census
	if o.Variance == Gwet {
		s.method = "sum over items and raters, as published"
		s.variance, s.df = items.variance+raters.variance, math.Inf(1)
		return s, nil
	}
	s.method = "two-way jackknife"
	together, units, why := j.together(jobs, o)
	if why != "" {
		return none(why), nil
	}
	together *= (1 - fraction(int(j.parts.items), o.PopulationItems)) *
		(1 - fraction(len(jobs), o.PopulationRaters))
	// Neither part can be below what the other leaves.
	s.variance = max(items.variance+raters.variance-together, items.variance, raters.variance)
	s.df = satterthwaite(s.variance, []float64{items.variance, raters.variance, together},
		[]float64{items.df, raters.df, (units - 1) * float64(len(jobs)-1)})
	return s, nil
}

// together returns the variance of what U units and r raters do together,
//
//	V = U(r − 1)/((U − 1)r) Σ_ug (δ_u(g) − δ_u)²,
//
// δ_u(g) the effect of unit u without rater g. For the mean of a complete
// table it is the interaction's variance over nr.
func (j job) together(jobs []job, o Options) (v, units float64, why stats.Reason) {
	full := j.with(j.data.byCounts().often) // on the same patterns as the jobs
	all, why := full.data.effects(full.model, full.parts, o)
	if why != "" {
		return 0, 0, why
	}
	for _, g := range jobs {
		if !g.parts.ok {
			continue
		}
		some, why := g.data.effects(g.model, g.parts, o)
		if why != "" {
			return 0, 0, why
		}
		for u, often := range all.often {
			d := -all.delta[u]
			if g.data.unitStands(g.model.on(), u, o.unit()) {
				d += some.delta[u]
			}
			v += often * d * d
		}
	}
	r := float64(len(jobs))
	return v * all.units * (r - 1) / ((all.units - 1) * r), all.units, ""
}

// unitStands reports whether a frame still has an item of a unit.
func (d *Data) unitStands(f *frame, unit int, kind Unit) bool {
	return kind == ByCluster || f.times[unit] > 0
}

// satterthwaite returns the degrees of freedom of a variance that is made of
// parts with their own (Satterthwaite 1946, Biometrics Bulletin 2, 110–114).
func satterthwaite(variance float64, parts, df []float64) float64 {
	var sum float64
	for i, v := range parts {
		sum += v * v / df[i]
	}
	if sum == 0 {
		return df[0]
	}
	return max(1, variance*variance/sum)
}
