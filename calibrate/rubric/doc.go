// Package rubric knows scales and indicators: those of published rubrics, as
// data files without descriptors, and a district's own.
//
// A Rubric names the levels that a rating can take and what they are called,
// the indicators and their names, which of them have a scale of their own or
// run the other way, and what a rater writes who could not rate. It reads no
// ratings.
package rubric
