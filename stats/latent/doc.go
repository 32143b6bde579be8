// Package latent finds the level that best explains all ratings of an item when
// nobody knows the answer, and how well each rater matches it.
//
// Each item has a level that is not seen, drawn from the prevalence; given it,
// raters rate independently. Three models say how a rater departs from it:
//
//   - Dawid & Skene: a chance for each level given each level.
//   - One coin: one chance to match; the other levels are equally likely.
//   - Ordinal: the rater perceives the level shifted by a severity, stretched
//     about the middle of the scale, and with normal noise, and gives the level
//     that is nearest.
//
// The level that best explains the ratings is not the truth: raters who share a
// mistake are believed. Missing ratings are missing at random.
//
// # References
//
// Dawid & Skene 1979, Applied Statistics 28, pp. 20-28. Uebersax 1988,
// Validity inferences from interobserver agreement, Psychological Bulletin 104.
package latent
