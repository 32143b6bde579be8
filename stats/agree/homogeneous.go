package agree

import (
	"context"
	"math"

	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// A Homogeneity is a test of whether several parts have one value of a
// coefficient, and that value.
type Homogeneity struct {
	Parts      int // with a value
	Pooled, SE stats.Number
	Test       stats.Test
	Unit       string
	Method     string // "paired" where parts share units, else "independent"
}

// Homogeneous tests whether a coefficient is the same in several parts, over
// items or over lessons as Options.Unit says. With κ_m of part m, S the
// covariance of the κ_m, and κ̄ = 1'S⁻¹κ/1'S⁻¹1,
//
//	χ² = (κ − κ̄1)'S⁻¹(κ − κ̄1), m − 1 degrees of freedom
//
// which for independent parts is Σ(κ_m − κ̄)²/V_m with κ̄ the mean of the κ_m
// weighted by 1/V_m. Parts that share items (as Compare pairs them) or lessons
// have covariances Σ δ_u(a) δ_u(b), and P is that of Hotelling's T² with the
// degrees of freedom of inference.Degrees. Parts without a value or an error are left out; fewer than two are
// too few.
//
// # References
//
// Fleiss, J. L., Levin, B., & Paik, M. C. (2003). Statistical Methods for Rates
// and Proportions, 3rd ed. Wiley: section 18.1.
func Homogeneous(ctx context.Context, parts []Subject, o stats.Options) (Homogeneity, error) {
	if err := o.Check(); err != nil {
		return Homogeneity{}, err
	}
	if err := ctx.Err(); err != nil {
		return Homogeneity{}, err
	}
	o = o.WithDefaults()
	h := Homogeneity{Unit: string(o.Unit), Method: "independent", Test: stats.Test{ID: "homogeneity"}}
	var jobs []job
	var effects []inference.Effects
	for _, part := range parts {
		part.Data = byRater(part.Data)
		j, r := part.job(o)
		if !r.Value.OK() {
			continue
		}
		if e, why := j.comparedEffects(o); why == "" && e.Variance() > 0 {
			jobs, effects = append(jobs, j), append(effects, e)
		}
	}
	h.Parts = len(jobs)
	if len(jobs) < 2 {
		return h.without(stats.TooFewItems), nil
	}
	s, units := covariance(jobs, effects, o)
	if units > 0 {
		h.Method = "paired"
	}
	return h.test(jobs, s, units, o), nil
}

// covariance returns that of the jobs' values, and the number of units that
// any two share; 0 where none do.
func covariance(jobs []job, effects []inference.Effects, o stats.Options) (s *mat.SymDense, shared int) {
	s = mat.NewSymDense(len(jobs), nil)
	for a := range jobs {
		s.SetSym(a, a, effects[a].Variance())
		for b := range a {
			if jobs[a].data.base != jobs[b].data.base {
				continue
			}
			product, units := sharedProduct(jobs[a], jobs[b], effects[a], effects[b], o)
			if units > 1 {
				n := float64(units)
				s.SetSym(a, b, n/(n-1)*product)
				shared = max(shared, units)
			}
		}
	}
	return s, shared
}

// sharedProduct returns Σ δ_u(a) δ_u(b) over the units that two jobs share, and
// their number.
func sharedProduct(a, b job, one, two inference.Effects, o stats.Options) (product float64, units int) {
	add := func(u, v unitEffects) {
		for i := range u.delta {
			if u.stands[i] && v.stands[i] {
				product += u.delta[i] * v.delta[i]
				units++
			}
		}
	}
	if o.Unit == stats.ByLesson {
		add(spreadLessons(a, one), spreadLessons(b, two))
		return product, units
	}
	rows := a.data.base.rows()
	add(spreadItems(a, one, rows), spreadItems(b, two, rows))
	if units == 0 {
		places := a.data.base.places()
		add(spreadItems(a, one, places), spreadItems(b, two, places))
	}
	return product, units
}

// test fills in the pooled value and the test, given the covariance of the
// parts and the units that they share.
func (h Homogeneity) test(jobs []job, s *mat.SymDense, units int, o stats.Options) Homogeneity {
	k := len(jobs)
	value, ones := mat.NewVecDense(k, nil), mat.NewVecDense(k, nil)
	for i, j := range jobs {
		value.SetVec(i, j.parts.value)
		ones.SetVec(i, 1)
	}
	var chol mat.Cholesky
	var weights, solved mat.VecDense
	if !chol.Factorize(s) || chol.SolveVecTo(&weights, ones) != nil {
		return h.without(stats.TooFewItems)
	}
	sum := mat.Sum(&weights)
	pooled := mat.Dot(&weights, value) / sum
	h.Pooled, h.SE = stats.Of(pooled), stats.Of(1/math.Sqrt(sum))
	value.AddScaledVec(value, -pooled, ones)
	if chol.SolveVecTo(&solved, value) != nil {
		return h.without(stats.TooFewItems)
	}
	x, df := mat.Dot(value, &solved), float64(k-1)
	h.Test.Statistic, h.Test.DF = stats.Of(x), stats.Of(df)
	h.Test.P = stats.Of(distuv.ChiSquared{K: df}.Survival(x))
	if units > 0 {
		of := inference.Degrees(float64(units), o) // of the covariance
		rest := of - df + 1
		if rest < 1 {
			h.Test.P = stats.None(stats.TooFewItems)
			return h.without(stats.NotApplicable)
		}
		f := x * rest / (df * of)
		h.Test.DF2, h.Test.P = stats.Of(rest), stats.Of(distuv.F{D1: df, D2: rest}.Survival(f))
	}
	return h.without(stats.NotApplicable)
}

// without returns the Homogeneity with every figure absent that is not there.
func (h Homogeneity) without(why stats.Reason) Homogeneity {
	h.Pooled.Explain(why)
	h.SE.Explain(why)
	h.Test = h.Test.Without(why)
	return h
}
