// Package samplesize says how many items or lessons it takes for an interval of
// agreement so wide, or for a test with so much power: like those that a result
// is of (UnitsForWidth, UnitsForTest), or under a model of two raters (Model,
// ItemsForFit).
//
// Each function returns a number of items (or lessons), never below 2, and
// panics on a confidence, significance or power that is not between 0 and 1:
// those are the caller's to check.
package samplesize
