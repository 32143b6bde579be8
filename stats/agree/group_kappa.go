package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// GroupKappa returns the agreement between two groups of raters, each taken as
// a whole: not whether its members agree among themselves, but whether the two
// use the levels alike on the same items.
//
//	κ = (Π_o − Π_e)/(Π_m − Π_e)
//	Π_o = mean over items of Σ_kl w_kl p_ik q_il,  Π_e = Σ_kl w_kl p̄_k q̄_l
//	Π_m = mean over items of max(Σ_kl w_kl p_ik p_il, Σ_kl w_kl q_ik q_il)
//
// with p_ik and q_ik the shares of level k among each group's ratings of item
// i. Π_m is what groups that differ within can reach. The items are those that
// both groups rated, each with the raters it has; with one rater in each group
// it is Cohen's kappa. The error leaves out each item in turn, or each lesson
// where the unit is the lesson; limits by t.
//
// inFirst says of each rater whether they are of the first group; inSecond of
// the second.
//
// # References
//
// Vanbelle, S., & Albert, A. (2009). Agreement between two independent groups
// of raters. Psychometrika 74(3), 477–491.
func GroupKappa(m *rating.Matrix, inFirst, inSecond func(rater int32) bool, o stats.Options) (stats.Result, error) {
	if err := o.Check(); err != nil {
		return stats.Result{}, err
	}
	o = o.WithDefaults()
	r := stats.Result{ID: "group_kappa", Unit: string(o.Unit)}
	scheme := o.Weights
	if scheme == nil {
		scheme = weight.Identity
	}
	r.Weights = scheme.ID
	w, ok := scheme.Matrix(m.Values())
	if !ok {
		return r.Without(stats.NotApplicable), nil
	}
	g := newGroups(m, inFirst, inSecond, w)
	r.Items, r.Raters = len(g.first), g.raters
	if len(g.first) == 0 {
		return r.Without(stats.NoPairs), nil
	}
	observed, expected, value := g.kappa(nil)
	r.Observed, r.Expected, r.Value = stats.Of(observed), stats.Of(expected), value
	return g.spread(o).Around(r, reach, o), nil
}

// groups holds each group's shares of the levels of each item.
type groups struct {
	first, second [][]float64
	cluster       []int32
	w             weight.Matrix
	raters        int
}

func newGroups(m *rating.Matrix, inFirst, inSecond func(int32) bool, w weight.Matrix) *groups {
	g := &groups{w: w}
	seen := map[int32]bool{}
	for i := range m.Items() {
		p, q := make([]float64, m.Levels()), make([]float64, m.Levels())
		raters, levels := m.Row(i)
		for j, rater := range raters {
			switch {
			case inFirst(rater):
				p[levels[j]]++
			case inSecond(rater):
				q[levels[j]]++
			}
		}
		if total(p) == 0 || total(q) == 0 {
			continue
		}
		for _, rater := range raters {
			seen[rater] = seen[rater] || inFirst(rater) || inSecond(rater)
		}
		scale(p, 1/total(p))
		scale(q, 1/total(q))
		g.first, g.second, g.cluster = append(g.first, p), append(g.second, q), append(g.cluster, m.Cluster(i))
	}
	for _, in := range seen {
		if in {
			g.raters++
		}
	}
	return g
}

func scale(values []float64, by float64) {
	for k := range values {
		values[k] *= by
	}
}

// kappa returns the coefficient without the items that out names.
func (g *groups) kappa(out func(i int) bool) (observed, expected float64, kappa stats.Number) {
	levels := len(g.first[0])
	p, q := make([]float64, levels), make([]float64, levels)
	n, most := 0.0, 0.0
	for i := range g.first {
		if out != nil && out(i) {
			continue
		}
		n++
		observed += g.product(g.first[i], g.second[i])
		most += max(g.product(g.first[i], g.first[i]), g.product(g.second[i], g.second[i]))
		for k := range p {
			p[k] += g.first[i][k]
			q[k] += g.second[i][k]
		}
	}
	if n == 0 {
		return 0, 0, stats.None(stats.NoPairs)
	}
	expected = g.product(p, q) / (n * n)
	observed, most = observed/n, most/n
	if most-expected < tiny {
		return observed, expected, stats.None(stats.NoVariation)
	}
	return observed, expected, stats.Of((observed - expected) / (most - expected))
}

// product returns Σ w_kl p_k q_l.
func (g *groups) product(p, q []float64) float64 {
	sum := 0.0
	for k := range p {
		for l := range q {
			sum += g.w.At(k, l) * p[k] * q[l]
		}
	}
	return sum
}

// spread is the jackknife over items, or lessons.
func (g *groups) spread(o stats.Options) inference.Spread {
	unit := func(i int) int32 { return int32(i) }
	if o.Unit == stats.ByLesson {
		unit = func(i int) int32 { return g.cluster[i] }
	}
	left := map[int32]bool{}
	var without []stats.Number
	for i := range g.first {
		u := unit(i)
		if left[u] {
			continue
		}
		left[u] = true
		_, _, kappa := g.kappa(func(k int) bool { return unit(k) == u })
		without = append(without, kappa)
	}
	if len(without) < 2 {
		return inference.None(stats.TooFewItems)
	}
	e, why := inference.Jackknife(without, nil)
	if why != "" {
		return inference.None(why)
	}
	return inference.Over(e, 0, o)
}
