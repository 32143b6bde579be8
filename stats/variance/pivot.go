package variance

import (
	"math"

	"gonum.org/v1/gonum/interp"
	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
)

// The draws are a lattice: every stratum's chi-square takes its points, equal
// slices of probability, once each, in an order of its own, a power of
// generator modulo points. So they need no seed, and every quantile of a
// single mean square is right to a slice. Of all generators this one fills
// seven dimensions most evenly (least P₂ at product weights of 0.3).
const (
	points    = 4093
	generator = 104
)

// pivots returns the draws of the components, one a row, each at least zero:
// the components that the observed mean squares would come from if each
// chi-square had fallen on a point of its distribution. They are the
// generalised pivotal quantities of Weerahandi (1993, JASA 88), whose
// intervals keep their level for components and their ratios.
func (s *strata) pivots() [][]float64 {
	if s.draws != nil {
		return s.draws
	}
	n := len(s.df)
	normal := normalPoints()
	square := make([][]float64, n)
	for t := range n {
		square[t] = chiSquares(s.df[t], normal)
		for i, chi := range square[t] {
			square[t][i] = s.square[t] * s.df[t] / chi
		}
	}
	s.draws = make([][]float64, points)
	for i := range s.draws {
		at := i
		draw, theta := make([]float64, n), make([]float64, n)
		for t := range n {
			draw[t] = square[t][at]
			at = at * generator % points
		}
		for t := range n {
			for j := t; j < n; j++ {
				theta[t] += s.u.At(t, j) * draw[j]
			}
			theta[t] = max(theta[t], 0)
		}
		s.draws[i] = theta
	}
	return s.draws
}

// normalPoints returns the normal quantiles of the middles of the slices.
func normalPoints() []float64 {
	z := make([]float64, points)
	for i := range z {
		z[i] = distuv.UnitNormal.Quantile((float64(i) + 0.5) / points)
	}
	return z
}

// chiSquares returns the chi-square quantiles of normal scores, with df
// degrees of freedom: by a spline of their logarithm, which is a smooth
// function of the normal score, since each quantile is a search.
func chiSquares(df float64, normal []float64) []float64 {
	const nodes = 33
	last := normal[len(normal)-1]
	x, y := make([]float64, nodes), make([]float64, nodes)
	chi := distuv.ChiSquared{K: df}
	for i := range x {
		x[i] = last * (2*float64(i)/(nodes-1) - 1)
		y[i] = math.Log(chi.Quantile(distuv.UnitNormal.CDF(x[i])))
	}
	var spline interp.NotAKnotCubic
	if err := spline.Fit(x, y); err != nil {
		panic(err) // the nodes are ascending
	}
	out := make([]float64, len(normal))
	for i, z := range normal {
		out[i] = math.Exp(spline.Predict(z))
	}
	return out
}

// An Estimate is a figure with its interval.
type Estimate struct{ Value, Lower, Upper stats.Number }

// limits returns the interval of a figure that is a function of the
// components, given its value at the estimates.
func (f *Fit) limits(value float64, figure func([]float64) float64) (lower, upper stats.Number) {
	if f.strata == nil {
		return stats.None(stats.Unstable), stats.None(stats.Unstable)
	}
	low, high := quantiles(f, value, figure)
	return stats.Of(low), stats.Of(high)
}

// quantiles returns the limits of a figure, widened to hold its value.
func quantiles(f *Fit, value float64, figure func([]float64) float64) (low, high float64) {
	if f.strata == nil {
		return value, value
	}
	values := make([]float64, 0, points)
	for _, theta := range f.strata.pivots() {
		values = append(values, figure(theta))
	}
	at := int((1 - f.Confidence) / 2 * points)
	return min(kth(values, at), value), max(kth(values, points-1-at), value)
}

// kth returns the value that sorting would bring to place k. It reorders v.
func kth(v []float64, k int) float64 {
	for from, to := 0, len(v)-1; from < to; {
		pivot, i, j := v[(from+to)/2], from, to
		for i <= j {
			for v[i] < pivot {
				i++
			}
			for v[j] > pivot {
				j--
			}
			if i <= j {
				v[i], v[j] = v[j], v[i]
				i++
				j--
			}
		}
		switch {
		case k <= j:
			to = j
		case k >= i:
			from = i
		default:
			return v[k]
		}
	}
	return v[k]
}

// estimate returns a figure of the components with its interval.
func (f *Fit) estimate(figure func(theta []float64) float64) Estimate {
	value := figure(f.theta)
	lower, upper := f.limits(value, figure)
	return Estimate{stats.Of(value), lower, upper}
}
