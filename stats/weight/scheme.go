package weight

import (
	"fmt"
	"strings"
)

// A Scheme gives the weights of any scale. A Scheme is immutable.
type Scheme struct {
	ID      string
	Name    string
	Formula string // the weight of levels k and l, with the package's symbols
	Use     string // what kind of scale it is for
	Source  string // the publication

	fixed     func(values []float64) (Matrix, bool)
	fromCount func(counts []float64) Matrix
}

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

// Lookup returns the scheme with an id: one of Schemes, or of a Family with
// its parameter, such as power:1.5. The error names what there is.
func Lookup(id string) (*Scheme, error) {
	key := strings.ToLower(strings.TrimSpace(id))
	for _, s := range Schemes {
		if s.ID == key {
			return s, nil
		}
	}
	for _, syn := range synonyms {
		if syn.name == key {
			return syn.scheme, nil
		}
	}
	for _, f := range Families {
		if arg, ok := strings.CutPrefix(key, f.ID+":"); ok {
			return f.scheme(arg)
		}
	}
	return nil, fmt.Errorf("no weights %q: there are %s", id, strings.Join(ids(), ", "))
}

// ids lists what Lookup takes.
func ids() []string {
	var ids []string
	for _, s := range Schemes {
		ids = append(ids, s.ID)
	}
	for _, f := range Families {
		ids = append(ids, f.ID+":"+f.Parameter)
	}
	return ids
}

// synonyms are other names in use.
var synonyms = []struct {
	name   string
	scheme *Scheme
}{
	{"unweighted", identity},
	{"nominal", identity},
	{"equal", linear},
	{"squared", quadratic},
	{"interval", quadratic},
}

// Schemes lists the schemes without a parameter.
var Schemes = []*Scheme{
	identity, linear, quadratic, ordinal, radical, ratio, circular, bipolar,
	krippendorffOrdinal,
}
