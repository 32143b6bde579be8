package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/weight"
)

// cohenKappa is the kappa of two raters, each with margins of their own.
var cohenKappa = &stats.Coefficient{
	ID:       "cohen_kappa",
	Name:     "Cohen's kappa",
	Group:    stats.OwnChance,
	Traits:   stats.Weighted | stats.Whose | stats.TwoRaters | stats.Chance | stats.ZeroNull,
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
				"Psychological Measurement 20(1), 37–46: (1), p. 40.",
			"Cohen, J. (1968). Weighted kappa. Psychological Bulletin 70(4), 213–220.",
			"Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors " +
				"of kappa and weighted kappa. Psychological Bulletin 72(5), 323–327: (13), p. " +
				"325.",
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
func tableKappa(t table, w weight.Matrix) parts {
	n := t.items()
	if n == 0 {
		return parts{}
	}
	var agreement float64
	for k := range t.levels {
		for l := range t.levels {
			agreement += w.At(k, l) * t.at(k, l)
		}
	}
	first, second := t.margins()
	return chanceCorrected(agreement/n, w.Form(first, second)/(n*n), n)
}

// influence is the linearisation behind Fleiss, Cohen & Everitt 1969, (8),
// p. 324, and for identity weights (13), p. 325:
//
//	ψ_kl = [w_kl − pa − (1 − κ)(w̄_k. + w̄_.l − 2pe)]/(1 − pe)
//
// with w̄_k. = Σ_l w_kl p_.l and w̄_.l = Σ_k w_kl p_k.
func (m *cohen) influence(p parts, _ stats.Variance) []float64 {
	t := m.table(m.times)
	effect := cellEffects(t, m.w, p)
	psi := make([]float64, len(m.size))
	for i := range psi {
		if k, l, ok := m.cell(i); ok {
			psi[i] = effect[k*m.levels+l]
		}
	}
	return psi
}

// cellEffects returns ψ_kl of each cell of a table whose kappa is p.
func cellEffects(t table, w weight.Matrix, p parts) []float64 {
	n := t.items()
	first, second := t.margins()
	byFirst, bySecond := make([]float64, t.levels), make([]float64, t.levels)
	for k := range t.levels {
		for l, w := range w.Row(k) {
			byFirst[k] += w * second[l] / n
			bySecond[l] += w * first[k] / n
		}
	}
	effect := make([]float64, len(t.cells))
	for k := range t.levels {
		for l := range t.levels {
			chance := byFirst[k] + bySecond[l] - 2*p.expected
			effect[k*t.levels+l] = (w.At(k, l) - p.observed - (1-p.value)*chance) / (1 - p.expected)
		}
	}
	return effect
}
