// Package naming gives the names of an input codes, one for all spellings that
// differ in case or space alone, and finds names that may be one person or one
// thing in other ways.
package naming
