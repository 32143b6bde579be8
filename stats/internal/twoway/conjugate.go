package twoway

import (
	"math"

	"gonum.org/v1/gonum/floats"
)

// The steps of iterateCols end where the residual is this part of the right
// side: sums of squares, which are least at the solution, are exact by then.
const (
	conjugateTolerance = 1e-8
	conjugateSteps     = 5000
)

// iterateCols is solveCols by conjugate gradients, preconditioned by the
// weights of the columns: a step takes the cells once (Golub & Van Loan 2013,
// algorithm 11.5.1). The equations are singular by one effect a part, and
// consistent, so that the steps stay where they have a solution.
func (c *Cells) iterateCols(part []int, rowMean []float64) []float64 {
	weights, r := make([]float64, c.Cols), make([]float64, c.Cols)
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			weights[c.Col[k]] += c.weight(k)
			r[c.Col[k]] += c.weight(k) * (c.Y[k] - rowMean[i])
		}
	}
	x, z, product := make([]float64, c.Cols), make([]float64, c.Cols), make([]float64, c.Cols)
	end := conjugateTolerance * floats.Norm(r, 2)
	floats.DivTo(z, r, weights)
	p := append([]float64(nil), z...)
	rz := floats.Dot(r, z)
	for range conjugateSteps {
		if floats.Norm(r, 2) <= end {
			break
		}
		c.reduced(p, product)
		step := rz / floats.Dot(p, product)
		if math.IsNaN(step) || math.IsInf(step, 0) {
			break
		}
		floats.AddScaled(x, step, p)
		floats.AddScaled(r, -step, product)
		floats.DivTo(z, r, weights)
		next := floats.Dot(r, z)
		floats.Scale(next/rz, p)
		floats.Add(p, z)
		rz = next
	}
	first := append([]float64(nil), x...)
	for col := range x {
		x[col] -= first[part[col]]
	}
	return x
}

// reduced sets out to the equations of the columns, rows eliminated, times x.
func (c *Cells) reduced(x, out []float64) {
	clear(out)
	for i := range c.Rows() {
		mean, total := 0.0, 0.0
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			mean += c.weight(k) * x[c.Col[k]]
			total += c.weight(k)
		}
		mean /= total
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			out[c.Col[k]] += c.weight(k) * (x[c.Col[k]] - mean)
		}
	}
}
