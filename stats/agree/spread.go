package agree

import (
	"context"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// spread computes the Spread that the options ask for.
func (j job) spread(ctx context.Context, o stats.Options) (inference.Spread, error) {
	if o.Bootstrap > 0 {
		return j.bootstrapped(ctx, o)
	}
	switch o.Inference {
	case stats.OverRaters:
		return j.overRaters(ctx, o)
	case stats.OverBoth:
		return j.overBoth(ctx, o)
	}
	return j.overItems(o), nil
}

// overItems returns the Spread over items or lessons, which over items is
// (1 − f)/(n(n − 1)) Σ_i ψ_i².
func (j job) overItems(o stats.Options) inference.Spread {
	e, why := j.effects(o)
	if why != "" {
		return inference.Spread{Method: e.Method, Why: why, Replicates: e.Replicates, Undefined: e.Undefined}
	}
	return inference.Over(e, inference.Drawn(int(j.parts.items), o.PopulationItems), o)
}

// overRaters returns the Spread over raters, by leaving out each.
func (j job) overRaters(ctx context.Context, o stats.Options) (inference.Spread, error) {
	jobs, err := j.withoutEachRater(ctx)
	return inference.OverRaters(values(jobs), o.PopulationRaters), err
}

// values returns the value of each job.
func values(jobs []job) []stats.Number {
	list := make([]stats.Number, len(jobs))
	for i, j := range jobs {
		list[i] = j.parts.number()
	}
	return list
}

// withoutEachRater returns the job without each rater in turn; none of fewer
// than three.
func (j job) withoutEachRater(ctx context.Context) ([]job, error) {
	if j.data.Raters() < 3 {
		return nil, nil
	}
	standing := j.data.byCounts().often
	var jobs []job
	for g, stands := range standing {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if stands > 0 {
			often := append([]float64(nil), standing...)
			often[g] = 0
			jobs = append(jobs, j.on(reweighed(j.data, often)))
		}
	}
	return jobs, nil
}

// overBoth returns the Spread over items (or lessons) and raters: by default
// without counting twice what they do together, else as published.
func (j job) overBoth(ctx context.Context, o stats.Options) (inference.Spread, error) {
	jobs, err := j.withoutEachRater(ctx)
	if err != nil {
		return inference.Spread{}, err
	}
	raters, items := inference.OverRaters(values(jobs), o.PopulationRaters), inference.Spread{}
	if raters.Why != stats.NeedsThreeRaters {
		items = j.overItems(o)
	}
	if o.Variance == stats.Gwet {
		return inference.OverBothAsPublished(items, raters), nil
	}
	if items.Why != "" || raters.Why != "" {
		return inference.OverBoth(items, raters, inference.Spread{}), nil
	}
	return inference.OverBoth(items, raters, j.together(jobs, o)), nil
}

// together returns the Spread of what U units and r raters do together,
//
//	V = U(r − 1)/((U − 1)r) Σ_ug (δ_u(g) − δ_u)²,
//
// δ_u(g) the effect of unit u without rater g. For the mean of a complete
// table it is the interaction's variance over nr.
func (j job) together(jobs []job, o stats.Options) inference.Spread {
	full := j.on(reweighed(j.data, j.data.byCounts().often)) // on the same patterns as the jobs
	all, why := full.effects(o)
	if why != "" {
		return inference.None(why)
	}
	var v float64
	for _, g := range jobs {
		if !g.parts.ok {
			continue
		}
		some, why := g.effects(o)
		if why != "" {
			return inference.None(why)
		}
		for u, often := range all.Often {
			d := -all.Delta[u]
			if o.Unit == stats.ByLesson || g.model.on().times[u] > 0 { // the unit still has an item
				d += some.Delta[u]
			}
			v += often * d * d
		}
	}
	r := float64(len(jobs))
	v *= all.Units * (r - 1) / ((all.Units - 1) * r)
	v *= (1 - inference.Drawn(int(j.parts.items), o.PopulationItems)) *
		(1 - inference.Drawn(len(jobs), o.PopulationRaters))
	return inference.Spread{Variance: v, DF: (all.Units - 1) * (r - 1)}
}
