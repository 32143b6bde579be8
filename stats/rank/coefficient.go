package rank

import (
	"github.com/cb401426/calibrate/stats"
)

// A statistic is how a coefficient is computed of a sample. It is the Estimator
// of every coefficient of this package.
type statistic struct {
	singletons bool // reads the items rated once

	value    func(*sample) stats.Number
	pairwise pairwise                 // in place of value: the mean over pairs of raters
	fisher   bool                     // the mean is of Fisher's z, and turned back
	test     func(*sample) stats.Test // nil: the t test of the error
}

// pairwise computes a figure of two raters from the table of their levels.
type pairwise func(t *table, values []float64) float64
