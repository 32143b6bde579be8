package icc

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// MeasurementErrors are errors in the units of the scores.
type MeasurementErrors struct {
	// SEM is the standard error of measurement, √MSE of items × raters: the
	// standard deviation of one rater's scores of one item about their mean,
	// severity aside.
	SEM stats.Number
	// SEE is the standard error of the estimate, S√(R(1 − R)): of an item's own
	// level given a score.
	SEE stats.Number
	// SEP is the standard error of prediction, S√(1 − R²): of a second score
	// given the first.
	SEP stats.Number
	// SD is S, the standard deviation of all scores, and R the ICC(C,1).
	SD, R stats.Number
}

// Errors returns the errors of measurement of the Data. Where raters have gaps
// the residual variance by restricted maximum likelihood stands for MSE, and
// the sum of the components for S².
//
// # References
//
// Weir, J. P. (2005). Quantifying test-retest reliability using the intraclass
// correlation coefficient and the SEM. Journal of Strength and Conditioning
// Research 19(1), pp. 231-240.
func (d *Data) Errors() MeasurementErrors {
	v, why := d.Components()
	if why == "" && d.raters < 2 {
		why = stats.OneRater
	}
	if why != "" {
		none := stats.None(why)
		return MeasurementErrors{none, none, none, none, none}
	}
	r := d.value(form{consistency, single})
	variance := d.variance(v)
	sd := math.Sqrt(variance)
	at := func(f func(r float64) float64) stats.Number {
		return r.Map(func(r float64) float64 { return sd * math.Sqrt(max(0, f(r))) })
	}
	return MeasurementErrors{
		SEM: stats.Of(math.Sqrt(v.Residual)), SD: stats.Of(sd), R: r,
		SEE: at(func(r float64) float64 { return r * (1 - r) }),
		SEP: at(func(r float64) float64 { return 1 - r*r }),
	}
}

// variance returns that of all scores: of complete data with the divisor of
// their number less one.
func (d *Data) variance(v Components) float64 {
	if !d.complete {
		return v.Item + v.Rater + v.Residual
	}
	mean, n, sum := 0.0, 0.0, 0.0
	for pass := range 2 {
		for i := range d.matrix.Items() {
			_, levels := d.matrix.Row(i)
			for _, k := range levels {
				x := d.matrix.Values()[k]
				if pass == 0 {
					mean += x
					n++
				} else {
					sum += (x - mean) * (x - mean)
				}
			}
		}
		if pass == 0 {
			mean /= n
		}
	}
	return sum / (n - 1)
}
