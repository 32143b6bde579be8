// Package rasch fits the many-facet Rasch model to ratings (Linacre 1989):
//
//	log P(k)/P(k−1) = lesson − indicator − severity − step(k)
//
// Every element of every facet has a measure in logits on one ruler. Data
// holds the ratings in any number of facets, the first of them the lessons, of
// which a higher measure means higher ratings; in all others it means lower
// ratings. Fit estimates measures and steps by joint or marginal maximum
// likelihood and returns them with errors, fit, summaries and all that
// follows from them.
//
// A level that nobody used has probability 0; the levels that were used keep
// their distance, so that an unused level between two others is a gap of two
// points and not of one. Missing ratings are missing: the model needs none of
// them.
//
// # References
//
// Linacre 1989, Many-Facet Rasch Measurement. Wright & Masters 1982, Rating
// Scale Analysis. Myford & Wolfe 2003, Journal of Applied Measurement 4, pp.
// 386-422, and 2004, 5, pp. 189-227. Eckes 2015, Introduction to Many-Facet
// Rasch Measurement, 2nd edition.
package rasch
