package agree

import (
	"context"
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/weight"
)

// A Subject is one side of a comparison: a coefficient of some data.
type Subject struct {
	Data        *Data
	Coefficient *stats.Coefficient
	Weights     *weight.Scheme
}

// A Comparison is the difference between two coefficients, the first minus
// the second.
type Comparison struct {
	First, Second    stats.Result // without limits: those are the Estimates'
	Difference       stats.Number
	SE, Lower, Upper stats.Number
	P, DF            stats.Number
	Unit             string
	Units            int    // items or lessons that either side has
	Method           string // "paired" or "independent"
}

// Comparable reports whether a coefficient can be compared: one of this
// package.
func Comparable(c *stats.Coefficient) bool {
	_, ours := c.Estimator.(modelOf)
	return ours
}

// Compare compares two subjects over items, or over lessons, as Options.Unit
// says; the other inferences and the bootstrap do not apply. Subjects of the
// same Matrix (two coefficients, two schemes of weights, two groups of raters,
// two sets of items) that share an item, or a lesson, are compared in pairs:
//
//	D_u = δ_u(1) − δ_u(2),  v = U/(U − 1) Σ_u D_u²,  t of U − 1
//
// which for items is t = d̄/√(Σ(d_i − d̄)²/(n(n − 1))) of the items'
// linearised values (Gwet 2016, Educational and Psychological Measurement 76,
// 609–637). Others are independent: v = v_1 + v_2, normal. The error is that of a cancelled context.
func Compare(ctx context.Context, a, b Subject, o stats.Options) (Comparison, error) {
	if err := o.Check(); err != nil {
		return Comparison{}, err
	}
	if err := ctx.Err(); err != nil {
		return Comparison{}, err
	}
	o = o.WithDefaults()
	c := Comparison{Unit: string(o.Unit)}
	paired := a.Data.base == b.Data.base
	if paired { // on the same patterns, so that effects can be set side by side
		a.Data, b.Data = a.Data.byRater(), b.Data.byRater()
	}
	first, ra := a.job(o)
	second, rb := b.job(o)
	c.First, c.Second = ra, rb
	for _, r := range []stats.Result{ra, rb} {
		if !r.Value.OK() {
			return c.without(r.Value.Reason()), nil
		}
	}
	c.Difference = stats.Of(ra.Value.Or(0) - rb.Value.Or(0))
	one, why := first.effects(o)
	if why != "" {
		return c.without(why), nil
	}
	two, why := second.effects(o)
	if why != "" {
		return c.without(why), nil
	}
	u, shared := spreadOut(first, one, o), false
	if v := spreadOut(second, two, o); paired {
		u, shared = u.minus(v)
	}
	if shared {
		c.Method, c.Units = "paired", u.count()
		n := float64(c.Units)
		drawn := inference.Drawn(int(first.parts.items), o.PopulationItems)
		return c.surround((1-drawn)*n/(n-1)*u.squares(), n-1, o), nil
	}
	c.Method, c.Units = "independent", int(one.Units+two.Units)
	return c.surround(first.overItems(o).Variance+second.overItems(o).Variance, math.Inf(1), o), nil
}

// job computes the value of a side.
func (s Subject) job(o stats.Options) (job, stats.Result) {
	o.Weights = s.Weights
	return s.Data.job(s.Coefficient, o)
}

// byRater returns the Data with its one frame by ratings.
func (d *Data) byRater() *Data { return d.reweighed(d.byCounts().often) }

// A spreadOut effect of each unit of the base, and which units there are.
type unitEffects struct {
	delta  []float64
	stands []bool
}

// spreadOut returns a job's effects by the items, or lessons, of its base.
func spreadOut(j job, e inference.Effects, o stats.Options) unitEffects {
	f, base := j.model.on(), j.data.base
	n := base.matrix.Items()
	if o.Unit == stats.ByLesson {
		n = base.clusters
	}
	u := unitEffects{make([]float64, n), make([]bool, n)}
	for i, p := range f.of {
		if f.times[p] == 0 {
			continue
		}
		row := j.data.row(i)
		if o.Unit == stats.ByItem {
			u.delta[row], u.stands[row] = e.Delta[p], true
			continue
		}
		lesson := base.cluster[row]
		u.delta[lesson] = e.Delta[j.data.cluster[i]]
		u.stands[lesson] = u.stands[lesson] || f.pairs[p] > 0
	}
	return u
}

// minus returns the differences of two effects, and whether they share a unit.
func (u unitEffects) minus(v unitEffects) (unitEffects, bool) {
	shared := false
	for i := range u.delta {
		shared = shared || u.stands[i] && v.stands[i]
		u.delta[i] -= v.delta[i]
		u.stands[i] = u.stands[i] || v.stands[i]
	}
	return u, shared
}

// count returns the number of units.
func (u unitEffects) count() int {
	n := 0
	for _, stands := range u.stands {
		if stands {
			n++
		}
	}
	return n
}

func (u unitEffects) squares() float64 {
	var sum float64
	for _, d := range u.delta {
		sum += d * d
	}
	return sum
}

// surround puts limits and a test around the difference.
func (c Comparison) surround(variance, df float64, o stats.Options) Comparison {
	se, _ := inference.Spread{Variance: variance}.SE().Value()
	c.SE = stats.Of(se)
	if se == 0 {
		return c.without(stats.NoSpread)
	}
	d, diff := inference.Law(df, o), c.Difference.Or(0)
	half := d.Quantile((1+o.Confidence)/2) * se
	c.Lower, c.Upper = stats.Of(max(-2, diff-half)), stats.Of(min(2, diff+half))
	c.P = stats.Of(2 * d.Survival(math.Abs(diff)/se))
	c.DF = stats.None(stats.NotApplicable)
	if !math.IsInf(df, 1) && o.Interval != stats.Normal {
		c.DF = stats.Of(df)
	}
	return c
}

// without returns the Comparison with every figure absent for the reason, but
// for those that are there.
func (c Comparison) without(why stats.Reason) Comparison {
	for _, n := range []*stats.Number{&c.Difference, &c.SE, &c.Lower, &c.Upper, &c.P, &c.DF} {
		n.Explain(why)
	}
	return c
}
