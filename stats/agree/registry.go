package agree

import (
	"fmt"
	"strings"
)

// A Coefficient is one measure of agreement.
type Coefficient struct {
	ID, Name     string
	Synonyms     []string // other ids that Lookup takes
	TakesWeights bool
	Doc          Doc

	corrected bool // for chance: one item is not enough to tell it
	fixed     bool // chance hangs on the declared scale, not on the ratings alone
	expects   bool // there is an agreement expected by chance
	tested    bool // chance alone would give 0, so P tests against that
	twoRaters bool // defined for two raters only
	twoLevels bool // defined for two levels only
	byData    bool // takes weights that depend on the data
	counts    bool // asks how many raters gave each level, not who

	model func(*Data, weights) model
}

// Coefficients lists the coefficients, in the order in which a report shows
// them.
var Coefficients = []*Coefficient{
	percentAgreement,
	unanimity,
	brennanPrediger,
	gwetAC,
	fleissKappa,
	congerKappa,
	krippendorffAlpha,
	cohenKappa,
	lightKappa,
	scottPi,
	vanOest,
	kappaMax,
	maxwellRE,
	bangdiwalaB,
}

// Lookup returns the coefficient with an id or a usual synonym: ac1, alpha,
// pabak. The error names what there is.
func Lookup(id string) (*Coefficient, error) {
	key := strings.NewReplacer("-", "_", " ", "_").Replace(strings.ToLower(strings.TrimSpace(id)))
	var ids []string
	for _, c := range Coefficients {
		if c.ID == key {
			return c, nil
		}
		for _, s := range c.Synonyms {
			if s == key {
				return c, nil
			}
		}
		ids = append(ids, c.ID)
	}
	return nil, fmt.Errorf("no coefficient %q: there are %s", id, strings.Join(ids, ", "))
}

// Symbols lists the symbols of the formulas in the Docs, with their meaning.
var Symbols = [][2]string{
	{"n", "items with a rating"},
	{"n'", "items with two ratings or more"},
	{"r", "raters"},
	{"q", "levels of the scale"},
	{"r_ik", "raters who put item i in level k"},
	{"r_i", "raters of item i, Σ_k r_ik"},
	{"w_kl", "weight of levels k and l: 1 where they count as the same, 0 where as far apart as can be"},
	{"r*_ik", "raters of item i weighted by how near they are to level k, Σ_l w_kl r_il"},
	{"T_w", "sum of all weights, Σ_kl w_kl"},
	{"pa", "observed agreement; without a formula of its own that of percent_agreement"},
	{"pe", "agreement by chance"},
	{"π_k", "share of level k"},
	{"p_kl", "share of items that the first of two raters put in level k and the second in l; p_k. and p_.l its sums"},
}

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
