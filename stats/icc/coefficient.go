package icc

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// A form is an intraclass correlation as a function of components. It is the
// Estimator of all but Lin's coefficient.
type form struct {
	kind kind // what counts as error beside the residual
	over over // whose mean it speaks of
}

// kind says which differences between raters count as error.
type kind int

const (
	consistency kind = iota // raters' severity is no error
	agreement               // it is
	oneWay                  // it cannot be told from the rest
)

// over says of how many ratings' mean a coefficient speaks.
type over int

const (
	single   over = iota // one rating
	everyone             // as many as there are raters, k
	typical              // as many as an item has on average, k0
)

// of returns the coefficient of components for the mean of k ratings. With
// σ²_d the part of raters' severity that counts as error, it is
//
//	σ²_i / (σ²_i + (σ²_d + σ²_e)/k),
//
// which of the mean squares of complete data are McGraw & Wong's formulas
// (1996, Table 4).
func (c form) of(v Components, k float64) stats.Number {
	noise := v.Residual
	if c.kind == agreement {
		noise += v.Rater
	}
	total := v.Item + noise/k
	rounding := negligible * (v.Residual + math.Abs(v.Item) + math.Abs(v.Rater))
	switch {
	case math.Abs(v.Item) <= rounding && noise <= rounding:
		return stats.None(stats.NoVariation)
	case total <= rounding:
		return stats.None(stats.Undefined)
	}
	return stats.Of(v.Item / total)
}

// gradient returns the derivatives of the coefficient in the components.
func (c form) gradient(v Components, k float64) (item, rater, residual float64) {
	noise := v.Residual
	if c.kind == agreement {
		noise += v.Rater
	}
	total := v.Item + noise/k
	item, residual = noise/k/square(total), -v.Item/k/square(total)
	if c.kind == agreement {
		rater = residual
	}
	return item, rater, residual
}
