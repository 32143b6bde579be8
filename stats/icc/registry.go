package icc

import "github.com/cb401426/calibrate/stats"

// Coefficients lists the coefficients, in the order in which a report shows
// them.
var Coefficients = []*stats.Coefficient{
	icc11, icc1k, icc1k0,
	iccA1, iccAk, iccAk0,
	iccC1, iccCk, iccCk0,
	linCCC,
}
