package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// GwetAC returns Gwet's AC1 of m, or AC2 under other weights than identity. The
// error is that of Options.Check.
func GwetAC(m *rating.Matrix, o stats.Options) (stats.Result, error) { return gwetAC.Of(m, o) }

// gwetAC is Gwet's AC1, with weights AC2: chance agreement happens only on
// items that are hard to rate, so it is small where one level prevails.
var gwetAC = &stats.Coefficient{
	ID:       "gwet_ac",
	Name:     "Gwet's AC1/AC2",
	Group:    stats.EvenChance,
	Traits:   stats.Weighted | stats.OnScale | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"gwet", "ac", "ac1", "ac2", "gwet_ac1", "gwet_ac2"},
	Doc: stats.Doc{
		What: "Agreement beyond chance, where only raters who do not know agree by chance: " +
			"the more one level prevails, the less chance agreement there is. AC1 with " +
			"identity weights, AC2 with others.",
		Formula: []string{
			"(pa − pe) / (1 − pe)",
			"pe = T_w / (q (q − 1)) Σ_k π_k (1 − π_k)",
			"π_k = mean over all rated items of r_ik / r_i",
		},
		Assumes: "That an item is either easy, and rated rightly by all, or hard, and rated " +
			"at random over the levels; and that the spread of the levels used shows how many " +
			"are hard.",
		Misleads: "Where nearly all ratings are one level it comes near percent agreement, so " +
			"a high value does not show that raters tell the levels apart. Levels that nobody " +
			"uses raise it: declare the scale.",
		Missing: "Each item counts with the pairs that it has; items rated once count in π.",
		Kin: "The companion to look at when kappa is low though agreement is high (the " +
			"kappa paradox).",
		References: []string{
			"Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the " +
				"presence of high agreement. British Journal of Mathematical and Statistical " +
				"Psychology 61(1), 29–48.",
			"Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced " +
				"Analytics: chapters 4 and 5.",
			"Feinstein, A. R., & Cicchetti, D. V. (1990). High agreement but low kappa: I. " +
				"Journal of Clinical Epidemiology 43(6), 543–549.",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byCounts()
		return newKappa(f, w.Matrix, newGwetChance(newMargins(f), w.Total()))
	}),
}

// gwetChance is pe = T_w/(q(q−1)) Σ_k π_k(1 − π_k).
type gwetChance struct {
	margins
	factor float64 // T_w/(q(q−1))
}

func newGwetChance(m margins, totalWeight float64) gwetChance {
	q := float64(m.levels)
	if m.levels < 2 {
		return gwetChance{m, 0} // π(1 − π) is 0 anyway
	}
	return gwetChance{m, totalWeight / (q * (q - 1))}
}

func (c gwetChance) expected(times []float64) float64 {
	var sum float64
	for _, pi := range c.mean(times) {
		sum += pi * (1 - pi)
	}
	return c.factor * sum
}

func (c gwetChance) shares() []float64 {
	pi := c.mean(c.times)
	shares := make([]float64, len(c.size))
	for p := range shares {
		for k, share := range c.of(p) {
			shares[p] += c.factor * share * (1 - pi[k])
		}
	}
	return shares
}
