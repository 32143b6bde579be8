// Package analysis turns a Study into a Report: Analyse for the whole,
// Estimate for coefficients alone, ArchiveOf for a row a school or round.
//
// A file holds one section: a function over the work on a report, which has
// the study, its options and the team.Stats of its ratings. A section that
// cannot be computed leaves a note and never stops the others.
package analysis
