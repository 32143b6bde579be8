package rasch

import "github.com/cb401426/calibrate/stats"

// Page is what there is to know about the model.
var Page = stats.Doc{
	What: "Raters, lessons, indicators and the steps of the scale on one ruler: the chance of a level against the next lower one hangs on how good " +
		"the lesson is, less how hard the indicator, how severe the rater and how high the step.",
	Formula: []string{
		"log P(k)/P(k − 1) = c + θ_lesson − δ_indicator − α_rater − τ_k, every facet with mean 0, the thresholds of a scale with mean 0",
		"rating scale model: τ_k is common; partial credit model: τ_ik of indicator i (or rater i)",
		"joint maximum likelihood: Σ(x − E) = 0 for each element, count − expected count = 0 for each level",
		"marginal: lessons are a normal sample, integrated out",
		"SE: from the inverse information, of the distance from the facet's mean; real: × √max(1, infit)",
		"corrected (--correction jml): measures and thresholds × c, their SE × √c, c = 1 − parameters/ratings",
		"infit = Σ(x − E)²/ΣV, outfit = Σz²/n; their z = (ms^⅓ − 1)·3/q + q/3",
		"G = true SD/RMSE, strata (4G + 1)/3, reliability G²/(1 + G²)",
	},
	Assumes: "That ratings are independent given the measures, that one ruler serves all indicators, and that raters differ in severity and not in what they look for. " +
		"Measures compare where ratings hang together: raters who share no lesson, directly or through others, are in different subsets.",
	Misleads: "With few ratings an element joint estimates are too wide, about n/(n − parameters): see --correction jml and --method mml. " +
		"Fit near 1 does not say that raters agree, only that they disagree as much as the model expects; a team that shares a wrong reading fits. " +
		"With one lesson, severity and the rater's view of that lesson cannot be told apart. Under about 30 ratings an element its error is wide.",
	Missing: "Any ratings may be missing, if what is missing does not hang on what it would have been. Elements with all ratings at one end get a " +
		"measure at a score moved 0.3 inward, are marked, and are left out of fit and summaries.",
	Kin: "Severity by least squares (the report's) is nearly the same ruler where levels are about evenly spaced and nobody is near the ends; " +
		"variance components say how much raters differ, this says who. Also: many-facet Rasch measurement, MFRM, the software Facets.",
	References: []string{
		"Linacre, J. M. (1989). Many-Facet Rasch Measurement. MESA Press.",
		"Wright, B. D., & Masters, G. N. (1982). Rating Scale Analysis. MESA Press.",
		"Wright, B. D., & Douglas, G. A. (1977). Best procedures for sample-free item analysis. Applied Psychological Measurement 1(2), 281–295.",
		"Myford, C. M., & Wolfe, E. W. (2003). Detecting and measuring rater effects using many-facet Rasch measurement: Part I. Journal of Applied Measurement 4(4), 386–422; Part II (2004) 5(2), 189–227.",
		"Eckes, T. (2015). Introduction to Many-Facet Rasch Measurement, 2nd edition. Peter Lang: chapters 3–8.",
	},
}
