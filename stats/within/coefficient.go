package within

import (
	"github.com/cb401426/calibrate/stats"
)

// lesson computes a coefficient of the items of one lesson; of several lessons
// it is the mean. It is the Estimator of every coefficient of this package.
type lesson func(items [][]float64, scale []float64) stats.Number

// Coefficients lists the coefficients, in the order in which a report shows
// them.
var Coefficients = []*stats.Coefficient{rwgJ, rwgStarJ}

const (
	nullAssumes = "Raters at random would use each level of the scale as often, each item on its own."
	nullMissing = "Each item with the ratings that it has; items rated once are left out."
)

// rwgJ is RWGJ, lesson by lesson.
var rwgJ = &stats.Coefficient{
	ID:    "rwg_j",
	Name:  "rwg(j)",
	Group: stats.WithinGroup,
	Doc: stats.Doc{
		What: "How far the mean of a lesson's indicators would be agreed: the ratings' variance set against that " +
			"of ratings at random, stepped up to the mean of J indicators.",
		Formula: []string{
			"J(1 − s̄/σ²) / (J(1 − s̄/σ²) + s̄/σ²), mean over lessons",
			"s̄ = mean variance of the lesson's J items, divisor r_i − 1",
			"σ² = variance of a rating uniform over the levels",
		},
		Assumes: nullAssumes + " The indicators measure one thing.",
		Misleads: "It grows with the number of indicators: ten of .3 each make .81. The uniform null is generous where " +
			"everyone stays in the middle of the scale; undeclared levels that nobody used are not in it.",
		Missing: nullMissing,
		Kin: "r*wg(j) without the step up. Where raters spread more than at random (s̄ > σ²) in any lesson it has no value. " +
			"Its test is a simulation of the null; its bands are LeBreton and Senter's.",
		References: []string{
			"James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability with and without response bias. Journal of Applied Psychology 69(1), 85–98.",
			"LeBreton, J. M., & Senter, J. L. (2008). Answers to 20 questions about interrater reliability and interrater agreement. Organizational Research Methods 11(4), 815–852.",
		},
	},
	Estimator: lesson(RWGJ),
}

// rwgStarJ is RWGStarJ, lesson by lesson.
var rwgStarJ = &stats.Coefficient{
	ID:    "rwg_star_j",
	Name:  "r*wg(j)",
	Group: stats.WithinGroup,
	Doc: stats.Doc{
		What: "How far the ratings of a lesson's indicators fall short of the spread of ratings at random, " +
			"on average over indicators.",
		Formula: []string{
			"1 − s̄/σ², mean over lessons",
			"s̄ = mean variance of the lesson's items, divisor r_i − 1",
			"σ² = variance of a rating uniform over the levels",
		},
		Assumes: nullAssumes,
		Misleads: "The uniform null is generous where everyone stays in the middle of the scale; undeclared levels that " +
			"nobody used are not in it. Below 0 the raters spread more than at random, as two camps do.",
		Missing: nullMissing,
		Kin: "The mean of the items' rwg. Finn's one-way r weights items by their ratings. " +
			"Its test is a simulation of the null; its bands are LeBreton and Senter's.",
		References: []string{
			"Lindell, M. K., Brandt, C. J., & Whitney, D. J. (1999). A revised index of interrater agreement for multi-item ratings of a single target. Applied Psychological Measurement 23(2), 127–135.",
		},
	},
	Estimator: lesson(RWGStarJ),
}
