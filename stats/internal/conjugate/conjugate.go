// Package conjugate solves large sparse equations by conjugate gradients. It is
// told how a matrix multiplies, not the matrix.
package conjugate

import "gonum.org/v1/gonum/floats"

// A System is a symmetric matrix A without negative eigenvalues.
type System struct {
	Times    func(v, product []float64) // sets product to Av
	Diagonal []float64                  // preconditions; what has 0 stays at 0
}

// Solve sets x to a solution of Ax = b, beginning at 0, until what is left of b
// is the part tolerance of it, in the norm of the preconditioner, or most steps
// are done. It returns the steps and whether the end was reached. A may be
// singular where b is in its range: x then stays where there is a solution.
//
// # References
//
// Golub, G. H., & Van Loan, C. F. (2013). Matrix computations (4th ed.). Johns
// Hopkins University Press. Algorithm 11.5.1.
func (s System) Solve(b, x []float64, tolerance float64, most int) (steps int, ok bool) {
	rest := append([]float64(nil), b...)
	z, direction, product := make([]float64, len(b)), make([]float64, len(b)), make([]float64, len(b))
	clear(x)
	first, old := 0.0, 0.0
	for steps = range most {
		for i, r := range rest {
			z[i] = 0
			if d := s.Diagonal[i]; d > 0 {
				z[i] = r / d
			}
		}
		rho := floats.Dot(rest, z)
		if steps == 0 {
			first = rho
			copy(direction, z)
		} else {
			floats.AddScaledTo(direction, z, rho/old, direction)
		}
		if rho <= tolerance*tolerance*first {
			return steps, true
		}
		s.Times(direction, product)
		curve := floats.Dot(direction, product)
		if !(curve > 0) {
			return steps, false
		}
		floats.AddScaled(x, rho/curve, direction)
		floats.AddScaled(rest, -rho/curve, product)
		old = rho
	}
	return most, false
}
