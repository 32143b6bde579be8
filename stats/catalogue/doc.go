// Package catalogue lists every coefficient of the statistics packages in one
// order and under one face, so that a command can name, explain and compute
// any of them.
//
// Coefficients is that list, a line each. Prepare shares the work between
// coefficients of the same ratings. Groups says what the coefficients of a kind
// have in common, and when to take one of them.
package catalogue
