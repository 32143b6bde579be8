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
func newSquares(c *twoway.Cells, sums twoway.Sums) Squares {
	clean := func(ss float64) float64 {
		if ss <= negligible*sums.Total {
			return 0
		}
		return ss
	}
	n, k := float64(c.Rows()), float64(c.Cols)
	raters := clean(sums.Total - sums.WithinCols)
	return Squares{
		Items: c.Rows(), Raters: c.Cols,
		MSR: clean(sums.Total-sums.WithinRows) / (n - 1),
		MSC: raters / (k - 1),
		MSE: clean(sums.WithinRows-raters) / ((n - 1) * (k - 1)),
		MSW: clean(sums.WithinRows) / (n * (k - 1)),
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

// maxWork is how many multiplications a value of the likelihood may take. Where
// it takes more, the components are those of Henderson's method III, whose work
// grows with the ratings: 200 replicates of REML would take over two seconds.
const maxWork = 1e7

// likely reports whether the likelihood of the cells is within reach: it sums
// over the pairs of each row's cells and factors a matrix of the columns.
func likely(c *twoway.Cells) bool {
	if c.Rows() < c.Cols {
		c = c.Transpose()
	}
	n := float64(c.Cols)
	work := n * n * n
	for i := range c.Rows() {
		work += square(float64(c.Start[i+1] - c.Start[i]))
	}
	return work <= maxWork
}

// gappy returns the components of item + rater + residual of cells with gaps,
// or why there are none: by restricted maximum likelihood, or by Henderson's
// method III where that is out of reach. Those of a replicate are searched from
// start, the data's own; the data's own have a start of 0.
func (d *Data) gappy(c *twoway.Cells, sums twoway.Sums, start Components) (Components, stats.Reason) {
	if start.Residual > 0 && d.likely && c.ErrorDF() > 0 {
		v := reml(c, start, coarse)
		if v.Residual*float64(len(c.Y)) > math.Sqrt(negligible)*sums.Total {
			return v, ""
		}
	}
	fit := sums.LeastSquares(c)
	perfect := fit.Error <= negligible*sums.Total
	switch {
	case fit.ErrorDF == 0:
		return Components{}, stats.TooFewItems
	case perfect && fit.Parts > 1:
		return Components{}, stats.Undefined // how far apart are the parts?
	case perfect:
		fit = c.LeastSquares()
		return Components{Item: spread(fit.Row), Rater: spread(fit.Col)}, ""
	case d.likely:
		return reml(c, nearby(c, fit), fine), ""
	}
	return henderson(c, fit), ""
}

// henderson returns the components of a fit by Henderson's method III, none
// below 0: the residual mean square, and what the mean squares within raters
// and within items are above it. On complete data they are those of the mean
// squares. Searle, Casella & McCulloch 1992, Variance Components, section 5.5.
func henderson(c *twoway.Cells, fit twoway.Fit) Components {
	e := fit.Error / float64(fit.ErrorDF)
	within := func(ss float64, df int) float64 {
		if df == 0 {
			return 0
		}
		return max(0, (ss+fit.Error)/float64(df)-e)
	}
	return Components{
		Item:     within(fit.RowSS, len(c.Y)-c.Cols),
		Rater:    within(fit.ColSS, len(c.Y)-c.Rows()),
		Residual: e,
	}
}

// spread is the variance of effects that are known without error.
func spread(effects []float64) float64 {
	if len(effects) < 2 {
		return 0
	}
	return stat.Variance(effects, nil)
}

// nearby returns components near the likelihood's maximum, all above 0.
func nearby(c *twoway.Cells, fit twoway.Fit) Components {
	v := henderson(c, fit)
	v.Item, v.Rater = max(v.Item, v.Residual/10), max(v.Rater, v.Residual/10)
	return v
}

func square(x float64) float64 { return x * x }
