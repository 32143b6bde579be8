package rasch

import (
	"math"

	"github.com/cb401426/calibrate/stats"
)

// residuals are sums over the ratings of each element.
type residuals struct {
	count, observed, expected []float64 // level values
	square, variance          []float64 // Σ(x − E)², ΣV, in points
	standardized              []float64 // Σz²
	kurtosis, excess          []float64 // ΣC/V², Σ(C − V²)
}

func newResiduals(f *fitted) *residuals {
	size := f.offset[len(f.offset)-1]
	sums := make([][]float64, 8)
	for i := range sums {
		sums[i] = make([]float64, size)
	}
	categories := f.newCategories()
	f.inBlocks(sums, func(from, to int, sums [][]float64) {
		chance := make([]float64, f.stride)
		for n := from; n < to; n++ {
			residual1(f, n, categories, chance, sums)
		}
	})
	return &residuals{sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]}
}

// residual1 adds one rating to the sums of its elements.
func residual1(f *fitted, n int, categories []category, chance []float64, sums [][]float64) {
	g := &f.groups[f.o.group[n]]
	c := &categories[f.o.group[n]]
	chance = chance[:len(c.t)]
	c.chances(f.location(f.o, n), chance)
	mean, variance, fourth := moments(chance)
	rest := float64(g.point(f.o.level[n])) - mean
	expected := 0.0
	for k, p := range chance {
		expected += p * levelValue(f.data.Scales, g.scale, g.low+k)
	}
	add := [8]float64{1, levelValue(f.data.Scales, g.scale, int(f.o.level[n])), expected, rest * rest, variance}
	if variance > 1e-12 {
		add[5], add[6], add[7] = rest*rest/variance, fourth/(variance*variance), fourth-variance*variance
	}
	for i, codes := range f.o.codes {
		at := f.offset[i] + int(codes[n])
		for s, v := range add {
			sums[s][at] += v
		}
	}
}

// fits fills in the fit of an element (Wright & Masters 1982):
// infit Σ(x − E)²/ΣV, outfit Σz²/n, and (ms^⅓ − 1)·3/q + q/3 with the
// standard deviation q of the mean square.
func (r *residuals) fits(i int, e *Element) {
	n := r.count[i]
	if n == 0 || r.variance[i] < 1e-12 {
		return
	}
	infit, outfit := r.square[i]/r.variance[i], r.standardized[i]/n
	e.Infit, e.Outfit = stats.Of(infit), stats.Of(outfit)
	e.InfitZ = standardize(infit, r.excess[i]/(r.variance[i]*r.variance[i]))
	e.OutfitZ = standardize(outfit, r.kurtosis[i]/(n*n)-1/n)
	e.SEReal = e.SE.Map(func(se float64) float64 { return se * math.Sqrt(max(1, infit)) })
}

// standardize returns the Wilson-Hilferty form of a mean square whose variance
// is q².
func standardize(ms, variance float64) stats.Number {
	if variance < 1e-12 {
		return stats.None(stats.NoVariation)
	}
	q := math.Sqrt(variance)
	return stats.Of((math.Cbrt(ms)-1)*3/q + q/3)
}
