// Package teamtest makes up teams of raters for tests: tables drawn at random,
// teams with planted effects, tables written as rows of digits.
package teamtest
