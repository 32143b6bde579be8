// Package rating holds ratings in two forms.
//
// A Table is what was read: lessons, indicators, raters and groups as codes,
// one entry a rating, in an order that depends on the names alone and never
// on the order of the rows. A missing score is a missing entry. Tables are
// immutable.
//
// A Matrix is the items × raters view of the levels that a coefficient reads.
// Taking rows of it, once or many times, copies no scores, so that bootstrap,
// jackknife and subgroup are one operation.
package rating
