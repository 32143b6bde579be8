// Package weight says how far two levels of a scale agree.
//
// A weight is 1 where the levels are equal and less the further apart they
// are; a coefficient of agreement counts a pair of ratings by its weight.
// Schemes lists the schemes by id; Lookup also knows families with a
// parameter (power:1.5, within:1), and Custom takes any matrix.
//
// Symbols: q levels with values x_1 < … < x_q, their range R = x_q − x_1.
package weight
