package icc

import (
	"math"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// An Interval is a value between its confidence limits.
type Interval struct {
	Value, Lower, Upper stats.Number
}

// LimitsOfAgreement are Bland and Altman's: between Low and High lie the
// differences of two raters, first less second, with the probability asked
// for, if they are normal. Bias is their mean.
type LimitsOfAgreement struct {
	Items           int // that both rated
	Bias, Low, High Interval
	SD              stats.Number // of the differences
}

// BlandAltman returns the limits of agreement of the two raters of m,
// d̄ ± z s, over the items that both rated; confidence (0: .95) is that of the
// limits and of their intervals alike. Items are taken for independent.
//
// They are absent for other than two raters (needs_two_raters), without an
// item that both rated (no_pairs), and for one item (too_few_items).
//
// # References
//
// Bland & Altman 1999, Statistical Methods in Medical Research 8, pp. 135-160.
func BlandAltman(m *rating.Matrix, confidence float64) LimitsOfAgreement {
	if confidence == 0 {
		confidence = 0.95
	}
	x, y, why := twoRaters(m)
	n := float64(len(x))
	if why == "" && n < 2 {
		why = stats.TooFewItems
	}
	if why != "" {
		none := stats.None(why)
		gone := Interval{none, none, none}
		return LimitsOfAgreement{len(x), gone, gone, gone, none}
	}
	differences := make([]float64, len(x))
	for i := range x {
		differences[i] = x[i] - y[i]
	}
	mean, s := stat.MeanStdDev(differences, nil)
	z := distuv.UnitNormal.Quantile((1 + confidence) / 2)
	t := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile((1 + confidence) / 2)
	around := func(v, se float64) Interval {
		return Interval{stats.Of(v), stats.Of(v - t*se), stats.Of(v + t*se)}
	}
	outer := s * math.Sqrt(1/n+z*z/(2*(n-1)))
	return LimitsOfAgreement{
		Items: len(x),
		Bias:  around(mean, s/math.Sqrt(n)),
		Low:   around(mean-z*s, outer),
		High:  around(mean+z*s, outer),
		SD:    stats.Of(s),
	}
}
