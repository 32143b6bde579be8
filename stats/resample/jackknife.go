package resample

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// A Jackknife sums up a statistic computed without each unit in turn.
type Jackknife struct {
	Variance     stats.Number
	Acceleration float64 // for BCa limits
	Units        int
	Undefined    int // units without which the statistic has no value
}

// NewJackknife sums up the values without each unit. The value at i stands
// for often[i] units that are alike; nil means one each.
//
//	v = (n − 1)/n Σ (θ_(i) − θ̄)²
//
// (Efron & Tibshirani 1993, An Introduction to the Bootstrap, (11.5), p. 141).
func NewJackknife(values []stats.Number, often []float64) Jackknife {
	if often == nil {
		often = make([]float64, len(values))
		for i := range often {
			often[i] = 1
		}
	}
	var n, defined, sum float64
	for i, v := range values {
		n += often[i]
		if x, ok := v.Value(); ok {
			defined += often[i]
			sum += often[i] * x
		}
	}
	j := Jackknife{Units: int(n), Undefined: int(n - defined)}
	if n-defined > MaxUndefined*n || defined < 2 {
		j.Variance = stats.None(stats.Unstable)
		return j
	}
	mean := sum / defined
	var squares, cubes float64
	for i, v := range values {
		if x, ok := v.Value(); ok {
			d := mean - x
			squares += often[i] * d * d
			cubes += often[i] * d * d * d
		}
	}
	j.Variance = stats.Of((defined - 1) / defined * squares)
	j.Acceleration = acceleration(squares, cubes)
	return j
}

// Acceleration returns the acceleration of BCa limits from a statistic's
// influence values ψ, each standing as often as given (Efron & Tibshirani 1993
// (14.15), p. 186).
func Acceleration(psi, often []float64) float64 {
	var squares, cubes float64
	for i, d := range psi {
		squares += often[i] * d * d
		cubes += often[i] * d * d * d
	}
	return acceleration(squares, cubes)
}

func acceleration(squares, cubes float64) float64 {
	if squares == 0 {
		return 0
	}
	return cubes / (6 * math.Pow(squares, 1.5))
}
