package stats

import (
	"context"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// A Coefficient is one measure of how far raters agree. Each package of
// coefficients lists its own; the catalog lists them all.
type Coefficient struct {
	ID, Name  string
	Synonyms  []string // other ids that it is looked up by
	Group     Group
	Traits    Traits
	Doc       Doc
	Estimator Estimator
}

// An Estimator computes a coefficient of prepared ratings. What cannot be
// computed is absent from the Result with its reason; the error is that of a
// canceled context.
type Estimator interface {
	Estimate(context.Context, *Coefficient, *Data, Options) (Result, error)
}

// Estimate computes the coefficient of prepared ratings. What cannot be
// computed is absent from the Result with its reason; the error is that of
// Options.Check, or of a canceled context.
func (c *Coefficient) Estimate(ctx context.Context, d *Data, o Options) (Result, error) {
	if err := o.Check(); err != nil {
		return Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return Result{}, err
	}
	return c.Estimator.Estimate(ctx, c, d, o.WithDefaults())
}

// Of computes the coefficient of a Matrix, as Estimate does. Prepare the
// Matrix once where several coefficients are asked for.
func (c *Coefficient) Of(m *rating.Matrix, o Options) (Result, error) {
	return c.Estimate(context.Background(), Prepare(m), o)
}

// Traits are what a coefficient asks of ratings and what may be said of it.
type Traits uint16

// The traits of a coefficient.
const (
	Weighted     Traits = 1 << iota // takes weights
	DataWeighted                    // and those that depend on the data
	TwoSided                        // and those that are not symmetric
	Whose                           // asks who gave which rating: counts by level are not enough
	TwoRaters                       // is defined for exactly two raters
	TwoLevels                       // is defined for exactly two levels
	SingleItem                      // has a value on a single item
	OnScale                         // compares with the scale: has a value where all used one level of a declared one
	Chance                          // expects some agreement by chance
	ZeroNull                        // would be 0 by chance alone, so that P tests against that
)

// Has reports whether the coefficient has all of the traits.
func (c *Coefficient) Has(t Traits) bool { return c.Traits&t == t }

// Takes reports whether the coefficient is defined under a scheme of weights:
// those that depend on the data belong to Krippendorff's alpha, those that are
// not symmetric to Cohen's kappa.
func (c *Coefficient) Takes(s *weight.Scheme) bool {
	return c.Has(Weighted) &&
		(c.Has(DataWeighted) || !s.DependsOnData()) && (c.Has(TwoSided) || !s.Asymmetric())
}

// A Group is a kind of coefficient.
type Group string

// The groups; the catalog says what the coefficients of each have in common.
const (
	ObservedAgreement Group = "observed" // the plain share
	PooledChance      Group = "pooled"   // chance from what all raters together used
	OwnChance         Group = "own"      // chance from what each rater used
	EvenChance        Group = "even"     // chance that a prevailing level hardly moves
	BesideKappa       Group = "beside"   // to read beside kappa
	OnScores          Group = "scores"   // levels as numbers on even steps
	OnOrder           Group = "order"    // the order of items
	OlderIndex        Group = "older"    // what older papers print
	WithinGroup       Group = "within"   // one item at a time
)

// A Doc is what there is to know about a coefficient. Each text is one
// paragraph of plain words; `calibrate stats explain` prints them in order.
type Doc struct {
	What       string   // what it is
	Formula    []string // lines, with the symbols of the package
	Assumes    string
	Misleads   string   // when it misleads
	Missing    string   // what it does with missing ratings
	Kin        string   // its relatives, and other names it goes by
	References []string // with the page
}
