package twoway

import (
	"slices"

	"gonum.org/v1/gonum/mat"
)

// A Fit is the weighted least squares fit of row + column effects.
type Fit struct {
	RowSS   float64 // sum of squares of rows after columns
	RowDF   int
	ColSS   float64 // sum of squares of columns after rows
	ColDF   int
	Error   float64 // residual sum of squares
	ErrorDF int
	Parts   int // connected parts of the layout
	// Effects of rows and of columns. Within each part the first column (or,
	// where there are fewer rows than columns, the first row) has effect 0.
	Row, Col []float64
}

// LeastSquares fits row + column effects.
func (c *Cells) LeastSquares() Fit {
	if c.Rows() < c.Cols {
		f := c.Transpose().absorbRows()
		f.RowSS, f.ColSS = f.ColSS, f.RowSS
		f.RowDF, f.ColDF = f.ColDF, f.RowDF
		f.Row, f.Col = f.Col, f.Row
		return f
	}
	return c.absorbRows()
}

// ErrorDF returns the residual degrees of freedom of the fit, without fitting.
func (c *Cells) ErrorDF() int {
	_, parts := c.parts()
	return len(c.Y) - c.Rows() - c.Cols + parts
}

// RowError returns the weighted sum of squares within rows and its degrees of
// freedom.
func (c *Cells) RowError() (ss float64, df int) {
	mean := c.rowMeans(c.Y)
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			ss += c.weight(k) * square(c.Y[k]-mean[i])
		}
	}
	return ss, len(c.Y) - c.Rows()
}

// absorbRows solves the normal equations for the columns, rows eliminated.
func (c *Cells) absorbRows() Fit {
	part, parts := c.parts()
	f := Fit{Parts: parts, RowDF: c.Rows() - parts, ColDF: c.Cols - parts}
	f.ErrorDF = len(c.Y) - c.Rows() - c.Cols + parts

	rowMean, colMean := c.rowMeans(c.Y), c.colMeans()
	f.Col = c.solveCols(part, c.normal(rowMean))
	rest := make([]float64, len(c.Y))
	for k, col := range c.Col {
		rest[k] = c.Y[k] - f.Col[col]
	}
	f.Row = c.rowMeans(rest)
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			fit := f.Row[i] + f.Col[c.Col[k]]
			f.Error += c.weight(k) * square(c.Y[k]-fit)
			f.RowSS += c.weight(k) * square(fit-colMean[c.Col[k]])
			f.ColSS += c.weight(k) * square(fit-rowMean[i])
		}
	}
	return f
}

// maxDense is the most columns whose equations are solved by elimination; its
// work grows with their cube.
const maxDense = 300

// normal is the weight of each column and the right side of its equation, rows
// eliminated.
type normal struct{ weights, right []float64 }

func (c *Cells) normal(rowMean []float64) normal {
	n := normal{make([]float64, c.Cols), make([]float64, c.Cols)}
	for i := range c.Rows() {
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			n.weights[c.Col[k]] += c.weight(k)
			n.right[c.Col[k]] += c.weight(k) * (c.Y[k] - rowMean[i])
		}
	}
	return n
}

// solveCols returns the column effects, the first column of each part at 0.
func (c *Cells) solveCols(part []int32, n normal) []float64 {
	switch {
	case c.Cols == 0:
		return nil
	case c.Cols > maxDense:
		return c.iterateCols(part, n)
	}
	normal := mat.NewSymDense(c.Cols, nil)
	right := mat.NewVecDense(c.Cols, slices.Clone(n.right))
	a, b := normal.RawSymmetric(), right.RawVector().Data
	for i := range c.Rows() {
		from, to := c.Start[i], c.Start[i+1]
		total := 0.0
		for k := from; k < to; k++ {
			total += c.weight(k)
		}
		for k := from; k < to; k++ {
			row, w := a.Data[int(c.Col[k])*a.Stride:], c.weight(k)
			row[c.Col[k]] += w
			for l := k; l < to; l++ {
				row[c.Col[l]] -= w * c.weight(l) / total
			}
		}
	}
	for col, first := range part {
		if col == int(first) { // its effect is 0: take it out of the equations
			for other := range c.Cols {
				normal.SetSym(col, other, 0)
			}
			normal.SetSym(col, col, 1)
			b[col] = 0
		}
	}
	var factor mat.Cholesky
	factor.Factorize(normal)
	// A warning of poor conditioning still leaves the solution.
	_ = factor.SolveVecTo(right, right)
	return right.RawVector().Data
}

// rowMeans returns the weighted mean of y in each row.
func (c *Cells) rowMeans(y []float64) []float64 {
	mean := make([]float64, c.Rows())
	for i := range mean {
		total := 0.0
		for k := c.Start[i]; k < c.Start[i+1]; k++ {
			mean[i] += c.weight(k) * y[k]
			total += c.weight(k)
		}
		mean[i] /= total
	}
	return mean
}

// colMeans returns the weighted mean rating of each column.
func (c *Cells) colMeans() []float64 {
	mean, total := make([]float64, c.Cols), make([]float64, c.Cols)
	for k, col := range c.Col {
		mean[col] += c.weight(k) * c.Y[k]
		total[col] += c.weight(k)
	}
	for col := range mean {
		mean[col] /= total[col]
	}
	return mean
}

func square(x float64) float64 { return x * x }
