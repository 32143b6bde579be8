// Package gap measures what a team believes of where it is and where it
// should be: on each dimension every person gives two answers on one scale,
// and the distance between the two is the change that the person wants.
//
// Everything is counted in steps: a quarter of the scale's range, so that one
// rule serves 1-5, 1-7, 0-10 and a slider of 0-100. A [Dimension] holds the
// answers, [Dimension.Measure] its figures and the [Reading] that they allow.
// An answer that is missing is absent; a person with one answer of the two
// counts in the figures of that one and not in the gap.
package gap
