// Package column says of each column of a table what its cells hold and what its
// header names, and settles those that are the same in every layout: reasons,
// times, sums of others, what stands beside a rating.
package column
