// Package stats is the root of calibrate's statistics and holds what all of
// them share: a Number that can be absent, and the Reason why; a Coefficient
// with its Doc, the Options to compute it with, and its Result.
//
// The map of the packages below it:
//
//	catalog   every coefficient, by id
//	benchmark bands of a coefficient
//	homogeneity, samplesize  do raters use the levels alike; how many items it takes
//	rating    the data: Table (sparse, columnar, coded) and its view Matrix
//	weight    agreement weights between the levels of a scale
//	agree     chance-corrected agreement for categories, the kappa family
//	icc       intraclass correlations, concordance, limits of agreement
//	rank      rank correlations and older consistency indices
//	within    within-group agreement of one item (rwg, AD)
//	variance  variance components by REML, generalizability, decision studies
//	rasch     the many-facet Rasch model
//	latent    latent classes: the level that best explains an item's ratings
//	inference the one engine of errors: linearization, jackknife, limits
//	resample  bootstrap draws, seeded and parallel
//	dispersion limits of a ratio of disagreements: distance, alpha, Fleiss' kappa
//	habit     habits of single raters, by draws that hold on discrete ratings
//	rounds    change from round to round
//	text      what a reason says: evidence or opinion, like or unlike
//
// The packages import the standard library, gonum and x/sync (text also its
// word libraries). They know no file format and no report.
package stats
