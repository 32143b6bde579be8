package twoway

import "github.com/cb401426/calibrate/stats/internal/conjugate"

// The steps of iterateCols end where the residual is this part of the right
// side: sums of squares, which are least at the solution, are exact by then.
const (
	conjugateTolerance = 1e-8
	conjugateSteps     = 5000
)

// iterateCols is solveCols by conjugate gradients, preconditioned by the
// weights of the columns: a step takes the cells once. The equations are
// singular by one effect a part, and consistent.
func (c *Cells) iterateCols(part []int32, n normal) []float64 {
	x := make([]float64, c.Cols)
	conjugate.System{Times: c.reduced, Diagonal: n.weights}.Solve(n.right, x, conjugateTolerance, conjugateSteps)
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
		from, to := c.Start[i], c.Start[i+1]
		cols := c.Col[from:to]
		if c.Weight == nil {
			mean := 0.0
			for _, col := range cols {
				mean += x[col]
			}
			mean /= float64(len(cols))
			for _, col := range cols {
				out[col] += x[col] - mean
			}
			continue
		}
		weights := c.Weight[from:to]
		weights = weights[:len(cols)]
		mean, total := 0.0, 0.0
		for k, col := range cols {
			mean += weights[k] * x[col]
			total += weights[k]
		}
		mean /= total
		for k, col := range cols {
			out[col] += weights[k] * (x[col] - mean)
		}
	}
}
