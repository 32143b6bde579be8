package twoway

import (
	"slices"

	"gonum.org/v1/gonum/floats"
)

// Sums are the sums of squares of unweighted cells, each about its mean.
type Sums struct {
	Total      float64
	WithinRows float64
	WithinCols float64
	RowMean    []float64
}

// Sums adds up the squares, in two readings of the cells.
func (c *Cells) Sums() Sums {
	s := Sums{RowMean: make([]float64, c.Rows())}
	mean, n := floats.Sum(c.Y)/float64(len(c.Y)), make([]float64, c.Cols)
	sum := make([]float64, c.Cols)
	for i := range s.RowMean {
		from, to := c.Start[i], c.Start[i+1]
		row, cols := c.Y[from:to], c.Col[from:to]
		own := floats.Sum(row) / float64(len(row))
		s.RowMean[i] = own
		for k, col := range cols {
			y := row[k] - mean
			s.WithinRows += square(row[k] - own)
			s.Total += square(y)
			sum[col] += y
			n[col]++
		}
	}
	s.WithinCols = s.Total
	for col, v := range sum {
		if n[col] > 0 {
			s.WithinCols -= v * v / n[col]
		}
	}
	return s
}

// LeastSquares is the fit of row + column effects to the cells whose sums these
// are, without the effects. What it leaves is what the columns' effects do not
// take of the squares within rows; rows of the same columns, as those of the
// indicators of a lesson often are, are one to the equations.
func (s Sums) LeastSquares(c *Cells) Fit {
	m, mean := c, s.RowMean
	if c.repeats() {
		m = c.merged(s.RowMean)
		mean = make([]float64, m.Rows()) // taken out already
	}
	part, parts := m.parts()
	f := Fit{Parts: parts, RowDF: c.Rows() - parts, ColDF: c.Cols - parts}
	f.ErrorDF = len(c.Y) - c.Rows() - c.Cols + parts
	n := m.normal(mean)
	f.Error = max(0, s.WithinRows-floats.Dot(m.solveCols(part, n), n.right))
	f.RowSS, f.ColSS = max(0, s.WithinCols-f.Error), max(0, s.WithinRows-f.Error)
	return f
}

// repeats reports whether any row has the columns of the one before.
func (c *Cells) repeats() bool {
	for i := 1; i < c.Rows(); i++ {
		if slices.Equal(c.Col[c.Start[i-1]:c.Start[i]], c.Col[c.Start[i]:c.Start[i+1]]) {
			return true
		}
	}
	return false
}

// merged returns the cells less the means of their rows, rows that follow each
// other and have the same columns as one, of their mean ratings and weighted by
// their number. They stand in memory that c keeps for the next time.
func (c *Cells) merged(rowMean []float64) *Cells {
	if c.alike == nil {
		c.alike = &Cells{}
	}
	m := c.alike
	m.Cols, m.Start = c.Cols, append(m.Start[:0], 0)
	m.Col, m.Y, m.Weight = slices.Grow(m.Col[:0], len(c.Y)), slices.Grow(m.Y[:0], len(c.Y)), slices.Grow(m.Weight[:0], len(c.Y))
	for i := 0; i < c.Rows(); {
		from, to := c.Start[i], c.Start[i+1]
		base := len(m.Y)
		m.Col = append(m.Col, c.Col[from:to]...)
		m.Y, m.Weight = m.Y[:base+to-from], m.Weight[:base+to-from]
		mean, rows := m.Y[base:], 0
		clear(mean)
		for ; i < c.Rows() && slices.Equal(c.Col[c.Start[i]:c.Start[i+1]], c.Col[from:to]); i++ {
			for k, y := range c.Y[c.Start[i]:c.Start[i+1]] {
				mean[k] += y - rowMean[i]
			}
			rows++
		}
		for k := range mean {
			mean[k] /= float64(rows)
			m.Weight[base+k] = float64(rows)
		}
		m.Start = append(m.Start, len(m.Y))
	}
	return m
}
