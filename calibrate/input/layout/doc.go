// Package layout says how a sheet of cells holds ratings: which field each of
// its columns is, in which blocks its rows stand, what is left out, what is in
// doubt, and the flags that settle it. Package recognize finds it.
package layout
