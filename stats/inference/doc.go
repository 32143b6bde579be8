// Package inference is the one engine of errors: how far a statistic of
// ratings may be from what it estimates.
//
// Effects say how far each unit, an item, a lesson or a rater, moves a
// statistic: they come from a linearization, or from leaving out one unit at a
// time (Jackknife). A Spread is the variance that they make, or a bootstrap's
// replicates; Around puts limits and a test around a value. Run computes the
// figures of a Matrix without each of its units, or with units drawn anew.
//
// What cannot be computed is absent with its reason: no limit is ever NaN.
package inference
