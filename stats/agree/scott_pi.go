package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// ScottPi returns Scott's pi of two raters. The error is that of Options.Check.
func ScottPi(m *rating.Matrix, o stats.Options) (stats.Result, error) { return scottPi.Of(m, o) }

// scottPi is Fleiss' kappa of two raters.
var scottPi = &stats.Coefficient{
	ID:       "scott_pi",
	Name:     "Scott's pi",
	Group:    stats.PooledChance,
	Traits:   stats.Weighted | stats.TwoRaters | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"scott", "pi"},
	Doc: stats.Doc{
		What: "Agreement of two raters beyond that of the same ratings dealt out at random, " +
			"with each level as frequent as the two together made it.",
		Formula: []string{
			"(pa − pe) / (1 − pe)",
			"pe = Σ_kl w_kl π_k π_l, π_k = mean over all rated items of r_ik / r_i",
		},
		Assumes: "That the two raters use the levels alike; where they do not, that counts as " +
			"disagreement.",
		Misleads: "As Fleiss' kappa: near 0 where one level prevails, though nearly all items " +
			"agree. At most Cohen's kappa where both raters rated every item and the weights " +
			"are identity, linear or quadratic; with gaps, or with within:K, it can be above.",
		Missing: "Items rated by one of the two count in π, not in pa.",
		Kin: "Fleiss' kappa for two raters; the intraclass kappa. Cohen's kappa keeps " +
			"each rater's own margins.",
		References: []string{
			"Scott, W. A. (1955). Reliability of content analysis: the case of nominal scale " +
				"coding. Public Opinion Quarterly 19(3), 321–325.",
		},
	},
	Estimator: fleissKappa.Estimator,
}
