package variance

import (
	"context"
	"math"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// The iterations end where the step of every component is below tolerance of
// its error, or after maxIterations.
const (
	tolerance     = 1e-8
	maxIterations = 200
)

// An ascent climbs the restricted likelihood of a design
//
//	l(θ) = −½[(n−p) log 2π + log|V| + log|X'V⁻¹X| + y'Py]
//
// (Patterson & Thompson 1971) within θ ≥ floor.
type ascent struct {
	d     *design
	sys   system
	floor []float64

	theta      []float64
	likelihood float64
	forms      []float64     // ½ y'P V_t P y
	traces     []float64     // tr(P V_t), nil until they are known at theta
	score      []float64     // ∂l/∂θ
	average    *mat.SymDense // ½ y'P V_t P V_s P y, average information
	last       []float64     // the step that is too small to search along
	iterations int
	converged  bool
}

// residualFloor is the least residual variance, of the scores' mean square.
// On the floor it stands for zero.
const residualFloor = 1e-8

// newAscent starts an ascent at the components given, or near.
func newAscent(d *design, sys system, start []float64, square float64) *ascent {
	n := len(start)
	a := &ascent{d: d, sys: sys, theta: make([]float64, n), floor: make([]float64, n)}
	a.floor[n-1] = residualFloor * square
	for t := range start {
		a.theta[t] = max(start[t], square/100)
	}
	return a
}

// climb runs to convergence. Each step is the best one within the bounds for
// the quadratic model with the average information as curvature (Gilmour,
// Thompson & Cullis 1995, Biometrics 51, 1440-1450): its optimum may set
// components to zero and bring them back, and it is an ascent direction, so
// that halving it always finds a higher likelihood. Where no step is left the
// score of every zero component is negative: the Kuhn-Tucker conditions.
func (a *ascent) climb(ctx context.Context) error {
	if !a.move(a.theta) {
		return nil
	}
	for a.iterations < maxIterations {
		if err := ctx.Err(); err != nil {
			return err
		}
		a.differentiate()
		step, ok := a.step()
		if !ok {
			return nil
		}
		a.iterations++
		if a.small(step, tolerance) {
			a.last, a.converged = step, true
			return nil
		}
		if !a.search(step) {
			// Rounding of the likelihood hides what a small step gains.
			if a.small(step, 1e-4) {
				a.last, a.converged = step, true
			}
			return nil
		}
	}
	return nil
}

// move goes to theta and computes the likelihood there.
func (a *ascent) move(theta []float64) bool {
	likelihood, ok := a.evaluate(theta)
	if ok {
		a.theta, a.likelihood = theta, likelihood
	}
	return ok
}

// evaluate returns l(theta).
func (a *ascent) evaluate(theta []float64) (float64, bool) {
	if !a.sys.factor(theta) {
		return 0, false
	}
	form := floats.Dot(a.d.y, a.sys.project(a.d.y))
	free := float64(len(a.d.y) - len(a.d.scales))
	l := -(free*math.Log(2*math.Pi) + a.sys.logDet() + form) / 2
	return l, !math.IsNaN(l)
}

// differentiate computes the score and the average information at theta.
func (a *ascent) differentiate() {
	n := len(a.theta)
	py := a.sys.project(a.d.y)
	working, projected := make([][]float64, n), make([][]float64, n)
	for t := range n {
		working[t] = py
		if t < n-1 {
			working[t] = a.d.factors[t].spread(py)
		}
		projected[t] = a.sys.project(working[t])
	}
	a.traces = a.sys.traces()
	a.score, a.forms = make([]float64, n), make([]float64, n)
	a.average = mat.NewSymDense(n, nil)
	for t := range n {
		a.forms[t] = floats.Dot(py, working[t]) / 2
		a.score[t] = a.forms[t] - a.traces[t]/2
		for s := range t + 1 {
			a.average.SetSym(t, s, floats.Dot(working[t], projected[s])/2)
		}
		a.average.SetSym(t, t, max(a.average.At(t, t), a.least(t)))
	}
}

// least returns a lower bound for the curvature of a component, for data in
// which its average information vanishes: a part of tr(PV_t)²/2q_t, which is
// never above the expected information.
func (a *ascent) least(t int) float64 {
	return a.traces[t] * a.traces[t] / (40 * a.levels(t))
}

// levels returns the number of effects of a component.
func (a *ascent) levels(t int) float64 {
	if t < len(a.d.factors) {
		return float64(len(a.d.factors[t].count))
	}
	return float64(len(a.d.y) - len(a.d.scales))
}

// step returns the best step of the quadratic model within the bounds.
func (a *ascent) step() ([]float64, bool) {
	n := len(a.theta)
	h, c := mat.NewSymDense(n, nil), make([]float64, n)
	unit := make([]float64, n)
	for t := range n {
		unit[t] = 1 / math.Sqrt(a.average.At(t, t))
	}
	for t := range n {
		c[t] = a.score[t] * unit[t]
		for s := range n {
			v := a.average.At(t, s) * unit[t] * unit[s]
			c[t] += v * (a.theta[s] - a.floor[s]) / unit[s]
			if s <= t {
				h.SetSym(t, s, v)
			}
		}
		h.SetSym(t, t, h.At(t, t)*(1+1e-12))
	}
	x, ok := nonnegative(h, c)
	for t := range x {
		x[t] = x[t]*unit[t] + a.floor[t] - a.theta[t]
	}
	return x, ok
}

// small reports whether a step is below a part of the components' errors.
func (a *ascent) small(step []float64, part float64) bool {
	for t, d := range step {
		if math.Abs(d)*math.Sqrt(a.average.At(t, t)) > part {
			return false
		}
	}
	return true
}

// search halves the step until the likelihood grows, up to rounding.
func (a *ascent) search(step []float64) bool {
	gain := floats.Dot(a.score, step)
	for rate := 1.0; rate > 1e-6; rate /= 2 {
		theta := make([]float64, len(step))
		for t := range theta {
			theta[t] = max(a.floor[t], a.theta[t]+rate*step[t])
		}
		l, ok := a.evaluate(theta)
		if ok && l >= a.likelihood+1e-4*rate*gain-1e-11*math.Abs(a.likelihood) {
			a.theta, a.likelihood, a.traces = theta, l, nil
			return true
		}
	}
	return false
}
