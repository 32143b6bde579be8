package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/crosstab"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// CohenKappa returns Cohen's kappa of two raters, weighted where the options
// name weights. The error is that of Options.Check.
func CohenKappa(m *rating.Matrix, o stats.Options) (stats.Result, error) { return cohenKappa.Of(m, o) }

// cohenKappa is the kappa of two raters, each with margins of their own.
var cohenKappa = &stats.Coefficient{
	ID:       "cohen_kappa",
	Name:     "Cohen's kappa",
	Group:    stats.OwnChance,
	Traits:   stats.Weighted | stats.TwoSided | stats.Whose | stats.TwoRaters | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"cohen", "kappa", "kappa2", "weighted_kappa"},
	Doc: stats.Doc{
		What: "Agreement of two raters beyond that of two who each deal out their own ratings " +
			"at random. With weights it is weighted kappa.",
		Formula: []string{
			"(pa − pe) / (1 − pe) over the items that both rated",
			"pa = Σ_kl w_kl p_kl, pe = Σ_kl w_kl p_k. p_.l",
		},
		Assumes: "Two raters who judge each item apart, each with a leaning of their own that " +
			"is no fault.",
		Misleads: "Where one level prevails, kappa can be near 0 while nearly all items " +
			"agree, and raters whose leanings differ more get a higher kappa (the two " +
			"paradoxes): look at percent_agreement, kappa_max and gwet_ac beside it. Values " +
			"from data with other frequencies of the levels do not compare.",
		Missing: "Only the items that both rated count, in the margins too.",
		Kin: "conger_kappa for more raters. With quadratic weights and like margins it is " +
			"near the intraclass correlation. Scott's pi gives both raters one leaning.",
		References: []string{
			"Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and " +
				"Psychological Measurement 20(1), 37–46.",
			"Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70(4), 213–220.",
			"Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors " +
				"of kappa and weighted kappa. Psychological Bulletin 72(5), 323–327: (13).",
			"Feinstein, A. R., & Cicchetti, D. V. (1990). High agreement but low kappa: I. " +
				"Journal of Clinical Epidemiology 43(6), 543–549.",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model { return &cohen{d.byRatings(), w.Matrix} }),
}

// cohen is the model of Cohen's kappa. It reads the items that both rated.
type cohen struct {
	*frame
	w weight.Matrix
}

func (m *cohen) on() *frame { return m.frame }

func (m *cohen) value(times []float64) parts { return tableKappa(m.table(times), m.w) }

// tableKappa returns Cohen's kappa of a table.
func tableKappa(t crosstab.Table, w weight.Matrix) parts {
	n := t.Items()
	if n == 0 {
		return parts{}
	}
	observed, expected := t.Agreement(w)
	return chanceCorrected(observed, expected, n)
}

// influence is that of the item's cell.
func (m *cohen) influence(_ parts, _ stats.Variance) []float64 {
	t := m.table(m.times)
	effect := t.Effects(m.w)
	psi := make([]float64, len(m.size))
	for i := range psi {
		if k, l, ok := m.cell(i); ok {
			psi[i] = effect[k*m.levels+l]
		}
	}
	return psi
}
