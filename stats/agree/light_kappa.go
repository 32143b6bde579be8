package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/crosstab"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// LightKappa returns Light's kappa, the mean of the kappas of all pairs of
// raters. The error is that of Options.Check.
func LightKappa(m *rating.Matrix, o stats.Options) (stats.Result, error) { return lightKappa.Of(m, o) }

// lightKappa is the mean of the kappas of all pairs of raters.
var lightKappa = &stats.Coefficient{
	ID:       "light_kappa",
	Name:     "Light's kappa",
	Group:    stats.OwnChance,
	Traits:   stats.Weighted | stats.Whose | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"light", "mean_kappa"},
	Doc: stats.Doc{
		What: "The mean of Cohen's kappa over all pairs of raters.",
		Formula: []string{
			"mean over pairs g < h of κ_gh, each over the items that the two share",
		},
		Assumes: "As Cohen's kappa, for each pair.",
		Misleads: "Each pair weighs the same, even one that shares two items. Where pairs " +
			"share few items, single kappas of −1 or 1 move it. As Cohen's kappa it is low " +
			"where one level prevails.",
		Missing: "Each pair counts with the items that it shares. A pair that shares fewer " +
			"than two, or whose shared ratings are all one level, has no kappa and is left " +
			"out and counted.",
		Kin: "conger_kappa pools agreement and chance over pairs before it divides, and is " +
			"steadier.",
		References: []string{
			"Light, R. J. (1971). Measures of response agreement for qualitative data: some " +
				"generalizations and alternatives. Psychological Bulletin 76(5), 365–377.",
			"Conger, A. J. (1980). Integration and generalization of kappas for multiple " +
				"raters. Psychological Bulletin 88(2), 322–328.",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model { return &light{d.byRatings(), d.meetings(), w.Matrix} }),
}

// light is the model of Light's kappa.
type light struct {
	*frame
	meetings *meetings
	w        weight.Matrix
}

func (m *light) on() *frame { return m.frame }

// each calls visit with each two raters who stand and meet: how often they do
// (once, but in a resample of raters), their table and its kappa, which is not
// ok below two items.
func (m *light) each(times []float64, visit func(often float64, t crosstab.Table, k parts), gather func(int, float64)) {
	m.meetings.each(times, func(g, h int32, t crosstab.Table) {
		k := parts{}
		often := m.often[g] * m.often[h]
		if often > 0 {
			k = tableKappa(t, m.w)
			k.ok = k.ok && k.items >= 2
		}
		visit(often, t, k)
	}, gather)
}

// value is the mean of the pairs' kappas. Its observed and expected agreement
// are means over all pairs that meet; the value is not made of them.
func (m *light) value(times []float64) parts {
	mean := parts{items: total(times)}
	var meeting, defined float64
	m.each(times, func(often float64, _ crosstab.Table, k parts) {
		if often == 0 {
			return
		}
		mean.pairs++
		meeting += often
		mean.observed += often * k.observed
		mean.expected += often * k.expected
		if k.ok {
			mean.pairsUsed++
			defined += often
			mean.value += often * k.value
		}
	}, nil)
	if meeting > 0 {
		mean.observed /= meeting
		mean.expected /= meeting
	}
	if defined > 0 {
		mean.value /= defined
		mean.ok = true
	}
	return mean
}

// influence is the mean over pairs of (n/n_gh) ψ_gh, with ψ_gh as Cohen's.
func (m *light) influence(p parts, _ stats.Variance) []float64 {
	psi := make([]float64, len(m.size))
	m.each(m.times, func(_ float64, t crosstab.Table, k parts) {
		if !k.ok {
			clear(t.Cells)
			return
		}
		for c, effect := range t.Effects(m.w) {
			t.Cells[c] = effect * p.items / k.items / float64(p.pairsUsed)
		}
	}, func(pattern int, cell float64) { psi[pattern] += cell })
	return psi
}
