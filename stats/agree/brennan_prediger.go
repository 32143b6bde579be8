package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// BrennanPrediger returns the Brennan-Prediger coefficient, whose chance is
// even over the levels of the scale. The error is that of Options.Check.
func BrennanPrediger(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return brennanPrediger.Of(m, o)
}

// brennanPrediger takes all levels of the scale for equally likely.
var brennanPrediger = &stats.Coefficient{
	ID:     "brennan_prediger",
	Name:   "Brennan-Prediger",
	Group:  stats.EvenChance,
	Traits: stats.Weighted | stats.OnScale | stats.Chance | stats.ZeroNull,
	Synonyms: []string{
		"bp", "bennett_s", "bennett", "s", "pabak", "randolph", "free_marginal_kappa", "maxwell_s", "g_index",
	},
	Doc: stats.Doc{
		What: "Agreement beyond that of raters who pick any level of the scale with the same " +
			"probability.",
		Formula: []string{
			"(pa − pe) / (1 − pe)",
			"pe = T_w / q², with identity weights 1/q",
		},
		Assumes: "That guessing spreads evenly over the levels of the scale, whatever levels " +
			"the raters use.",
		Misleads: "Every level that the scale has and nobody uses raises it: declare the " +
			"scale that the raters had before them. Where nearly all ratings are one level it " +
			"is high though the raters may tell nothing apart.",
		Missing: "Each item counts with the pairs that it has. Chance does not look at the " +
			"ratings, so items rated once change nothing.",
		Kin: "With identity weights Bennett, Alpert and Goldstein's S, Randolph's " +
			"free-marginal kappa, Janson and Vegelius's C, and with two levels PABAK, " +
			"Maxwell's RE and Holley and Guilford's G.",
		References: []string{
			"Bennett, E. M., Alpert, R., & Goldstein, A. C. (1954). Communications through " +
				"limited-response questioning. Public Opinion Quarterly 18(3), 303–308.",
			"Brennan, R. L., & Prediger, D. J. (1981). Coefficient kappa: some uses, misuses, " +
				"and alternatives. Educational and Psychological Measurement 41(3), 687–699.",
			"Byrt, T., Bishop, J., & Carlin, J. B. (1993). Bias, prevalence and kappa. " +
				"Journal of Clinical Epidemiology 46(5), 423–429 (PABAK).",
			"Randolph, J. J. (2005). Free-marginal multirater kappa. ERIC ED490661.",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f, q := d.byCounts(), float64(len(d.values))
		return newKappa(f, w.Matrix, fixedChance{w.Total() / (q * q), len(f.size)})
	}),
}
