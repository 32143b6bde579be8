// Package scales finds the scale of every indicator of an input, by the user's
// word or by what stands in the cells, and reads cells as scores on it.
package scales
