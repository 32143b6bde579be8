// Package input turns files that people hold into a table of ratings.
//
// It reads bytes in some encoding and format as sheets of cells, recognises
// how a sheet is laid out, and makes of any layout the same canonical rows
// (rater, lesson, indicator, score, reason, …), which are then read one way.
// It recognises structure; where that leaves a doubt it asks and never
// guesses. All that is wrong is reported at once, each problem with its file,
// row and column, and all that was repaired or left out is counted and listed.
package input
