package variance

import (
	"slices"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
)

// scaled adds the means of further scales to a system with one mean. With X
// their columns and P the system's, it has
//
//	P − PX(X'PX)⁻¹X'P.
type scaled struct {
	system
	d    *design
	x    [][]float64 // the ratings on each scale but the first
	px   [][]float64
	chol mat.Cholesky // of X'PX
}

// newScaled returns the system with the means of all scales of its design.
func newScaled(d *design, s system) system {
	if len(d.scales) == 1 {
		return s
	}
	out := &scaled{system: s, d: d}
	for scale := 1; scale < len(d.scales); scale++ {
		x := make([]float64, len(d.y))
		for k := range x {
			if int(d.scale[k]) == scale {
				x[k] = 1
			}
		}
		out.x = append(out.x, x)
	}
	return out
}

func (s *scaled) factor(theta []float64) bool {
	if !s.system.factor(theta) {
		return false
	}
	n := len(s.x)
	s.px = make([][]float64, n)
	xpx := mat.NewSymDense(n, nil)
	for i := range n {
		s.px[i] = s.system.project(s.x[i])
		for j := range i + 1 {
			xpx.SetSym(i, j, floats.Dot(s.x[j], s.px[i]))
		}
	}
	return s.chol.Factorize(xpx)
}

func (s *scaled) logDet() float64 { return s.system.logDet() + s.chol.LogDet() }

func (s *scaled) project(v []float64) []float64 {
	out := s.system.project(v)
	b := mat.NewVecDense(len(s.x), nil)
	for i, px := range s.px {
		b.SetVec(i, floats.Dot(px, v))
	}
	_ = s.chol.SolveVecTo(b, b) // an error only warns of the condition
	for i, px := range s.px {
		floats.AddScaled(out, -b.AtVec(i), px)
	}
	return out
}

func (s *scaled) traces() []float64 {
	traces := s.system.traces()
	for t := range s.d.factors {
		for _, h := range s.taken(t) {
			traces[t] -= h
		}
	}
	last := len(traces) - 1
	for _, px := range s.root(s.px) {
		traces[last] -= floats.Dot(px, px)
	}
	return traces
}

func (s *scaled) leverage(t int) []float64 {
	h := s.system.leverage(t)
	floats.Sub(h, s.taken(t))
	return h
}

// taken returns the diagonal of Z_t'PX(X'PX)⁻¹X'PZ_t.
func (s *scaled) taken(t int) []float64 {
	sums := make([][]float64, len(s.px))
	for i, px := range s.px {
		sums[i] = s.d.factors[t].sums(px)
	}
	h := make([]float64, len(s.d.factors[t].count))
	for _, row := range s.root(sums) {
		for j, v := range row {
			h[j] += v * v
		}
	}
	return h
}

// root returns L⁻¹ of rows, for X'PX = LL'.
func (s *scaled) root(rows [][]float64) [][]float64 {
	var l mat.TriDense
	s.chol.LTo(&l)
	out := make([][]float64, len(rows))
	for i, row := range rows {
		out[i] = slices.Clone(row)
		for j := range i {
			floats.AddScaled(out[i], -l.At(i, j), out[j])
		}
		floats.Scale(1/l.At(i, i), out[i])
	}
	return out
}
