package agree

import "github.com/cb401426/calibrate/stats"

// Coefficients lists the coefficients, in the order in which a report shows
// them.
var Coefficients = []*stats.Coefficient{
	percentAgreement,
	brennanPrediger,
	gwetAC,
	fleissKappa,
	congerKappa,
	krippendorffAlpha,
	cohenKappa,
	lightKappa,
	scottPi,
	vanOest,
	unanimity,
	kappaMax,
	maxwellRE,
	bangdiwalaB,
}

// Symbols lists the symbols of the formulas in the Docs, with their meaning.
var Symbols = [][2]string{
	{"n", "items with a rating"},
	{"n'", "items with two ratings or more"},
	{"r", "raters"},
	{"q", "levels of the scale"},
	{"r_ik", "raters who put item i in level k"},
	{"r_i", "raters of item i, Σ_k r_ik"},
	{"w_kl", "weight of levels k and l: 1 where they count as the same, 0 where as far apart as can be"},
	{"r*_ik", "raters of item i weighted by how near they are to level k, Σ_l w_kl r_il"},
	{"T_w", "sum of all weights, Σ_kl w_kl"},
	{"pa", "observed agreement; without a formula of its own that of percent_agreement"},
	{"pe", "agreement by chance"},
	{"π_k", "share of level k"},
	{"p_kl", "share of items that the first of two raters put in level k and the second in l; p_k. and p_.l its sums"},
}
