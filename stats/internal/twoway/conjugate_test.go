package twoway

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The two ways to solve for the columns agree, weights, gaps and separate parts
// included.
func TestIteratedColumns(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 9))
	for trial := range 30 {
		c := &Cells{Start: []int{0}, Cols: 24}
		for i := range 60 {
			for j := range c.Cols {
				apart := trial%2 == 0 && (i < 30) != (j < 12)
				if !apart && (i%c.Cols == j || rng.IntN(5) == 0) {
					c.Col, c.Y = append(c.Col, int32(j)), append(c.Y, float64(rng.IntN(5)))
					if trial%3 == 0 {
						c.Weight = append(c.Weight, 1+rng.Float64())
					}
				}
			}
			c.Start = append(c.Start, len(c.Col))
		}
		part, _ := c.parts()
		mean := c.rowMeans(c.Y)
		want := c.solveCols(part, c.normal(mean))
		for j, x := range c.iterateCols(part, c.normal(mean)) {
			if math.Abs(x-want[j]) > 1e-6 {
				t.Fatalf("trial %d: column %d has %v, want %v", trial, j, x, want[j])
			}
		}
	}
}

// The sums of squares are those of the fit, also where rows that follow each
// other have the same columns.
func TestSums(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	for trial := range 40 {
		c := &Cells{Start: []int{0}, Cols: 9}
		for i := range 30 {
			var cols []int32
			for j := range c.Cols {
				if i%c.Cols == j || rng.IntN(3) == 0 {
					cols = append(cols, int32(j))
				}
			}
			for range 1 + trial%4 {
				for _, j := range cols {
					c.Col, c.Y = append(c.Col, j), append(c.Y, 1e4+float64(rng.IntN(5)))
				}
				c.Start = append(c.Start, len(c.Col))
			}
		}
		sums, want := c.Sums(), c.LeastSquares()
		got := sums.LeastSquares(c)
		within, _ := c.RowError()
		for what, pair := range map[string][2]float64{
			"within rows": {sums.WithinRows, within}, "error": {got.Error, want.Error},
			"rows": {got.RowSS, want.RowSS}, "columns": {got.ColSS, want.ColSS},
			"df":    {float64(got.ErrorDF), float64(want.ErrorDF)},
			"parts": {float64(got.Parts), float64(want.Parts)},
		} {
			if math.Abs(pair[0]-pair[1]) > 1e-9*sums.Total {
				t.Fatalf("trial %d: %s %v, want %v", trial, what, pair[0], pair[1])
			}
		}
	}
}
