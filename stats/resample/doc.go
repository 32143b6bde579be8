// Package resample draws bootstrap replicates, seeded and in parallel, and sums
// them up.
//
// Each replicate has a generator of its own, made from the seed and the
// replicate's number alone, and writes its result by that number: the same
// seed gives the same results on any number of workers.
//
// A replicate in which the statistic is undefined is counted. Where more than
// MaxUndefined of them are, there is neither error nor limits.
package resample
