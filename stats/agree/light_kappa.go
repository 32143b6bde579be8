package agree

import "github.com/cb401426/calibrate/stats/weight"

// lightKappa is the mean of the kappas of all pairs of raters.
var lightKappa = &Coefficient{
	ID:           "light_kappa",
	Name:         "Light's kappa",
	Synonyms:     []string{"light", "mean_kappa"},
	TakesWeights: true,
	Doc: Doc{
		What: "The mean of Cohen's kappa over all pairs of raters.",
		Formula: []string{
			"mean over pairs g < h of κ_gh, each over the items that the two share",
		},
		Assumes: "As Cohen's kappa, for each pair.",
		Misleads: "Each pair weighs the same, even one that shares two items. Where pairs share few items, single kappas of −1 or 1 " +
			"move it. As Cohen's kappa it is low where one level prevails.",
		Missing: "Each pair counts with the items that it shares. A pair that shares fewer than two, or whose shared ratings are all one level, " +
			"has no kappa and is left out and counted.",
		Kin: "conger_kappa pools agreement and chance over pairs before it divides, and is steadier.",
		References: []string{
			"Light, R. J. (1971). Measures of response agreement for qualitative data: some generalizations and alternatives. Psychological Bulletin 76(5), 365–377.",
			"Conger, A. J. (1980). Integration and generalization of kappas for multiple raters. Psychological Bulletin 88(2), 322–328.",
		},
	},
	corrected: true, expects: true, tested: true,
	model: func(d *Data, w weights) model { return &light{d.byRatings(), d.pairing(), w.Matrix} },
}

// light is the model of Light's kappa.
type light struct {
	*frame
	pairing *pairing
	w       weight.Matrix
}

func (m *light) on() *frame { return m.frame }

// kappas returns the kappa of each pair that has one; the others are not ok.
func (m *light) kappas(tables []table) []parts {
	kappas := make([]parts, len(tables))
	for i, t := range tables {
		if kappas[i] = tableKappa(t, m.w); kappas[i].items < 2 {
			kappas[i].ok = false
		}
	}
	return kappas
}

// value is the mean of the pairs' kappas. Its observed and expected agreement
// are means over all pairs that meet; the value is not made of them.
func (m *light) value(times []float64) parts {
	mean := parts{items: total(times), pairs: len(m.pairing.pairs)}
	var meeting, defined float64
	for i, k := range m.kappas(m.pairing.tables(times, m.levels)) {
		w := m.standing(i)
		if w == 0 || k.items == 0 {
			continue
		}
		meeting += w
		mean.observed += w * k.observed
		mean.expected += w * k.expected
		if k.ok {
			defined += w
			mean.value += w * k.value
			mean.pairsUsed++
		}
	}
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

// standing returns how often the raters of a pair meet in a resample of
// raters; as the data stand, once.
func (m *light) standing(i int) float64 {
	pair := m.pairing.pairs[i]
	return m.often[pair.first] * m.often[pair.second]
}

// influence is the mean over pairs of (n/n_gh) ψ_gh, with ψ_gh as Cohen's.
func (m *light) influence(p parts, _ Variance) []float64 {
	tables := m.pairing.tables(m.times, m.levels)
	kappas := m.kappas(tables)
	q := m.levels * m.levels
	effects := make([]float64, len(tables)*q)
	for i, k := range kappas {
		if !k.ok || m.standing(i) == 0 {
			continue
		}
		effect := effects[i*q : (i+1)*q]
		copy(effect, cellEffects(tables[i], m.w, k))
		for c := range effect {
			effect[c] *= p.items / k.items / float64(p.pairsUsed)
		}
	}
	psi := make([]float64, len(m.size))
	for i := range psi {
		for j := m.pairing.start[i]; j < m.pairing.start[i+1]; j++ {
			psi[i] += effects[int(m.pairing.slot[j])*q+int(m.pairing.cell[j])]
		}
	}
	return psi
}
