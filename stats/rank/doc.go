// Package rank measures how far raters put items in the same order or give
// them the same scores: rank correlations, and older indices of consistency
// that other software prints.
//
// Coefficients lists the coefficients; each brings its Doc: formula, what it
// assumes, when it misleads, what it does with missing ratings. Estimate
// computes one of them.
//
// Symbols, as in the coefficients' documentation: n items, m raters, r_i
// ratings of item i, N ratings in all, SS and MS sums of squares and mean
// squares. Unless a coefficient says otherwise items rated once are left out:
// they compare nobody.
package rank
