// Package reasons reads what raters wrote beside their ratings: it sweeps
// names, tells evidence from opinion, puts the pairs of an item into quadrants
// by rating and reason, and chooses quotes.
package reasons
