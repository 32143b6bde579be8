// Package variance splits the variance of ratings into components: lessons,
// indicators, raters, and their two-way interactions, by restricted maximum
// likelihood (REML), and says from them how dependable scores are.
//
// # Model
//
// A score, in steps of its scale so that a unit is a level, is
//
//	y = mean of its scale + lesson + indicator + rater
//	    + lesson:indicator + lesson:rater + indicator:rater + residual
//
// with independent random effects of mean zero, one variance a term. Several
// scales in one form each have a mean of their own, and share the variances. A
// lesson in two rounds is two lessons. A missing score is a missing
// row: any pattern of them will do that is not informative by itself. Ratings
// are whole levels; the model takes their rounding for residual.
//
// A term with one level is in the mean, and a term whose effects the ratings
// cannot tell from another's is part of it: with one lesson, what looks like
// the rater is rater and lesson × rater, and the residual holds indicator ×
// rater. Such terms are dropped and listed, with the terms that their
// variance went into. They are found by rank: components can be told apart
// exactly where the matrices M ZZ' M of the terms (M takes the means out) are
// linearly independent, and their inner products need only counts.
//
// # Estimates
//
// REML climbs the restricted likelihood within the bounds, variances of zero
// or more. Each step solves the quadratic model with average information
// (Gilmour, Thompson & Cullis 1995) exactly under the bounds, and is halved
// until the likelihood grows. At the end the Kuhn-Tucker conditions hold: a
// zero component has a negative score there. The start is MINQUE(0). On
// complete data, inside the bounds, the estimates are those of the analysis
// of variance. Nothing is random, and sums run in the order of the Table.
//
// The covariance of the scores is never formed. Of two ways to solve the
// model the cheaper is taken; they agree to rounding.
//
//   - layered, for sheets of which few cells are missing, across whichever
//     facet costs least (a rater's sheet of indicators for each lesson, say):
//     orthogonal contrasts within sheets leave two covariances between
//     sheets, each with as many unknowns as there are raters and lessons. A
//     missing cell is a fixed effect of its own, which changes nothing; they
//     are solved for by layer and by sheet, so that the work grows with the
//     cube of raters + lessons, and of the sheets with gaps, and not with the
//     interactions: 300 raters by 200 lessons by 20 indicators have 11,520
//     effects, and matrices of order 501 and of the sheets with gaps.
//   - absorbed, for anything else: the mixed-model equations, the term with
//     most levels absorbed by a Schur complement, the others dense.
//
// Where both would take more than a second or two the components are from
// moments, Henderson's method I: the sums of squares of the means of each
// term's levels, set equal to what the model expects of them (Searle, Casella
// & McCulloch 1992, section 5.3), whose work grows with the ratings and not
// with the square or cube of anything. They are unbiased before the bounds, and on
// balanced data they are REML's; on sparse data their errors are larger, by
// how much docs/performance.md says. The covariance of the estimates is that
// of samples drawn from the fitted model; effects and means are by conjugate
// gradients. [Options].Method chooses one or the other.
//
// # Intervals
//
// Standard errors are from the expected REML information. Intervals are not:
// variances of few raters are skewed. The inverse information is turned into
// the mean squares that an analysis of variance would have, independent, each
// a variance times a chi-square with its degrees of freedom, and these are
// inverted as generalised pivotal quantities (Weerahandi 1993; Hamada &
// Weerahandi 2000, J. Quality Technology 32, 241-253). On complete data the
// mean squares and their degrees of freedom are exact; elsewhere they match
// two moments. The same draws give the interval of every figure that hangs on
// the components: shares, G, Φ, and numbers of raters. Draws below zero count
// as zero, so that limits stay within [0, 1] where the figure does. Their
// coverage, simulated, is in docs/simulations-variance.md. The intervals
// speak of raters, lessons and indicators like these, all taken as samples.
//
// # References
//
//   - Searle, Casella & McCulloch 1992. Variance Components. Wiley.
//   - Gilmour, Thompson & Cullis 1995. Average information REML. Biometrics
//     51, 1440-1450.
//   - Patterson & Thompson 1971. Recovery of inter-block information when
//     block sizes are unequal. Biometrika 58, 545-554.
//   - Weerahandi 1993. Generalized confidence intervals. Journal of the
//     American Statistical Association 88.
//   - Brennan 2001. Generalizability Theory. Springer.
//   - Cronbach, Gleser, Nanda & Rajaratnam 1972. The Dependability of
//     Behavioral Measurements. Wiley.
package variance
