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
					c.Col, c.Y = append(c.Col, j), append(c.Y, float64(rng.IntN(5)))
					if trial%3 == 0 {
						c.Weight = append(c.Weight, 1+rng.Float64())
					}
				}
			}
			c.Start = append(c.Start, len(c.Col))
		}
		part, _ := c.parts()
		mean := c.rowMeans(c.Y)
		want := c.solveCols(part, mean)
		for j, x := range c.iterateCols(part, mean) {
			if math.Abs(x-want[j]) > 1e-6 {
				t.Fatalf("trial %d: column %d has %v, want %v", trial, j, x, want[j])
			}
		}
	}
}
