package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// PercentAgreement returns percent agreement, the mean over items of the share
// of pairs of raters on one level. The error is that of Options.Check.
func PercentAgreement(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return percentAgreement.Of(m, o)
}

// percentAgreement is the mean over items of the share of pairs of raters
// who gave the same level.
var percentAgreement = &stats.Coefficient{
	ID:       "percent_agreement",
	Name:     "Percent agreement",
	Group:    stats.ObservedAgreement,
	Traits:   stats.Weighted | stats.SingleItem,
	Synonyms: []string{"agreement", "exact", "pa", "percent"},
	Doc: stats.Doc{
		What: "For each item the share of its pairs of raters who gave the same level, then " +
			"the mean over items. With weights a pair counts by its weight; with within:1 it " +
			"is agreement within one.",
		Formula: []string{
			"pa = (1/n') Σ_{r_i≥2} Σ_k r_ik (r*_ik − 1) / (r_i (r_i − 1))",
		},
		Assumes: "Nothing but that each item counts the same.",
		Misleads: "It takes no account of chance. Where most ratings are one level, or with " +
			"weights on a short scale, ratings dealt out at random agree nearly as often: " +
			"compare it with what chance would give.",
		Missing: "An item counts with the pairs that it has; items rated once do not count. " +
			"Elsewhere an item may weigh by its ratings (Krippendorff) or by its pairs " +
			"(pooled), which differs where ratings are missing.",
		Kin: "Pairwise agreement; Po; the observed agreement of all the kappas here. " +
			"unanimity asks for all raters of an item at once.",
		References: []string{
			"Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. " +
				"Psychological Bulletin 76(5), 378–382: P̄.",
			"Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced " +
				"Analytics: (5.3.22).",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byCounts()
		return newKappa(f, w.Matrix, fixedChance{0, len(f.size)})
	}),
}
