// Package cell reads single cells before anything is known of their column:
// names as they are compared, numbers and words that can be scores, dates and
// times.
package cell
