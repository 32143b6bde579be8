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
//	D_u = δ_u(1) − δ_u(2),  v = U/(U − 1) Σ_u D_u²,  t of U − 1, over lessons U − 2
//
// which for items is t = d̄/√(Σ(d_i − d̄)²/(n(n − 1))) of the items'
// linearized values (Gwet 2016, Educational and Psychological Measurement 76,
// 609–637). Sets that share no item pair by lesson and indicator, as the rounds
// of one form do. An item that a coefficient does not read is no unit of it.
// Others are independent: v = v_1 + v_2, t with Satterthwaite's degrees of
// freedom, as published normal. The error is that of Options.Check or of a
// canceled context.
func Compare(ctx context.Context, a, b Subject, o stats.Options) (Comparison, error) {
	if err := o.Check(); err != nil {
		return Comparison{}, err
	}
	if err := ctx.Err(); err != nil {
		return Comparison{}, err
	}
	o = o.WithDefaults()
	c := Comparison{Unit: string(o.Unit)}
	together := a.Data.base == b.Data.base
	if together { // on the same patterns, so that effects can be set side by side
		a.Data, b.Data = byRater(a.Data), byRater(b.Data)
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
	one, why := first.comparedEffects(o)
	if why != "" {
		return c.without(why), nil
	}
	two, why := second.comparedEffects(o)
	if why != "" {
		return c.without(why), nil
	}
	drawn := inference.Drawn(int(first.parts.items), o.PopulationItems)
	if together {
		if u, shared := differences(first, second, one, two, o); shared {
			c.Method, c.Units = "paired", u.count()
			n := float64(c.Units)
			return c.surround(inference.Spread{Variance: (1 - drawn) * n / (n - 1) * u.squares(), DF: inference.Degrees(n, o)}, o), nil
		}
	}
	c.Method, c.Units = "independent", int(one.Units+two.Units)
	other := inference.Drawn(int(second.parts.items), o.PopulationItems)
	sum := inference.Sum(inference.Over(one, drawn, o), inference.Over(two, other, o))
	if o.Variance == stats.Gwet {
		sum.DF = math.Inf(1)
	}
	return c.surround(sum, o), nil
}

// comparedEffects returns the effects of a job for a comparison. That of a
// single alpha as published lacks the factor 1 − 1/N of α = (1 − 1/N)α' + 1/N;
// compared with other coefficients it has it.
func (j job) comparedEffects(o stats.Options) (inference.Effects, stats.Reason) {
	e, why := j.effects(o)
	if m, ok := j.model.(*alpha); ok && why == "" && o.Variance == stats.Gwet && m.w.byCount == nil {
		shrink := m.shrink()
		for i := range e.Delta {
			e.Delta[i] *= shrink
		}
	}
	return e, why
}

// job computes the value of a side.
func (s Subject) job(o stats.Options) (job, stats.Result) {
	o.Weights = s.Weights
	return s.Data.job(s.Coefficient, o)
}

// byRater returns the Data with its one frame by ratings.
func byRater(d *Data) *Data { return reweighed(d, d.byCounts().often) }

// differences returns the differences of the effects of two jobs on one base,
// and whether they share a unit: an item, or else an item of the same lesson
// and indicator; or a lesson.
func differences(first, second job, one, two inference.Effects, o stats.Options) (u unitEffects, shared bool) {
	base := first.data.base
	if o.Unit == stats.ByLesson {
		return spreadLessons(first, one).minus(spreadLessons(second, two))
	}
	rows := base.rows()
	u, shared = spreadItems(first, one, rows).minus(spreadItems(second, two, rows))
	if shared {
		return u, true
	}
	places := base.places()
	return spreadItems(first, one, places).minus(spreadItems(second, two, places))
}

// rows numbers the items of the base.
func (b *base) rows() []int32 {
	rows := make([]int32, b.matrix.Items())
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

// places numbers the items of the base by lesson and indicator.
func (b *base) places() []int32 {
	at := map[[2]int32]int32{}
	places := make([]int32, b.matrix.Items())
	for i := range places {
		key := [2]int32{b.cluster[i], b.matrix.Indicator(i)}
		place, ok := at[key]
		if !ok {
			place = int32(len(at))
			at[key] = place
		}
		places[i] = place
	}
	return places
}

// unitEffects are the effect of each unit of a base, and which units there are.
type unitEffects struct {
	delta  []float64
	stands []bool
}

// spreadItems returns a job's effects by the units that rows of its base are
// of. Where the model ignores items rated once they are no units.
func spreadItems(j job, e inference.Effects, of []int32) unitEffects {
	f := j.model.on()
	u := unitEffects{make([]float64, len(of)), make([]bool, len(of))}
	ignores := j.parts.items < total(f.times)
	for i, p := range f.of {
		if f.times[p] > 0 && (f.pairs[p] > 0 || !ignores) {
			unit := of[j.data.row(i)]
			u.delta[unit] += e.Delta[p]
			u.stands[unit] = true
		}
	}
	return u
}

// spreadLessons returns a job's effects by the lessons of its base.
func spreadLessons(j job, e inference.Effects) unitEffects {
	f, base := j.model.on(), j.data.base
	u := unitEffects{make([]float64, base.clusters), make([]bool, base.clusters)}
	for i, p := range f.of {
		if f.times[p] > 0 {
			lesson := base.cluster[j.data.row(i)]
			u.delta[lesson] = e.Delta[j.data.cluster[i]]
			u.stands[lesson] = u.stands[lesson] || f.pairs[p] > 0
		}
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
func (c Comparison) surround(s inference.Spread, o stats.Options) Comparison {
	o.TestValue, o.Bootstrap = 0, 0
	r := s.Around(stats.Result{Value: c.Difference}, inference.Range{Least: -2, Most: 2}, o)
	c.SE, c.Lower, c.Upper, c.P, c.DF = r.SE, r.Lower, r.Upper, r.P, r.DF
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
