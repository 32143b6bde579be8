package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/weight"
)

// A model computes one coefficient under one set of weights on one frame.
type model interface {
	// on returns the frame that the model reads.
	on() *frame
	// value computes the coefficient with pattern p standing times[p] times.
	value(times []float64) parts
	// influence returns, for each pattern of the frame as it stands, how much
	// an item that shows it moves the coefficient: ψ, of mean 0 over the
	// items of p. It is nil where the model has no linearisation.
	influence(p parts, v stats.Variance) []float64
}

// parts is a coefficient with what it is made of.
type parts struct {
	observed, expected float64
	value              float64
	ok                 bool    // value is defined
	items              float64 // the items it is a mean over: n, or n' for alpha
	pairs, pairsUsed   int     // of a mean over pairs of raters: all, and those with a value
}

// number returns the value. Why it is undefined is for the whole data to say.
func (p parts) number() stats.Number {
	if !p.ok {
		return stats.None(stats.Undefined)
	}
	return stats.Of(p.value)
}

// tiny is the smallest 1 − pe that is taken for more than rounding.
const tiny = 1e-12

// chanceCorrected returns the parts with the value (pa − pe)/(1 − pe).
func chanceCorrected(observed, expected, items float64) parts {
	p := parts{observed: observed, expected: expected, items: items}
	if 1-expected > tiny {
		p.value, p.ok = (observed-expected)/(1-expected), true
	}
	return p
}

// weights are a scheme on the levels of a Matrix.
type weights struct {
	weight.Matrix
	byCount func(counts []float64) weight.Matrix // where they depend on the data
}

// identityWeights are what a coefficient gets that takes none.
func identityWeights(levels int) weights {
	identity := weight.Identity
	m, _ := identity.Matrix(make([]float64, levels))
	return weights{Matrix: m}
}

// weightsFor returns the weights of a scheme for a coefficient and their id;
// false where the scheme does not apply. A nil scheme is identity.
func weightsFor(c *stats.Coefficient, s *weight.Scheme, values []float64) (weights, string, bool) {
	if !c.Has(stats.Weighted) {
		return identityWeights(len(values)), "", true
	}
	if s == nil {
		s = weight.Identity
	}
	if s.DependsOnData() {
		return weights{byCount: s.FromCounts}, s.ID, c.Takes(s)
	}
	m, ok := s.Matrix(values)
	return weights{Matrix: m}, s.ID, ok && c.Takes(s)
}
