// Package icc measures how far ratings on even steps tell items apart rather
// than raters: intraclass correlations, Lin's concordance, the standard error
// of a rating, and the limits within which two raters differ.
//
// Coefficients lists the coefficients; each brings its Doc. Cases names the
// ten cases of McGraw & Wong and which coefficient each is. Estimate computes
// one; Prepare shares the work between several.
//
// Symbols, as in the coefficients' documentation: n items, k raters, k0 the
// mean number of ratings of an item; σ²_i, σ²_r, σ²_e the variances of items,
// raters and residual; MSR, MSC, MSE and MSW the mean squares of items,
// raters, residual and within items.
//
// Where all raters rated all items the components come from the mean squares,
// and a negative one stays negative. With gaps they come from restricted
// maximum likelihood, and where that would take long from Henderson's method
// III; neither has one below 0.
package icc
