package icc

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/floats"
	"gonum.org/v1/gonum/mat"
	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/internal/twoway"
)

// On complete data Henderson's method III is the mean squares.
func TestHendersonOnCompleteData(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 50 {
		c := simulated(rng, 3+rng.IntN(12), 3+rng.IntN(12), 1, .5, 1, 0)
		want := newSquares(c, c.Sums()).twoWay()
		got := henderson(c, c.Sums().LeastSquares(c))
		for what, pair := range map[string][2]float64{
			"item": {got.Item, want.Item}, "rater": {got.Rater, want.Rater}, "residual": {got.Residual, want.Residual},
		} {
			if math.Abs(pair[0]-max(0, pair[1])) > 1e-9 {
				t.Errorf("%s %v, want %v", what, pair[0], pair[1])
			}
		}
	}
}

// On data with gaps, uneven shares of raters among them, it has no bias and an
// error at most a half more than that of the likelihood.
func TestHendersonBesideTheLikelihood(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const item, rater, residual = 1, .3, .5
	var moments, likelihood []float64
	for range 60 {
		c := uneven(rng, 300, 40, item, rater, residual)
		of := func(v Components) float64 { return v.Item / (v.Item + v.Rater + v.Residual) }
		moments = append(moments, of(henderson(c, c.Sums().LeastSquares(c))))
		likelihood = append(likelihood, of(reml(c, Components{1, 1, 1}, coarse)))
	}
	want := item / (item + rater + residual)
	mean, sd := stat.MeanStdDev(moments, nil)
	if math.Abs(mean-want) > 3*sd/math.Sqrt(60)+.005 {
		t.Errorf("mean %.4f, want %.4f", mean, want)
	}
	if _, least := stat.MeanStdDev(likelihood, nil); sd > 1.75*least {
		t.Errorf("error %.4f, the likelihood's is %.4f", sd, least)
	}
}

// The likelihood of one-way data is highest where the dense one is.
func TestOneWayAgainstTheDenseLikelihood(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 5))
	for range 25 {
		c := simulated(rng, 8, 6, float64(rng.IntN(3)), 0, 1, .4)
		got, why := oneWayOf(c, c.Sums())
		if why != "" {
			t.Fatal(why)
		}
		gamma := got.Item / got.Residual
		at := denseOneWay(c, gamma)
		for _, other := range []float64{0, gamma / 2, .99 * gamma, 1.01 * gamma, gamma + .01, gamma + 1, 50} {
			if denseOneWay(c, other) < at-1e-10 {
				t.Errorf("γ = %v, yet %v is more likely", gamma, other)
			}
		}
	}
}

// denseOneWay is −2 log L at γ, and a constant, from the whole matrix V.
func denseOneWay(c *twoway.Cells, gamma float64) float64 {
	n := len(c.Y)
	v := mat.NewSymDense(n, nil)
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			for l := k; l < c.Start[i+1]; l++ {
				v.SetSym(k, l, gamma)
			}
			v.SetSym(k, k, 1+gamma)
		}
	}
	var factor mat.Cholesky
	factor.Factorize(v)
	one, y := mat.NewVecDense(n, nil), mat.NewVecDense(n, c.Y)
	for k := range n {
		one.SetVec(k, 1)
	}
	var vOne, vY mat.VecDense
	_ = factor.SolveVecTo(&vOne, one)
	_ = factor.SolveVecTo(&vY, y)
	ones := mat.Dot(one, &vOne)
	ypy := mat.Dot(y, &vY) - square(mat.Dot(one, &vY))/ones
	return factor.LogDet() + math.Log(ones) + float64(n-1)*math.Log(ypy)
}

// Beyond the likelihood's reach the coefficients stand near it, errors too.
func TestICCBeyondTheLikelihood(t *testing.T) {
	m := ref.Matrix(t, "sparse")
	near, far := Prepare(m), Prepare(m)
	if !near.likely {
		t.Fatal("38 raters are too many")
	}
	far.likely = false
	c := twoway.Of(m)
	far.layouts = far.decompose(c, c.Sums())
	for _, c := range forms {
		a, b := near.value(c).Or(9), far.value(c).Or(9)
		if math.Abs(a-b) > .05 {
			t.Errorf("%v: %.3f by the likelihood, %.3f by moments", c, a, b)
		}
	}
	rng := rand.New(rand.NewPCG(4, 4))
	c = uneven(rng, 400, 320, 1, .3, .5)
	if likely(c) {
		t.Error("320 raters are within reach")
	}
	v, why := (&Data{}).gappy(c, c.Sums(), Components{})
	if why != "" || math.Abs(v.Residual-.5) > .1 {
		t.Errorf("components %+v %s", v, why)
	}
}

// uneven returns cells whose raters have shares as 1, 1/2, 1/3 …
func uneven(rng *rand.Rand, rows, cols int, item, rater, residual float64) *twoway.Cells {
	c := &twoway.Cells{Start: []int{0}, Cols: cols}
	severity, shares := make([]float64, cols), make([]float64, cols)
	for j := range cols {
		severity[j] = math.Sqrt(rater) * rng.NormFloat64()
		shares[j] = 1 / float64(1+j)
	}
	floats.CumSum(shares, shares)
	for i := range rows {
		level := math.Sqrt(item) * rng.NormFloat64()
		rated := make([]bool, cols)
		rated[i%cols] = true
		for range 8 {
			x := rng.Float64() * shares[cols-1]
			rated[floats.Within(append([]float64{0}, shares...), x)] = true
		}
		for j, yes := range rated {
			if yes {
				c.Col, c.Y = append(c.Col, int32(j)), append(c.Y, level+severity[j]+math.Sqrt(residual)*rng.NormFloat64())
			}
		}
		c.Start = append(c.Start, len(c.Y))
	}
	return c
}
