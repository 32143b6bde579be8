// Package calibrate is the contract: what a set of ratings says about a team's
// shared understanding of good instruction, as types. A Study is the ratings
// with what is known of how they were read, Options are the choices of an
// analysis, a Standard is a verdict rule, and a Report with its parts is the
// result, which is JSON as it stands: fields are added within a version, never
// renamed or removed. A value that is absent has its reason in the notes.
//
// Package analysis turns a Study into a Report; the figures are those of
// stats/team.
package calibrate
