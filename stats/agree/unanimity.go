package agree

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Unanimity returns the share of items on which all who rated gave one level.
// The error is that of Options.Check.
func Unanimity(m *rating.Matrix, o stats.Options) (stats.Result, error) { return unanimity.Of(m, o) }

// unanimity is the share of items on which all raters gave the same level.
var unanimity = &stats.Coefficient{
	ID:       "unanimity",
	Name:     "Unanimity",
	Group:    stats.ObservedAgreement,
	Traits:   stats.SingleItem,
	Synonyms: []string{"all_agree", "complete_agreement"},
	Doc: stats.Doc{
		What: "The share of items on which all who rated gave the same level.",
		Formula: []string{
			"(1/n') #{i : r_i ≥ 2, max_k r_ik = r_i}",
		},
		Assumes: "Nothing.",
		Misleads: "It falls with every further rater, however well they agree: three raters " +
			"who each agree with the others 80% of the time are unanimous far less often. " +
			"Compare only teams of one size. One rater who differs spoils an item.",
		Missing: "An item counts with the raters that it has, so items with few raters are " +
			"unanimous more easily; items rated once do not count.",
		Kin: "What some packages call percent agreement. percent_agreement looks at pairs of " +
			"raters and can be compared between teams.",
		References: []string{
			"Conger, A. J. (1980). Integration and generalization of kappas for multiple " +
				"raters. Psychological Bulletin 88(2), 322–328 (r-wise agreement).",
		},
	},
	Estimator: modelOf(func(d *Data, _ weights) model {
		f := d.byCounts()
		all := make([]float64, len(f.size))
		for p, n := range f.size {
			if slices.Max(f.count(p)) == n {
				all[p] = 1
			}
		}
		return &kappa{f, all, fixedChance{0, len(f.size)}}
	}),
}
