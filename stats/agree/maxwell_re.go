package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// MaxwellRE returns Maxwell's RE of two raters on two levels. The error is that
// of Options.Check.
func MaxwellRE(m *rating.Matrix, o stats.Options) (stats.Result, error) { return maxwellRE.Of(m, o) }

// maxwellRE is 2pa − 1, the Brennan-Prediger coefficient of two levels.
var maxwellRE = &stats.Coefficient{
	ID:       "maxwell_re",
	Name:     "Maxwell's RE",
	Group:    stats.EvenChance,
	Traits:   stats.OnScale | stats.TwoRaters | stats.TwoLevels | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"maxwell", "re"},
	Doc: stats.Doc{
		What: "The random error coefficient of two raters on two levels: the share of " +
			"items that agree minus the share that do not.",
		Formula: []string{"2 pa − 1"},
		Assumes: "That a rater in doubt picks either level with probability one half.",
		Misleads: "Where nearly all ratings are one level it is high though the raters may " +
			"tell nothing apart. It knows two levels only: a longer scale must be cut, and " +
			"the cut decides the answer.",
		Missing: "Items rated by one of the two do not count.",
		Kin:     "brennan_prediger with two levels; PABAK; Holley and Guilford's G.",
		References: []string{
			"Maxwell, A. E. (1977). Coefficients of agreement between observers and their " +
				"interpretation. British Journal of Psychiatry 130(1), 79–83.",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byCounts()
		return newKappa(f, w.Matrix, fixedChance{0.5, len(f.size)})
	}),
}
