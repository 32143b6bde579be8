package rank

import "github.com/cb401426/calibrate/stats"

// Coefficients lists the coefficients, in the order in which a report shows
// them.
var Coefficients = []*stats.Coefficient{
	kendallW,
	kendallTauB,
	meanSpearman,
	meanPearson,
	meanSpearmanZ,
	meanPearsonZ,
	finnOneway,
	finnTwoway,
	robinsonA,
	iotaCoefficient,
}
