package rasch

import (
	"context"
	"math"

	"gonum.org/v1/gonum/integrate/quad"
	"gonum.org/v1/gonum/mat"
)

// nodes is the number of points of the quadrature over each lesson, adapted to
// where its ratings put it (Naylor & Smith 1982).
const nodes = 21

// marginal is marginal maximum likelihood: the lessons are a sample from a
// normal distribution, and Newton's method runs on the likelihood from which
// they are integrated out. Its information is that of the complete data less
// what the missing lessons take from it (Louis 1982).
type marginal struct {
	*joint
	mean, logSD float64
	center, sdl []float64 // of each lesson, where it is
	b           *border   // and after it the mean and logSD
	gradient    []float64
	info        *mat.SymDense
	node, weigh []float64
	likelihood  float64
}

// newMarginal starts from a joint estimate.
func newMarginal(j *joint) *marginal {
	m := &marginal{joint: j, b: newBorder(j.parameters)}
	m.node, m.weigh = make([]float64, nodes), make([]float64, nodes)
	quad.Hermite{}.FixedLocations(m.node, m.weigh, math.Inf(-1), math.Inf(1))
	lessons := float64(j.offset[1])
	// A lesson at an end has run away under joint likelihood: begin nearer.
	m.center, m.sdl = make([]float64, j.offset[1]), make([]float64, j.offset[1])
	for l := range m.center {
		m.center[l] = max(-5, min(5, j.x[l]))
		m.mean += m.center[l] / lessons
	}
	sum := 0.0
	for l, v := range m.center {
		sum += (v - m.mean) * (v - m.mean) / lessons
		m.sdl[l] = 1 / math.Sqrt(j.diagonal[l]+1)
	}
	m.logSD = math.Log(math.Sqrt(sum) + 0.2)
	for l := range m.center {
		j.free[l] = false
	}
	return m
}

func (m *marginal) sd() float64 { return math.Exp(m.logSD) }

// worst returns the largest element of the gradient.
func (m *marginal) worst() float64 {
	worst := 0.0
	for _, g := range m.gradient {
		worst = max(worst, math.Abs(g))
	}
	return worst
}

// fit takes Newton steps until the gradient vanishes.
func (m *marginal) fit(ctx context.Context) (iterations int, converged bool, err error) {
	m.pass()
	for ; iterations < mostIterations; iterations++ {
		if err := ctx.Err(); err != nil {
			return iterations, false, err
		}
		if m.worst() < Tolerance || m.logSD < -7 {
			break
		}
		step, ok := m.step()
		if !ok {
			return iterations, false, nil
		}
		m.advance(step)
	}
	m.settle()
	return iterations, m.worst() < Tolerance, nil
}

// step solves for the Newton step; where the information is not positive it is
// made so by more of its diagonal.
func (m *marginal) step() (*mat.VecDense, bool) {
	size := m.b.size + 2
	gradient := mat.NewVecDense(size, m.gradient)
	for ridge := 0.0; ridge < 1e6; ridge = max(1e-3, 10*ridge) {
		info := mat.NewSymDense(size, nil)
		info.CopySym(m.info)
		for i := range size {
			info.SetSym(i, i, info.At(i, i)+ridge*math.Abs(info.At(i, i))+1e-12)
		}
		m.fix(info, 1)
		var factor mat.Cholesky
		if !factor.Factorize(info) {
			continue
		}
		step := mat.NewVecDense(size, nil)
		if factor.SolveVecTo(step, gradient) == nil {
			return step, true
		}
	}
	return nil, false
}

// fix adds the shifts of whole facets, which the mean takes up, to the
// information.
func (m *marginal) fix(info *mat.SymDense, sign float64) {
	for _, shift := range m.b.shifts(m.joint) {
		full := append(shift, 0, 0)
		info.SymRankOne(info, sign, mat.NewVecDense(len(full), full))
	}
}

// advance takes a step, halved until the likelihood rises.
func (m *marginal) advance(step *mat.VecDense) {
	longest := 0.0
	for i := range step.Len() {
		longest = max(longest, math.Abs(step.AtVec(i)))
	}
	scale := min(1, 1.5/longest)
	before := append([]float64(nil), m.x...)
	mean, logSD, likelihood := m.mean, m.logSD, m.likelihood
	for range 20 {
		for i, at := range m.b.index {
			if at >= 0 {
				m.x[i] = before[i] + scale*step.AtVec(at)
			}
		}
		m.mean = mean + scale*step.AtVec(m.b.size)
		m.logSD = logSD + scale*step.AtVec(m.b.size+1)
		if m.pass(); m.likelihood >= likelihood-1e-7*math.Abs(likelihood) {
			return
		}
		scale /= 2
	}
}

// settle centers the facets, and puts the lessons at their expectation.
func (m *marginal) settle() {
	for f := 1; f < len(m.o.codes); f++ {
		sum, n := 0.0, 0.0
		anchored := false
		for i := m.offset[f]; i < m.offset[f+1]; i++ {
			if m.b.index[i] >= 0 {
				sum += m.x[i]
				n++
			} else if m.residual != nil && m.x[i] != 0 {
				anchored = true
			}
		}
		if n == 0 || anchored {
			continue
		}
		for i := m.offset[f]; i < m.offset[f+1]; i++ {
			if m.b.index[i] >= 0 {
				m.x[i] -= sum / n
			}
		}
		m.mean -= sum / n
		for l := range m.center {
			m.center[l] -= sum / n
		}
	}
	m.pass()
	copy(m.x, m.center)
}

// pass computes likelihood, gradient and information, and moves each lesson's
// quadrature to where its ratings put it.
func (m *marginal) pass() {
	size := m.b.size + 2
	m.gradient, m.info, m.likelihood = make([]float64, size), mat.NewSymDense(size, nil), 0
	w := m.newLessonWork()
	for l := range m.center {
		if m.o.start[l+1] > m.o.start[l] {
			m.likelihood += m.lesson(l, w)
		}
	}
}

// precision inverts the information; a lesson's error is the standard deviation
// of where its ratings put it.
func (m *marginal) precision() *precision {
	p := &precision{se: make([]float64, len(m.x)), index: m.b.index}
	m.fix(m.info, 1)
	var factor mat.Cholesky
	covariance := mat.NewSymDense(m.b.size+2, nil)
	if !factor.Factorize(m.info) || factor.InverseTo(covariance) != nil {
		p.known = true
		return p
	}
	for _, shift := range m.b.shifts(m.joint) {
		full := append(shift, 0, 0)
		covariance.SymRankOne(covariance, -1, mat.NewVecDense(len(full), full))
	}
	p.covariance = covariance
	for i, at := range m.b.index {
		if at >= 0 {
			p.se[i] = math.Sqrt(max(covariance.At(at, at), 0))
		}
	}
	copy(p.se, m.sdl)
	return p
}
