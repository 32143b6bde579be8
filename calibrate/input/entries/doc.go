// Package entries takes the ratings from the cells of an input, each with its
// names as codes, before any is read as a score: of which round they are, which
// names are one, and what is an indicator's id and what its long name.
package entries
