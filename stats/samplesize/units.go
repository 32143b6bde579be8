package samplesize

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// UnitsForWidth returns how many units, items or lessons, like those that a
// Result is of would give an interval of the value ± half: the least n with
// t_{n−1} SE √(units/n) ≤ half. It needs a Result over items or lessons from a
// linearisation or jackknife.
func UnitsForWidth(r stats.Result, units int, half, confidence float64) stats.Number {
	se, ok := r.SE.Value()
	switch {
	case !ok:
		return r.SE
	case se == 0:
		return stats.None(stats.NoSpread)
	case !(half > 0):
		return stats.None(stats.OutOfRange)
	}
	sd := se * math.Sqrt(float64(units))
	z := normal((1 + confidence) / 2)
	n := max(2, math.Floor(z*z*sd*sd/(half*half))) // a normal's n is never too large
	for n < maxUnits {
		t := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile((1 + confidence) / 2)
		if t*sd/math.Sqrt(n) <= half {
			return stats.Of(n)
		}
		n++
	}
	return stats.None(stats.OutOfRange)
}

// UnitsForTest returns how many units like those that a Result is of would
// give a two-sided test of the coefficient against null the power, if the
// coefficient is what the Result says: n = units [(z_{1−α/2} + z_{1−β}) SE/(κ −
// null)]².
func UnitsForTest(r stats.Result, units int, null, significance, power float64) stats.Number {
	se, ok := r.SE.Value()
	switch {
	case !ok:
		return r.SE
	case se == 0:
		return stats.None(stats.NoSpread)
	}
	root := (normal(1-significance/2) + normal(power)) * se / (r.Value.Or(null) - null)
	return atLeastTwo(float64(units) * root * root)
}

// maxUnits is the largest number of units that planning answers with.
const maxUnits = 1e7

// atLeastTwo rounds a number of items up.
func atLeastTwo(n float64) stats.Number {
	if !(n < maxUnits) {
		return stats.None(stats.OutOfRange)
	}
	return stats.Of(max(2, math.Ceil(n-1e-9)))
}

// normal returns the standard normal quantile.
func normal(p float64) float64 { return distuv.UnitNormal.Quantile(p) }
