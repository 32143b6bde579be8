package variance

import (
	"math"

	"gonum.org/v1/gonum/mat"
)

// nonnegative returns the x ≥ 0 that minimises ½x'Hx − c'x for a positive
// definite H of order at most a handful. It tries the faces of the positive
// orthant, the inside first, for the one that meets the Kuhn-Tucker
// conditions, which is unique. It reports false where rounding hides it.
func nonnegative(h *mat.SymDense, c []float64) ([]float64, bool) {
	n := len(c)
	for face := 1<<n - 1; face >= 0; face-- {
		if x, ok := onFace(h, c, face); ok && meetsKuhnTucker(h, c, x, face) {
			return x, true
		}
	}
	return make([]float64, n), false
}

// onFace minimises with x zero outside the face, whose bits are the free
// variables. It reports false where some x is negative.
func onFace(h *mat.SymDense, c []float64, face int) ([]float64, bool) {
	x := make([]float64, len(c))
	var free []int
	for i := range c {
		if face&(1<<i) != 0 {
			free = append(free, i)
		}
	}
	if len(free) == 0 {
		return x, true
	}
	part, right := mat.NewSymDense(len(free), nil), mat.NewVecDense(len(free), nil)
	for i, from := range free {
		right.SetVec(i, c[from])
		for j, to := range free[:i+1] {
			part.SetSym(i, j, h.At(from, to))
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(part) {
		return x, false
	}
	_ = chol.SolveVecTo(right, right) // an error only warns of the condition
	for i, to := range free {
		x[to] = right.AtVec(i)
		if !(x[to] >= 0) {
			return x, false
		}
	}
	return x, true
}

// meetsKuhnTucker reports whether no variable outside the face would lower
// the form, up to rounding.
func meetsKuhnTucker(h *mat.SymDense, c, x []float64, face int) bool {
	for i := range c {
		if face&(1<<i) != 0 {
			continue
		}
		slope, size := -c[i], math.Abs(c[i])
		for j, v := range x {
			slope += h.At(i, j) * v
			size += math.Abs(h.At(i, j) * v)
		}
		if slope < -1e-10*size {
			return false
		}
	}
	return true
}
