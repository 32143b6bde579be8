// Package header says what the words of a header or of a name mean: the fields
// that a header names, in the languages that exports were seen in, and whether a
// name has the form of a lesson's, a rater's, a person's or an indicator's.
package header
