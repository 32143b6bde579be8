package rank

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
)

// A Coefficient is one measure of common order or score.
type Coefficient struct {
	ID, Name string
	Doc      agree.Doc

	singletons bool // reads the items rated once
	oneItem    bool // has a value on a single item
	fixed      bool // compares with the scale, so that one level throughout has a value

	value    func(*sample) stats.Number
	pairwise pairwise           // in place of value: the mean over pairs of raters
	test     func(*sample) Test // nil: the t test of the error
}

// pairwise computes a figure of two raters from the table of their levels.
type pairwise func(t *table, values []float64) float64

// Coefficients lists the coefficients, in the order in which a report shows
// them.
var Coefficients = []*Coefficient{
	kendallW,
	kendallTauB,
	meanSpearman,
	meanPearson,
	finnOneway,
	finnTwoway,
	robinsonA,
	iotaCoefficient,
}

// Lookup returns the coefficient with an id. The error names what there is.
func Lookup(id string) (*Coefficient, error) {
	var ids []string
	for _, c := range Coefficients {
		if c.ID == id {
			return c, nil
		}
		ids = append(ids, c.ID)
	}
	return nil, fmt.Errorf("no coefficient %q: there are %s", id, strings.Join(ids, ", "))
}

// A Test is a test that a coefficient brings of its own: χ² with DF degrees of
// freedom, or F with DF (absent: infinite) and DF2. P is its upper tail.
type Test struct {
	Statistic, DF, DF2, P stats.Number
}

// noTest returns the Test that is absent for a reason.
func noTest(why stats.Reason) Test {
	n := stats.None(why)
	return Test{n, n, n, n}
}
