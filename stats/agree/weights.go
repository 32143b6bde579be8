package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/weight"
)

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
