package agree

import (
	"context"
	"math"

	"github.com/cb401426/calibrate/stats"
)

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
