package twoway_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"gonum.org/v1/gonum/mat"

	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/internal/twoway"
	"github.com/cb401426/calibrate/stats/rating"
)

// residual returns the weighted residual sum of squares on dummy variables by
// the QR decomposition of a full-rank subset of them, found by pivoting.
func residual(c *twoway.Cells, rows, cols bool) float64 {
	n := len(c.Y)
	x := mat.NewDense(n, c.Rows()+c.Cols, nil)
	y := mat.NewVecDense(n, nil)
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			w := 1.0
			if c.Weight != nil {
				w = math.Sqrt(c.Weight[k])
			}
			y.SetVec(k, w*c.Y[k])
			if rows {
				x.Set(k, i, w)
			}
			if cols {
				x.Set(k, c.Rows()+int(c.Col[k]), w)
			}
		}
	}
	var svd mat.SVD
	svd.Factorize(x, mat.SVDThin)
	var u mat.Dense
	svd.UTo(&u)
	ss := mat.Dot(y, y)
	for j, s := range svd.Values(nil) {
		if s > 1e-9 {
			ss -= math.Pow(mat.Dot(u.ColView(j), y), 2)
		}
	}
	return ss
}

// gappy returns rows × cols random ratings, some missing, in two parts that
// share no column where split.
func gappy(rng *rand.Rand, rows, cols int, split bool) *rating.Matrix {
	x := make([][]float64, rows)
	for i := range x {
		x[i] = make([]float64, cols)
		for j := range x[i] {
			x[i][j] = float64(1 + rng.IntN(5))
			apart := split && (i < rows/2) != (j < cols/2)
			if apart || rng.IntN(4) == 0 {
				x[i][j] = math.NaN()
			}
		}
	}
	return rating.NewMatrix(x, 1, 2, 3, 4, 5)
}

func TestLeastSquaresAgainstSVD(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for trial := range 40 {
		m := gappy(rng, 4+rng.IntN(8), 4+rng.IntN(8), trial%3 == 0)
		c := twoway.Of(m)
		if trial%2 == 0 {
			for range c.Y {
				c.Weight = append(c.Weight, 0.5+rng.Float64())
			}
		}
		got := c.LeastSquares()
		both := residual(c, true, true)
		for what, pair := range map[string][2]float64{
			"residual": {got.Error, both},
			"rows":     {got.RowSS, residual(c, false, true) - both},
			"columns":  {got.ColSS, residual(c, true, false) - both},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-8 {
				t.Errorf("trial %d: %s = %v, want %v", trial, what, pair[0], pair[1])
			}
		}
		ss, df := c.RowError()
		if within := got.ColSS + got.Error; math.Abs(ss-within) > 1e-9 || df != got.ColDF+got.ErrorDF {
			t.Errorf("trial %d: %v within rows on %d, want %v", trial, ss, df, within)
		}
		if df := c.ErrorDF(); df != got.ErrorDF {
			t.Errorf("trial %d: %d degrees of freedom, want %d", trial, df, got.ErrorDF)
		}
		if trial%3 == 0 && got.Parts < 2 {
			t.Errorf("trial %d: %d parts, want two", trial, got.Parts)
		}
		if df := got.RowDF + c.Cols + got.ErrorDF; df != len(c.Y) {
			t.Errorf("trial %d: degrees of freedom add up to %d of %d", trial, df, len(c.Y))
		}
	}
}

// Complete data: Shrout & Fleiss 1979, Table 3, mean squares 11.24
// between targets, 32.49 between judges, 1.02 residual.
func TestLeastSquaresComplete(t *testing.T) {
	c := twoway.Of(ref.Matrix(t, "shrout-fleiss-1979"))
	got := c.LeastSquares()
	if !c.Complete() || got.Parts != 1 {
		t.Fatalf("complete %v, %d parts", c.Complete(), got.Parts)
	}
	for what, pair := range map[string][2]float64{
		"targets":  {got.RowSS / float64(got.RowDF), 11.24},
		"judges":   {got.ColSS / float64(got.ColDF), 32.49},
		"residual": {got.Error / float64(got.ErrorDF), 1.02},
	} {
		if math.Abs(pair[0]-pair[1]) > .005 {
			t.Errorf("%s: mean square %v, want %v", what, pair[0], pair[1])
		}
	}
}

func TestTransposeTwiceIsTheSame(t *testing.T) {
	c := twoway.Of(gappy(rand.New(rand.NewPCG(3, 4)), 9, 5, false))
	d := c.Transpose().Transpose()
	for k := range c.Y {
		if c.Col[k] != d.Col[k] || c.Y[k] != d.Y[k] {
			t.Fatalf("cell %d differs", k)
		}
	}
}

func BenchmarkLeastSquares(b *testing.B) {
	c := twoway.Of(ref.Matrix(b, "sparse"))
	for b.Loop() {
		c.LeastSquares()
	}
}
