package icc

import (
	"math"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/twoway"
)

// Components are the variances of score = mean + item + rater + residual. In
// the one-way layout Rater is 0 and Residual holds all within items.
type Components struct {
	Item, Rater, Residual float64
}

// Squares is the analysis of variance of complete data: n items × k raters.
type Squares struct {
	Items, Raters int
	// Mean squares of items, raters, residual, and within items.
	MSR, MSC, MSE, MSW float64
}

// negligible is the part of the total sum of squares that is rounding noise.
const negligible = 1e-12

// newSquares returns the mean squares of complete cells, n, k ≥ 2. A sum of
// squares that is rounding noise is 0.
func newSquares(c *twoway.Cells) Squares {
	n, k := c.Rows(), c.Cols
	rows, cols := make([]float64, n), make([]float64, k)
	for i := range n {
		for j := range k {
			y := c.Y[c.Start[i]+j]
			rows[i] += y / float64(k)
			cols[j] += y / float64(n)
		}
	}
	mean := stat.Mean(rows, nil)
	var within, residual, total float64
	for i := range n {
		for j := range k {
			y := c.Y[c.Start[i]+j]
			within += square(y - rows[i])
			residual += square(y - rows[i] - cols[j] + mean)
			total += square(y - mean)
		}
	}
	clean := func(ss float64) float64 {
		if ss <= negligible*total {
			return 0
		}
		return ss
	}
	fn, fk := float64(n), float64(k)
	return Squares{
		Items: n, Raters: k,
		MSR: clean(fk*stat.Variance(rows, nil)*(fn-1)) / (fn - 1),
		MSC: clean(fn*stat.Variance(cols, nil)*(fk-1)) / (fk - 1),
		MSE: clean(residual) / ((fn - 1) * (fk - 1)),
		MSW: clean(within) / (fn * (fk - 1)),
	}
}

// twoWay returns the components of item + rater + residual. McGraw & Wong
// 1996, Table 3.
func (s Squares) twoWay() Components {
	return Components{
		Item:     (s.MSR - s.MSE) / float64(s.Raters),
		Rater:    (s.MSC - s.MSE) / float64(s.Items),
		Residual: s.MSE,
	}
}

// oneWay returns the components of item + residual.
func (s Squares) oneWay() Components {
	return Components{Item: (s.MSR - s.MSW) / float64(s.Raters), Residual: s.MSW}
}

// gappy returns the components of item + rater + residual of cells with gaps
// by restricted maximum likelihood, or why there are none. Those of a replicate
// are searched from start, the data's own; the data's own have a start of 0.
func gappy(c *twoway.Cells, start Components) (Components, stats.Reason) {
	rounding := negligible * sumOfSquares(c.Y)
	if c.ErrorDF() == 0 {
		return Components{}, stats.TooFewItems
	}
	if start.Residual > 0 {
		v := reml(c, true, start, coarse)
		if v.Residual*float64(len(c.Y)) > math.Sqrt(negligible)*sumOfSquares(c.Y) {
			return v, ""
		}
	}
	fit := c.LeastSquares()
	switch {
	case fit.Error > rounding:
		return reml(c, true, nearby(fit), fine), ""
	case fit.Parts > 1:
		return Components{}, stats.Undefined // how far apart are the parts?
	}
	return Components{Item: spread(fit.Row), Rater: spread(fit.Col)}, ""
}

// gappyOneWay returns the components of item + residual of cells with gaps, as
// gappy does.
func gappyOneWay(c *twoway.Cells, start Components) (Components, stats.Reason) {
	ss, df := c.RowError()
	switch {
	case df == 0:
		return Components{}, stats.TooFewItems
	case ss <= negligible*sumOfSquares(c.Y):
		return Components{Item: spread(c.RowMeans())}, ""
	case start.Residual > 0:
		return reml(c, false, start, coarse), ""
	}
	start = Components{Item: spread(c.RowMeans()), Residual: ss / float64(df)}
	return reml(c, false, start, fine), ""
}

// sumOfSquares returns the sum of squares about the mean.
func sumOfSquares(y []float64) float64 { return stat.PopVariance(y, nil) * float64(len(y)) }

// spread is the variance of effects that are known without error.
func spread(effects []float64) float64 {
	if len(effects) < 2 {
		return 0
	}
	return stat.Variance(effects, nil)
}

// nearby returns components near the maximum, from the mean squares of a fit.
func nearby(fit twoway.Fit) Components {
	cells := float64(fit.RowDF + fit.ColDF + fit.ErrorDF + 1)
	e := fit.Error / float64(fit.ErrorDF)
	from := func(ss float64, df int) float64 {
		if df == 0 {
			return e
		}
		return max(e/10, (ss/float64(df)-e)*float64(df+1)/cells)
	}
	return Components{from(fit.RowSS, fit.RowDF), from(fit.ColSS, fit.ColDF), e}
}

func square(x float64) float64 { return x * x }
