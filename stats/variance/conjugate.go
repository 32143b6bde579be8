package variance

import (
	"math"

	"github.com/cb401426/calibrate/stats/internal/conjugate"
)

// equations are the mixed-model equations of a design,
//
//	(Z'MZ + θ_e/θ) u = Z'My
//
// M taking out the mean of each scale. Their effects are one vector, term by
// term; a term whose component is 0 has none.
type equations struct {
	d        *design
	terms    []int     // those with effects
	offset   []int     // of their effects, and the end
	ridge    []float64 // θ_e/θ_t
	diagonal []float64 // the means left in
	work     []float64 // one entry a rating
}

// The steps end where the residual is this part of the right side.
const (
	conjugateTolerance = 1e-6
	conjugateSteps     = 1000
)

func newEquations(d *design, theta []float64) *equations {
	e := &equations{d: d, offset: []int{0}, work: make([]float64, len(d.y))}
	residual := theta[len(theta)-1]
	for t, f := range d.factors {
		ridge := residual / theta[t]
		if math.IsInf(ridge, 1) {
			continue
		}
		e.terms, e.ridge = append(e.terms, t), append(e.ridge, ridge)
		for _, count := range f.count {
			e.diagonal = append(e.diagonal, count+ridge)
		}
		e.offset = append(e.offset, len(e.diagonal))
	}
	return e
}

// solve returns the effects by conjugate gradients.
func (e *equations) solve() (u []float64, steps int, ok bool) {
	right := make([]float64, len(e.diagonal))
	u = make([]float64, len(e.diagonal))
	e.transpose(e.d.y, right)
	steps, ok = conjugate.System{Times: e.times, Diagonal: e.diagonal}.Solve(right, u, conjugateTolerance, conjugateSteps)
	return u, steps, ok
}

// predict sets out to M Z u.
func (e *equations) predict(u, out []float64) {
	clear(out)
	for at, t := range e.terms {
		effects := u[e.offset[at]:e.offset[at+1]]
		for k, c := range e.d.factors[t].code {
			out[k] += effects[c]
		}
	}
	e.d.less(out)
}

// transpose sets out to Z'v.
func (e *equations) transpose(v, out []float64) {
	clear(out)
	for at, t := range e.terms {
		effects := out[e.offset[at]:e.offset[at+1]]
		for k, c := range e.d.factors[t].code {
			effects[c] += v[k]
		}
	}
}

// times sets product to the equations times u.
func (e *equations) times(u, product []float64) {
	e.predict(u, e.work)
	e.transpose(e.work, product)
	for at, ridge := range e.ridge {
		for j := e.offset[at]; j < e.offset[at+1]; j++ {
			product[j] += ridge * u[j]
		}
	}
}
