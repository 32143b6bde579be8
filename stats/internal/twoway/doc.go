// Package twoway fits item + rater to ratings with gaps. The cells are held
// sparsely; the factor with more levels is absorbed, so that the dense algebra
// is of the order of the smaller one.
package twoway
