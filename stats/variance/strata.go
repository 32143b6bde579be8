package variance

import (
	"math"

	"gonum.org/v1/gonum/mat"

	"github.com/cb401426/calibrate/stats"
)

// strata holds the components' sampling distribution as independent mean
// squares, as a balanced analysis of variance has them.
//
// With Σ the inverse information, in the order main effects, interactions,
// residual, Σ = U D U' with U unit upper triangular. On complete data that are
// balanced the elements of U⁻¹θ are the expected mean squares, each over the
// number of ratings of its effects, the coefficients of U those of the ANOVA
// estimators, and 2(U⁻¹θ)²/D the degrees of freedom, all exactly. Elsewhere
// they are Satterthwaite's match of two moments to the REML information.
type strata struct {
	sigma  *mat.SymDense
	u      *mat.Dense
	square []float64 // observed mean squares
	df     []float64
	draws  [][]float64 // pivotal draws of the components, lazily
}

// strataOf returns the strata at the end of an ascent, or nil where the
// information is singular. Zero components step once to where the likelihood
// would be highest without the bound.
func strataOf(info *mat.SymDense, a *ascent) *strata {
	if info == nil {
		return nil
	}
	sigma, ok := invert(info)
	if !ok {
		return nil
	}
	var step mat.VecDense
	step.MulVec(sigma, mat.NewVecDense(len(a.score), a.score))
	unbounded := make([]float64, len(a.theta))
	for t := range unbounded {
		unbounded[t] = a.theta[t] + step.AtVec(t)
	}
	return newStrata(sigma, a.theta, unbounded)
}

// newStrata returns the strata of components with the covariance sigma of their
// estimates, or nil where it is singular. The estimates without the bound give
// the observed mean squares, exactly where balanced. One that is smaller than a
// zero component lets it be is raised to what is expected: no interval ends at
// zero.
func newStrata(sigma *mat.SymDense, theta, unbounded []float64) *strata {
	n := sigma.SymmetricDim()
	s := &strata{sigma: sigma, square: make([]float64, n), df: make([]float64, n)}
	var d []float64
	if s.u, d = upper(sigma); s.u == nil {
		return nil
	}
	for t := n - 1; t >= 0; t-- { // back substitution of U
		expected, observed := theta[t], unbounded[t]
		for j := t + 1; j < n; j++ {
			expected -= s.u.At(t, j) * s.df[j]
			observed -= s.u.At(t, j) * s.square[j]
		}
		s.df[t], s.square[t] = expected, observed
	}
	for t, expected := range s.df {
		// A mean square has a degree of freedom at least; far from
		// balance these need not.
		expected = max(expected, math.Sqrt(d[t]/2))
		s.df[t] = min(2*expected*expected/d[t], 1e6)
		s.square[t] = max(s.square[t], expected)
	}
	return s
}

// invert returns the inverse of an information, computed as correlations.
func invert(info *mat.SymDense) (*mat.SymDense, bool) {
	n := info.SymmetricDim()
	unit := make([]float64, n)
	for t := range unit {
		if !(info.At(t, t) > 0) {
			return nil, false
		}
		unit[t] = 1 / math.Sqrt(info.At(t, t))
	}
	scaled := mat.NewSymDense(n, nil)
	for t := range n {
		for s := range t + 1 {
			scaled.SetSym(t, s, info.At(t, s)*unit[t]*unit[s])
		}
	}
	var chol mat.Cholesky
	if !chol.Factorize(scaled) || chol.Cond() > 1e10 {
		return nil, false
	}
	_ = chol.InverseTo(scaled) // an error only warns of the condition
	for t := range n {
		for s := range t + 1 {
			scaled.SetSym(t, s, scaled.At(t, s)*unit[t]*unit[s])
		}
	}
	return scaled, true
}

// upper returns U and D of Σ = U D U'.
func upper(sigma *mat.SymDense) (*mat.Dense, []float64) {
	n := sigma.SymmetricDim()
	left := mat.DenseCopyOf(sigma)
	u, d := mat.NewDense(n, n, nil), make([]float64, n)
	for j := n - 1; j >= 0; j-- {
		d[j] = left.At(j, j)
		if !(d[j] > 0) {
			return nil, nil
		}
		for t := range j + 1 {
			u.Set(t, j, left.At(t, j)/d[j])
		}
		for t := range j {
			for s := range j {
				left.Set(t, s, left.At(t, s)-u.At(t, j)*u.At(s, j)*d[j])
			}
		}
	}
	return u, d
}

// se returns the standard error of component t.
func (s *strata) se(t int) stats.Number {
	if s == nil {
		return stats.None(stats.Unstable)
	}
	return stats.Of(math.Sqrt(s.sigma.At(t, t)))
}
