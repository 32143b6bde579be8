package icc

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// A Precision says how far one rating may be from what the raters' mean would
// be in the long run, in the units of the scale.
type Precision struct {
	// SEM is the standard error of measurement, √(σ²_r + σ²_e), and Consistent
	// the same where all ratings are by one rater, √σ²_e.
	SEM, Consistent stats.Number
	// Detectable is the smallest difference between two ratings, by different
	// raters, that is more than their error at the confidence asked for:
	// z √2 SEM. ConsistentDetectable is that of two ratings by one rater.
	Detectable, ConsistentDetectable stats.Number
}

// Precision returns the standard error of measurement and the smallest
// detectable difference; confidence 0 means .95. A negative variance of raters
// counts as 0.
//
// # References
//
// de Vet, Terwee, Knol & Bouter 2006, When to use agreement versus reliability
// measures.
func (d *Data) Precision(confidence float64) Precision {
	if confidence == 0 {
		confidence = 0.95
	}
	v, why := d.Components()
	if why != "" {
		none := stats.None(why)
		return Precision{none, none, none, none}
	}
	z := distuv.UnitNormal.Quantile((1 + confidence) / 2)
	sem, consistent := math.Sqrt(max(0, v.Rater)+v.Residual), math.Sqrt(v.Residual)
	return Precision{
		SEM: stats.Of(sem), Consistent: stats.Of(consistent),
		Detectable:           stats.Of(z * math.Sqrt2 * sem),
		ConsistentDetectable: stats.Of(z * math.Sqrt2 * consistent),
	}
}
