package inference

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// Effects say how far each unit moves a statistic, so that the statistic's
// variance over U units is U/(U − 1) Σ δ². Over n items of linearized values ψ
// it is δ_i = ψ_i/n.
type Effects struct {
	Delta  []float64 // δ of units that are alike
	Often  []float64 // how many are; nil means one each
	Units  float64   // U
	Method string

	Replicates, Undefined int // of a jackknife
}

// Jackknife returns the effects (U − 1)/U (θ̄ − θ_(u)) of units without which
// the statistic is θ_(u); the value at u stands for often[u] units that are
// alike (nil: one each). A unit without which there is no value is left out
// and counted; where more than resample.MaxUndefined are there are no effects,
// but stats.Unstable.
//
// # References
//
// Efron & Tibshirani 1993, An Introduction to the Bootstrap, (11.5).
func Jackknife(without []stats.Number, often []float64) (Effects, stats.Reason) {
	if often == nil {
		often = slices.Repeat([]float64{1}, len(without))
	}
	e := Effects{Often: often, Method: "jackknife"}
	var all, sum float64
	for u, v := range without {
		all += often[u]
		if x, ok := v.Value(); ok {
			e.Units += often[u]
			sum += often[u] * x
		}
	}
	e.Replicates, e.Undefined = int(all), int(all-e.Units)
	if all-e.Units > resample.MaxUndefined*all || e.Units < 2 {
		return e, stats.Unstable
	}
	mean := sum / e.Units
	e.Delta = make([]float64, len(without))
	for u, v := range without {
		if x, ok := v.Value(); ok && often[u] > 0 {
			e.Delta[u] = (e.Units - 1) / e.Units * (mean - x)
		}
	}
	return e, ""
}

// Variance returns U/(U − 1) Σ δ².
func (e Effects) Variance() float64 {
	squares, _ := e.powers()
	return e.Units / (e.Units - 1) * squares
}

// Acceleration returns the acceleration of BCa limits, Σδ³/(6 (Σδ²)^1.5).
//
// # References
//
// Efron & Tibshirani 1993, An Introduction to the Bootstrap, (14.15).
func (e Effects) Acceleration() float64 {
	squares, cubes := e.powers()
	if squares == 0 {
		return 0
	}
	return cubes / (6 * math.Pow(squares, 1.5))
}

// powers returns Σ δ² and Σ δ³.
func (e Effects) powers() (squares, cubes float64) {
	for u, d := range e.Delta {
		often := 1.0
		if e.Often != nil {
			often = e.Often[u]
		}
		squares += often * d * d
		cubes += often * d * d * d
	}
	return squares, cubes
}
