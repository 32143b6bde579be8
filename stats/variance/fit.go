package variance

import (
	"context"
	"math"
	"slices"

	"gonum.org/v1/gonum/floats"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// The estimators, as reports name them.
const (
	Likelihood = "reml"
	// Moments are Henderson's method I, where REML would take too long: see
	// the package.
	Moments = "moments"
)

// Options are the settings of a fit. The zero value is ready.
type Options struct {
	Confidence float64 // of intervals; 0.95 stands for what is not within (0, 1)
	// Method is Likelihood or Moments. Empty means Likelihood, and Moments
	// where that would take more than a second or two.
	Method string
}

// A Fit is the model of a Table's ratings with its components of variance.
// Its methods are not for use by several goroutines at once.
type Fit struct {
	// Reason says why there is no fit; it is empty where there is one.
	Reason stats.Reason
	// Components are those of the terms in the model, in the order of Terms.
	Components []Component
	// Residual holds what is particular to one rating: inconsistency,
	// rounding to whole levels, and the interaction of all three facets.
	Residual Component
	// Dropped are the terms that are not in the model.
	Dropped []Dropped
	// Means are the means of the Table's scales, in points of the scale, by
	// generalised least squares; absent where nothing is rated on a scale.
	Means []stats.Number

	LogLikelihood float64 // restricted; 0 for moments
	Converged     bool
	Iterations    int
	Method        string
	Confidence    float64
	Ratings       int

	table  *rating.Table
	d      *design
	sys    system
	theta  []float64 // components, the residual last; zero where AtZero
	strata *strata   // nil where the components' errors cannot be had
	py     []float64 // P y
}

// A Component is an estimated variance, in squared levels: scores are divided
// by the step of their scale.
type Component struct {
	Name  string
	Value stats.Number
	// SE is the standard error from the expected REML information, also
	// where the value is zero.
	SE           stats.Number
	Lower, Upper stats.Number // see the package's comment on intervals
	Levels       int          // effects with this variance; ratings for the residual
	AtZero       bool         // the likelihood is highest at zero
}

// Decompose fits the model to the scores of t. The error is ctx's: a Table that
// cannot be fitted gives a Fit with a Reason.
func Decompose(ctx context.Context, t *rating.Table, o Options) (*Fit, error) {
	f := &Fit{table: t, Method: Likelihood, Confidence: o.Confidence}
	if !(f.Confidence > 0 && f.Confidence < 1) {
		f.Confidence = 0.95
	}
	f.d = newDesign(t)
	f.Ratings = len(f.d.y)
	if f.Reason = f.d.unfit(); f.Reason != "" {
		return f, nil
	}
	means, square := f.d.centre()
	if square <= residualFloor*residualFloor {
		f.Reason = stats.NoVariation
		return f, nil
	}
	g, kept := f.choose()
	start := g.components(kept)
	switch o.Method {
	case Moments:
	case Likelihood:
		f.sys = newSystem(f.d, maxDense, math.Inf(1))
		if f.sys == nil {
			f.Reason = stats.TooLarge
			return f, nil
		}
	default:
		f.sys = newSystem(f.d, maxDense, maxWork)
	}
	if f.sys == nil {
		f.Method = Moments
		return f, moments(f, ctx, newGram(f.d, g.factors, true), kept, means)
	}
	a := newAscent(f.d, f.sys, start, square)
	if err := a.climb(ctx); err != nil {
		return nil, err
	}
	return f, f.finish(ctx, a, means)
}

// unfit returns why no model can be fitted to a design.
func (d *design) unfit() stats.Reason {
	switch {
	case d.pairs == 0 && d.size[2] == 1:
		return stats.OneRater
	case d.pairs == 0:
		return stats.NoPairs
	case d.items == 1:
		return stats.OneItem
	}
	return ""
}

// choose drops the terms that the ratings cannot tell apart, and returns the
// places of the others.
func (f *Fit) choose() (g *gram, kept []int) {
	g = newGram(f.d, f.d.factors, false)
	kept, dropped := g.independent()
	f.Dropped = dropped
	f.d.factors = nil
	for _, t := range kept[1:] {
		f.d.factors = append(f.d.factors, g.factors[t-1])
	}
	return g, kept
}

// settle takes the last step, within the bounds, and solves the system there:
// where it cannot be solved, without that step. It reports which components are
// zero.
func (a *ascent) settle() (atZero []bool, ok bool) {
	before := slices.Clone(a.theta)
	for _, step := range [][]float64{a.last, nil} {
		copy(a.theta, before)
		if step != nil {
			floats.Add(a.theta, step)
		}
		atZero = make([]bool, len(a.theta))
		for t, v := range a.theta {
			a.theta[t] = max(v, a.floor[t])
			atZero[t] = v <= a.floor[t]*(1+1e-6)
		}
		if a.sys.factor(a.theta) {
			return atZero, true
		}
	}
	return nil, false
}

// finish takes the components over from an ascent, with their errors.
func (f *Fit) finish(ctx context.Context, a *ascent, means []float64) error {
	f.Converged, f.Iterations, f.LogLikelihood = a.converged, a.iterations, a.likelihood
	info, err := information(ctx, a)
	if err != nil {
		return err
	}
	f.strata = strataOf(info, a)
	atZero, ok := a.settle()
	if !ok {
		f.Reason = stats.Undefined
		return nil
	}
	f.py = f.sys.project(f.d.y)
	f.theta = a.theta
	publish(f, atZero, means)
	return nil
}

// publish sets the components and the means.
func publish(f *Fit, atZero []bool, means []float64) {
	f.means(f.theta, means)
	for t := range f.theta {
		c := Component{Name: Residual, Levels: len(f.d.y), AtZero: atZero[t]}
		if atZero[t] {
			f.theta[t] = 0
		}
		c.Value = stats.Of(f.theta[t])
		c.SE = f.strata.se(t)
		c.Lower, c.Upper = f.limits(f.theta[t], func(theta []float64) float64 { return theta[t] })
		if t == len(f.theta)-1 {
			f.Residual = c
			break
		}
		c.Name, c.Levels = f.d.factors[t].Name, len(f.d.factors[t].count)
		f.Components = append(f.Components, c)
	}
}

// means computes the fixed means b from Xb = y − VPy, given the raw means.
func (f *Fit) means(theta, raw []float64) {
	f.Means = make([]stats.Number, len(f.table.Scales()))
	for s := range f.Means {
		f.Means[s] = stats.None(stats.NotApplicable)
	}
	vpy := make([]float64, len(f.py))
	for t := range f.d.factors {
		for k, v := range f.d.factors[t].spread(f.py) {
			vpy[k] += theta[t] * v
		}
	}
	for k, s := range f.d.scale {
		if at := f.d.scales[s]; !f.Means[at].OK() {
			rest := f.d.y[k] - vpy[k] - theta[len(theta)-1]*f.py[k]
			f.Means[at] = stats.Of((raw[s] + rest) * f.table.Scales()[at].Step())
		}
	}
}

// Component returns the component of a term, or of the residual, by its name.
// It reports false where the term is not in the model.
func (f *Fit) Component(name string) (Component, bool) {
	if name == Residual && f.Reason == "" {
		return f.Residual, true
	}
	for _, c := range f.Components {
		if c.Name == name {
			return c, true
		}
	}
	return Component{}, false
}
