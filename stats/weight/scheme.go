package weight

// A Scheme gives the weights of any scale. A Scheme is immutable.
type Scheme struct {
	ID      string
	Name    string
	Formula string // the weight of levels k and l, with the package's symbols
	Use     string // what kind of scale it is for
	Source  string // the publication

	fixed     func(values []float64) (Matrix, bool)
	fromCount func(counts []float64) Matrix

	asymmetric bool
}

// Asymmetric reports whether a weight depends on which rater gave which of two
// levels. Only Cohen's kappa takes such a scheme.
func (s *Scheme) Asymmetric() bool { return s.asymmetric }

// Matrix returns the weights of a scale with the given level values,
// ascending; false where the scheme does not apply to such a scale (ratio on
// negative values, a custom matrix of another size, a scheme that DependsOnData).
func (s *Scheme) Matrix(values []float64) (Matrix, bool) {
	if s.fixed == nil {
		return Matrix{}, false
	}
	return s.fixed(values)
}

// DependsOnData reports whether the weights depend on how often each level
// was used. Only Krippendorff's alpha takes such a scheme.
func (s *Scheme) DependsOnData() bool { return s.fromCount != nil }

// FromCounts returns the weights of a scheme that DependsOnData, given how
// many pairable ratings are on each level.
func (s *Scheme) FromCounts(counts []float64) Matrix { return s.fromCount(counts) }

// byValue makes a scheme's matrix of the weight of two level values x < y on
// a scale from low to high.
func byValue(weight func(x, y, low, high float64) float64) func([]float64) (Matrix, bool) {
	return func(values []float64) (Matrix, bool) {
		return newMatrix(len(values), func(k, l int) float64 {
			return weight(values[k], values[l], values[0], values[len(values)-1])
		}), true
	}
}
