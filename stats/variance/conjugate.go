package variance

import "math"

// equations are the mixed-model equations of a design, one vector of effects a
// term.
type equations struct {
	d     *design
	ridge []float64 // θ_e/θ_t
	work  []float64 // one entry a rating
}

// The steps end where the residual is this part of the right side.
const (
	conjugateTolerance = 1e-6
	conjugateSteps     = 1000
)

// solve returns the effects by conjugate gradients, preconditioned by the
// diagonal (Golub & Van Loan 2013, algorithm 11.5.1).
func (e *equations) solve() (u [][]float64, steps int, ok bool) {
	right := e.transpose(e.d.y)
	u = e.vector()
	r := right
	z := e.precondition(r)
	p := e.copied(z)
	rz, first := dot(r, z), math.Sqrt(dot(right, right))
	for steps = range conjugateSteps {
		if math.Sqrt(dot(r, r)) <= conjugateTolerance*first {
			return u, steps, true
		}
		ap := e.product(p)
		step := rz / dot(p, ap)
		add(u, step, p)
		add(r, -step, ap)
		z = e.precondition(r)
		next := dot(r, z)
		for t := range p {
			for j := range p[t] {
				p[t][j] = z[t][j] + next/rz*p[t][j]
			}
		}
		rz = next
	}
	return u, steps, false
}

// in reports whether a term has effects.
func (e *equations) in(t int) bool { return !math.IsInf(e.ridge[t], 1) }

// predict sets out to M Z u.
func (e *equations) predict(u [][]float64, out []float64) {
	clear(out)
	for t := range u {
		if !e.in(t) {
			continue
		}
		for k, c := range e.d.factors[t].code {
			out[k] += u[t][c]
		}
	}
	e.d.less(out)
}

// transpose returns Z'v.
func (e *equations) transpose(v []float64) [][]float64 {
	out := e.vector()
	for t := range out {
		if e.in(t) {
			for k, c := range e.d.factors[t].code {
				out[t][c] += v[k]
			}
		}
	}
	return out
}

// product returns (Z'MZ + ridge) u.
func (e *equations) product(u [][]float64) [][]float64 {
	e.predict(u, e.work)
	out := e.transpose(e.work)
	for t := range out {
		if e.in(t) {
			for j := range out[t] {
				out[t][j] += e.ridge[t] * u[t][j]
			}
		}
	}
	return out
}

// precondition divides by the diagonal, the means left in.
func (e *equations) precondition(r [][]float64) [][]float64 {
	z := e.vector()
	for t := range z {
		if e.in(t) {
			for j, count := range e.d.factors[t].count {
				z[t][j] = r[t][j] / (count + e.ridge[t])
			}
		}
	}
	return z
}

func (e *equations) vector() [][]float64 {
	v := make([][]float64, len(e.d.factors))
	for t := range v {
		v[t] = make([]float64, len(e.d.factors[t].count))
	}
	return v
}

func (e *equations) copied(v [][]float64) [][]float64 {
	out := e.vector()
	for t := range v {
		copy(out[t], v[t])
	}
	return out
}

func dot(a, b [][]float64) (sum float64) {
	for t := range a {
		for j, v := range a[t] {
			sum += v * b[t][j]
		}
	}
	return sum
}

func add(to [][]float64, factor float64, v [][]float64) {
	for t := range to {
		for j := range to[t] {
			to[t][j] += factor * v[t][j]
		}
	}
}
