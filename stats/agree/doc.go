// Package agree measures how far raters agree on the levels of a scale, and
// how sure that is.
//
// Coefficients lists the coefficients; each brings its Doc: formula, what it
// assumes, when it misleads, what it does with missing ratings. Estimate
// computes one of them under one scheme of weights; Prepare shares the work
// between several.
//
// Symbols, as in the coefficients' documentation: n items, r raters, q
// levels, r_ik raters who put item i in level k, r_i = Σ_k r_ik, n' items with
// r_i ≥ 2, w_kl the weight of levels k and l, r*_ik = Σ_l w_kl r_il,
// T_w = Σ_kl w_kl, pa observed agreement, pe agreement by chance.
//
// A missing rating is a missing cell: an item counts with the ratings that it
// has, none is filled in and none is dropped with its item. Items rated once
// say how often each level is used, but nothing on agreement.
//
// How often the intervals hold the truth, and where they do not as often as they
// say, is in docs/simulations-agreement.md.
//
// What cannot be computed is absent with its reason: no value is ever NaN.
package agree
