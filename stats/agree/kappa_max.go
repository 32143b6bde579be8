package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// KappaMax returns the greatest kappa that two raters' margins leave room for.
// The error is that of Options.Check.
func KappaMax(m *rating.Matrix, o stats.Options) (stats.Result, error) { return kappaMax.Of(m, o) }

// kappaMax is the greatest kappa that two raters' margins leave room for.
var kappaMax = &stats.Coefficient{
	ID:       "kappa_max",
	Name:     "Greatest possible kappa",
	Group:    stats.BesideKappa,
	Traits:   stats.Whose | stats.TwoRaters | stats.Chance,
	Synonyms: []string{"kappa_m", "max_kappa"},
	Doc: stats.Doc{
		What: "The kappa of two raters who use the levels as often as these two do and agree " +
			"as much as that allows.",
		Formula: []string{
			"(po_max − pe) / (1 − pe), po_max = Σ_k min(p_k., p_.k)",
		},
		Assumes: "As Cohen's kappa.",
		Misleads: "It is no agreement: it shows how much of what keeps kappa from 1 is that " +
			"one rater gives higher levels than the other. κ/κ_max treats that difference as " +
			"no fault, which for a common understanding it is.",
		Missing: "Only the items that both rated count.",
		Kin:     "Cohen's kappa is what is reached of it.",
		References: []string{
			"Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and " +
				"Psychological Measurement 20(1), 37–46: κ_M.",
		},
	},
	Estimator: modelOf(func(d *Data, _ weights) model { return &bound{d.byRatings()} }),
}

// bound is the model of the greatest kappa.
type bound struct{ *frame }

func (m *bound) on() *frame { return m.frame }

func (m *bound) value(times []float64) parts {
	t := m.table(times)
	n := t.Items()
	if n == 0 {
		return parts{}
	}
	first, second := t.Margins()
	var most, chance float64
	for k := range first {
		most += min(first[k], second[k])
		chance += first[k] * second[k]
	}
	return chanceCorrected(most/n, chance/(n*n), n)
}

// influence is nil: the minimum has no derivative where margins are equal.
func (m *bound) influence(parts, stats.Variance) []float64 { return nil }
