// Package within measures how far raters agree on one item, without other
// items to compare it with: rwg and its kin set the ratings' variance against
// that of ratings given at random, AD is the mean distance from the centre in
// levels.
//
// All take the ratings of an item as values, in any order, and need two of
// them. Where random ratings enter, they are uniform over the levels of the
// scale: pass all levels of the declared scale, not those that happen to
// occur.
//
// LeBreton & Senter's bands for rwg, rwg(j), r*wg(j) and awg are agree's
// benchmark lebreton_senter.
package within
