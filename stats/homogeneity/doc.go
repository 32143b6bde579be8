// Package homogeneity tests whether raters use the levels of a scale equally
// often: of two raters all levels at once (StuartMaxwell, Bhapkar) or each
// (McNemar), of any number each level (CochranQ).
//
// A test reads the items that all of its raters rated. What cannot be computed
// is absent with its reason.
package homogeneity
