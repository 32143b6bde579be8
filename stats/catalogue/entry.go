package catalogue

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/weight"
)

// An Entry is one coefficient, of whichever package.
type Entry struct {
	ID, Name     string
	Synonyms     []string // other ids that Lookup takes
	Group        string   // ID of one of Groups
	TakesWeights bool
	Doc          agree.Doc
	// Whose reports that the coefficient asks who gave which rating: counts of
	// raters by item and level are not enough for it.
	Whose bool

	// Estimate computes the coefficient of prepared ratings under a scheme of
	// weights; nil is identity, and a coefficient that takes none ignores it.
	// What cannot be computed is absent from the Result with its reason; the
	// error is that of a cancelled context.
	Estimate func(context.Context, *Data, *weight.Scheme, agree.Options) (Result, error)

	// Agreement is the coefficient of package agree, which can be compared
	// between parts of the ratings; nil for those of other packages.
	Agreement *agree.Coefficient

	takesDataWeights bool
}

// A Result is one coefficient of some ratings.
type Result struct {
	agree.Result
	// K is the number of ratings that an average form is of; its zero value
	// stands where the coefficient is of single ratings.
	K stats.Number
}

// Takes reports whether the coefficient is defined under a scheme of weights:
// those that depend on the data belong to Krippendorff's alpha.
func (e *Entry) Takes(s *weight.Scheme) bool {
	return e.TakesWeights && (e.takesDataWeights || !s.DependsOnData())
}

// Lookup returns the coefficient with an id or a usual synonym, in any case,
// with hyphens or underscores. The error names what looks like it, or says
// where to find the list.
func Lookup(id string) (*Entry, error) {
	key := fold(id)
	var near []string
	for _, e := range Coefficients {
		if e.ID == key || slices.Contains(e.Synonyms, key) {
			return e, nil
		}
		if key != "" && (strings.Contains(e.ID, key) || strings.Contains(key, e.ID)) {
			near = append(near, e.ID)
		}
	}
	if len(near) > 0 {
		return nil, fmt.Errorf("no coefficient %q: did you mean %s?", id, strings.Join(near, " or "))
	}
	return nil, fmt.Errorf("no coefficient %q", id)
}

// fold returns the form in which ids are compared.
func fold(id string) string {
	return strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(id)))
}
