package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// VanOest returns van Oest's coefficient, whose chance is drawn towards even
// use. The error is that of Options.Check.
func VanOest(m *rating.Matrix, o stats.Options) (stats.Result, error) { return vanOest.Of(m, o) }

// vanOest takes chance from the levels used, drawn towards even use.
var vanOest = &stats.Coefficient{
	ID:       "van_oest",
	Name:     "van Oest's coefficient",
	Group:    stats.PooledChance,
	Traits:   stats.Weighted | stats.OnScale | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"oest", "van_oest_i"},
	Doc: stats.Doc{
		What: "Agreement beyond chance, with each level's frequency estimated in the Bayesian " +
			"way: as if each level of the scale had been given once more. Between " +
			"Brennan-Prediger (few ratings) and Fleiss' kappa (many).",
		Formula: []string{
			"(pa − pe) / (1 − pe)",
			"pa = Σ_i Σ_k r_ik (r*_ik − 1) / Σ_i r_i (r_i − 1): every pair of ratings counts " +
				"the same",
			"pe = Σ_kl w_kl p̃_k p̃_l, p̃_k = (1 + n_k)/(q + N), n_k ratings of level k among N",
		},
		Assumes: "That before the ratings were seen all frequencies of the levels were " +
			"equally likely, and that raters are interchangeable.",
		Misleads: "With many ratings it has the paradox of Fleiss' kappa. It grows with N on " +
			"the same shares of agreement, so files of different size do not quite compare. " +
			"Levels that nobody uses count: declare the scale.",
		Missing: "Every pair of ratings counts the same, so an item counts by its pairs; " +
			"items rated once count in p̃.",
		Kin: "Fleiss' kappa with Laplace's rule of succession.",
		References: []string{
			"van Oest, R. (2019). A new coefficient of interrater agreement: the challenge of " +
				"highly unequal category proportions. Psychological Methods 24(4), 439–451.",
			"van Oest, R., & Girard, J. M. (2022). Weighting schemes and incomplete data: a " +
				"generalized Bayesian framework for chance-corrected interrater agreement. " +
				"Psychological Methods 27(6), 1069–1088.",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byCounts()
		return &oest{f, w.Matrix, pairAgreement(f, w.Matrix)}
	}),
}

// oest is the model of van Oest's coefficient.
type oest struct {
	*frame
	w         weight.Matrix
	agreement []float64
}

func (m *oest) on() *frame { return m.frame }

// sums returns the weighted pairs that agree, all pairs, the smoothed shares
// p̃_k, and q + N.
func (m *oest) sums(times []float64) (agree, pairs float64, share []float64, ratings float64) {
	share = make([]float64, m.levels)
	for k := range share {
		share[k] = 1
	}
	ratings = float64(m.levels)
	for p, t := range times {
		if t == 0 {
			continue
		}
		agree += t * m.pairs[p] * m.agreement[p]
		pairs += t * m.pairs[p]
		ratings += t * m.size[p]
		for k, n := range m.count(p) {
			share[k] += t * n
		}
	}
	for k := range share {
		share[k] /= ratings
	}
	return agree, pairs, share, ratings
}

func (m *oest) value(times []float64) parts {
	agree, pairs, share, _ := m.sums(times)
	if pairs == 0 {
		return parts{items: total(times)}
	}
	return chanceCorrected(agree/pairs, m.w.Form(share, share), total(times))
}

// influence is the derivative of the value by the times of an item, centred:
// the prior does not grow with the items, so it does not sum to 0 by itself.
func (m *oest) influence(p parts, _ stats.Variance) []float64 {
	_, pairs, share, ratings := m.sums(m.times)
	psi := make([]float64, len(m.size))
	var mean float64
	for i, r := range m.size {
		observed := m.pairs[i] * (m.agreement[i] - p.observed) / pairs
		expected := 2 * (m.w.Form(m.count(i), share) - r*p.expected) / ratings
		psi[i] = p.items * (observed - (1-p.value)*expected) / (1 - p.expected)
		mean += m.times[i] * psi[i] / p.items
	}
	for i := range psi {
		psi[i] -= mean
	}
	return psi
}
