package icc

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// test tests a coefficient of the mean of k ratings (1 for a single one)
// against rho0 < 1. McGraw & Wong 1996, Table 8.
func (c form) test(s Squares, rho0 float64) stats.Test {
	n, k := float64(s.Items), float64(s.Raters)
	if rho0 >= 1 {
		return stats.NoTest(stats.OutOfRange)
	}
	if c.over != single { // ρ₀ of a mean is that of a single rating stepped up
		rho0 = rho0 / (k - (k-1)*rho0)
	}
	ratio := 1 / (1 + k*rho0/(1-rho0)) // what F would be at ρ = 0, of what it is at ρ₀
	switch c.kind {
	case oneWay:
		return fTest(s.MSR*ratio, s.MSW, n-1, n*(k-1))
	case consistency:
		return fTest(s.MSR*ratio, s.MSE, n-1, (n-1)*(k-1))
	}
	mix, v := s.mixed(rho0)
	return fTest(s.MSR, mix, n-1, v)
}

// mixed returns a MSC + b MSE, the mean square that MSR equals in expectation
// if ICC(A,1) is rho, and its degrees of freedom by Satterthwaite. McGraw &
// Wong 1996.
func (s Squares) mixed(rho float64) (square, df float64) {
	n, k := float64(s.Items), float64(s.Raters)
	a := k * rho / (n * (1 - rho))
	b := 1 + k*rho*(n-1)/(n*(1-rho))
	mix := a*s.MSC + b*s.MSE
	return mix, mix * mix / (a*a*s.MSC*s.MSC/(k-1) + b*b*s.MSE*s.MSE/((n-1)*(k-1)))
}

func fTest(above, below, d1, d2 float64) stats.Test {
	switch {
	case below <= 0 || math.IsNaN(d2) || d2 <= 0:
		return stats.NoTest(stats.NoDisagreement)
	case above <= 0:
		return stats.NoTest(stats.Undefined)
	}
	f := above / below
	return stats.Test{
		Statistic: stats.Of(f), DF: stats.Of(d1), DF2: stats.Of(d2),
		P: stats.Of(distuv.F{D1: d1, D2: d2}.Survival(f)),
	}
}

// limits returns the confidence limits of a coefficient on complete data. They
// are of a single rating, stepped up to the mean of k for the others.
func (c form) limits(s Squares, confidence float64) (lower, upper stats.Number) {
	var lo, hi float64
	why := stats.Reason("")
	switch c.kind {
	case oneWay:
		lo, hi, why = s.ratioLimits(s.MSW, float64(s.Items*(s.Raters-1)), confidence)
	case consistency:
		lo, hi, why = s.ratioLimits(s.MSE, float64((s.Items-1)*(s.Raters-1)), confidence)
	default:
		lo, hi, why = s.agreementLimits(confidence)
	}
	if why != "" {
		return stats.None(why), stats.None(why)
	}
	if c.over == single {
		return stats.Of(lo), stats.Of(hi)
	}
	k := float64(s.Raters)
	return steppedUp(lo, k), steppedUp(hi, k)
}

// ratioLimits are the exact limits from F = MSR/MS. McGraw & Wong 1996, Table
// 7; Shrout & Fleiss 1979.
func (s Squares) ratioLimits(ms, df, confidence float64) (lower, upper float64, why stats.Reason) {
	if ms == 0 {
		return 0, 0, stats.NoDisagreement
	}
	n, k := float64(s.Items), float64(s.Raters)
	f, p := s.MSR/ms, (1+confidence)/2
	low := f / distuv.F{D1: n - 1, D2: df}.Quantile(p)
	high := f * distuv.F{D1: df, D2: n - 1}.Quantile(p)
	return (low - 1) / (low + k - 1), (high - 1) / (high + k - 1), ""
}

// agreementLimits are the limits of ICC(A,1). McGraw & Wong 1996, Table 7.
func (s Squares) agreementLimits(confidence float64) (lower, upper float64, why stats.Reason) {
	n, k := float64(s.Items), float64(s.Raters)
	rho, ok := form{agreement, single}.of(s.twoWay(), 1).Value()
	if !ok || 1-rho < negligible {
		return 0, 0, stats.NoDisagreement
	}
	_, v := s.mixed(rho)
	if !(v > 0) {
		return 0, 0, stats.Undefined
	}
	p := (1 + confidence) / 2
	fl := distuv.F{D1: n - 1, D2: v}.Quantile(p)
	fu := distuv.F{D1: v, D2: n - 1}.Quantile(p)
	rest := k*s.MSC + (k*n-k-n)*s.MSE
	lower = n * (s.MSR - fl*s.MSE) / (fl*rest + n*s.MSR)
	upper = n * (fu*s.MSR - s.MSE) / (rest + n*fu*s.MSR)
	return lower, upper, ""
}

// steppedUp steps a limit of one rating up to the mean of k by Spearman and
// Brown's formula. At −1/(k − 1) the formula has a pole: the limit falls to
// minus infinity there and comes back from above, so that a limit at or below
// the pole bounds nothing, and neither does one below −1.
func steppedUp(rho, k float64) stats.Number {
	part := 1 + (k-1)*rho
	if part <= negligible || k*rho < -part {
		return stats.None(stats.OutOfRange)
	}
	return stats.Of(k * rho / part)
}

// standardError returns the standard error of a coefficient of complete data by the
// delta method: the mean squares are independent, with variance 2MS²/df.
func (c form) standardError(s Squares, k float64) float64 {
	n, r := float64(s.Items), float64(s.Raters)
	if c.kind == oneWay {
		item, _, residual := c.gradient(s.oneWay(), k)
		return math.Sqrt(2 * (square(item/r*s.MSR)/(n-1) + square((residual-item/r)*s.MSW)/(n*(r-1))))
	}
	item, rater, residual := c.gradient(s.twoWay(), k)
	return math.Sqrt(2 * (square(item/r*s.MSR)/(n-1) + square(rater/n*s.MSC)/(r-1) +
		square((residual-item/r-rater/n)*s.MSE)/((n-1)*(r-1))))
}
