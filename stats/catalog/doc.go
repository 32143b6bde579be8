// Package catalog lists every coefficient of the statistics packages in one
// order, so that a command can name, explain and compute any of them.
//
// Coefficients is that list; Lookup finds one by its id or a usual synonym.
// Groups says what the coefficients of a kind have in common, and when to take
// one of them.
package catalog
