// Package calibrate is the domain: what a set of ratings says about a team's
// shared understanding of good instruction. Analyse turns a Study, the
// ratings and what is known of how they were read, into a Report. It knows no
// file format and no terminal.
//
// A file holds one section of the report: verdict, alignment, indicators,
// raters, pairs, groups, coefficients. A section that cannot be computed
// leaves a note and never stops the others.
package calibrate
