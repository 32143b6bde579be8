// Package region cuts a sheet into headers and the rows under them, without the
// titles, notes and sums around them.
package region
