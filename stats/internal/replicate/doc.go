// Package replicate computes statistics of a Matrix again and again, without
// one unit at a time or with units drawn anew, and says what the replicates
// tell of their error. A unit is an item, or a lesson with all its items.
package replicate
