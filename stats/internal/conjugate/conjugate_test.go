package conjugate_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"github.com/cb401426/calibrate/stats/internal/conjugate"
)

// The solution is that of elimination, and as many steps are enough as there
// are unknowns.
func TestSolve(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for n := 1; n < 20; n++ {
		a, b := positive(n, rng), make([]float64, n)
		for i := range b {
			b[i] = rng.NormFloat64()
		}
		var want mat.VecDense
		if err := want.SolveVec(a, mat.NewVecDense(n, b)); err != nil {
			t.Fatal(err)
		}
		x := make([]float64, n)
		steps, ok := system(a).Solve(b, x, 1e-12, 3*n)
		if !ok || steps == 0 {
			t.Fatalf("%d unknowns: %d steps, %v", n, steps, ok)
		}
		for i := range x {
			if math.Abs(x[i]-want.AtVec(i)) > 1e-8 {
				t.Errorf("%d unknowns: x[%d] = %v, want %v", n, i, x[i], want.AtVec(i))
			}
		}
	}
}

// A singular system that has solutions is solved; one that has none is not said
// to be.
func TestSingular(t *testing.T) {
	a := mat.NewSymDense(3, []float64{2, -1, -1, -1, 2, -1, -1, -1, 2})
	x := make([]float64, 3)
	if _, ok := system(a).Solve([]float64{1, -1, 0}, x, 1e-12, 10); !ok || math.Abs(3*(x[0]-x[1])-2) > 1e-9 {
		t.Errorf("x = %v, want differences of 2/3", x)
	}
	if _, ok := system(a).Solve([]float64{1, 1, 1}, x, 1e-12, 10); ok {
		t.Errorf("a system without a solution is solved: %v", x)
	}
	if steps, ok := system(a).Solve(make([]float64, 3), x, 1e-12, 10); !ok || steps != 0 {
		t.Errorf("nothing to solve takes %d steps, %v", steps, ok)
	}
}

// What has no place on the diagonal stays at 0.
func TestLeftOut(t *testing.T) {
	a := mat.NewSymDense(2, []float64{4, 0, 0, 0})
	x := []float64{7, 7}
	if _, ok := system(a).Solve([]float64{2, 0}, x, 1e-12, 10); !ok || x[0] != 0.5 || x[1] != 0 {
		t.Errorf("x = %v", x)
	}
}

func system(a *mat.SymDense) conjugate.System {
	n := a.SymmetricDim()
	s := conjugate.System{Diagonal: make([]float64, n)}
	for i := range n {
		s.Diagonal[i] = a.At(i, i)
	}
	s.Times = func(v, product []float64) {
		mat.NewVecDense(n, product).MulVec(a, mat.NewVecDense(n, v))
	}
	return s
}

// positive returns a random positive definite matrix.
func positive(n int, rng *rand.Rand) *mat.SymDense {
	a := mat.NewSymDense(n, nil)
	for range 2 * n {
		v := mat.NewVecDense(n, nil)
		for i := range n {
			v.SetVec(i, rng.NormFloat64())
		}
		a.SymRankOne(a, 1, v)
	}
	return a
}
