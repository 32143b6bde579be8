package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// FleissKappa returns Fleiss' kappa, whose chance is what all raters together
// used. The error is that of Options.Check.
func FleissKappa(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return fleissKappa.Of(m, o)
}

// fleissKappa takes chance from the levels that all raters together use.
var fleissKappa = &stats.Coefficient{
	ID:       "fleiss_kappa",
	Name:     "Fleiss' kappa",
	Group:    stats.PooledChance,
	Traits:   stats.Weighted | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"fleiss", "multi_kappa"},
	Doc: stats.Doc{
		What: "Agreement beyond that of the same ratings dealt out at random over all items " +
			"and raters, with each level as frequent as the raters together made it.",
		Formula: []string{
			"(pa − pe) / (1 − pe)",
			"pe = Σ_kl w_kl π_k π_l, with identity weights Σ_k π_k²",
			"π_k = mean over all rated items of r_ik / r_i",
		},
		Assumes: "That raters are interchangeable: it does not ask who rated. A rater who is " +
			"harder than the others counts as disagreement.",
		Misleads: "Where one level prevails, chance agreement is near 1 and kappa can be near " +
			"0 while nearly all pairs agree (the kappa paradox): look at percent_agreement " +
			"and gwet_ac beside it. With few items it is too low by about (1 − κ)/(n r), " +
			"which krippendorff_alpha corrects.",
		Missing: "Each item counts with the pairs that it has; items rated once count in π.",
		Kin: "For two raters Scott's pi. Conger's kappa is the same with each rater's own " +
			"use of the levels.",
		References: []string{
			"Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. " +
				"Psychological Bulletin 76(5), 378–382; its example has κ = .430.",
			"Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced " +
				"Analytics: section 5.3 (missing ratings, weights, standard error).",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byCounts()
		return newKappa(f, w.Matrix, fleissChance{newMargins(f), w.Matrix})
	}),
}

// fleissChance is pe = Σ_kl w_kl π_k π_l.
type fleissChance struct {
	margins
	w weight.Matrix
}

func (c fleissChance) expected(times []float64) float64 {
	pi := c.mean(times)
	return c.w.Form(pi, pi)
}

func (c fleissChance) shares() []float64 {
	pi := c.mean(c.times)
	shares := make([]float64, len(c.size))
	for p := range shares {
		shares[p] = c.w.Form(c.of(p), pi)
	}
	return shares
}
