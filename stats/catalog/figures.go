package catalog

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// A Figure is what stats shows beside the coefficients: its page, the flag
// that asks for it, and what it is in a line.
type Figure struct {
	*stats.Coefficient
	Flag, Line string
}

// References that several figures share.
const (
	fleissNeeLandis = "Fleiss, J. L., Nee, J. C. M., & Landis, J. R. (1979). Large sample variance of kappa in the case of different sets of raters. Psychological Bulletin 86(5), 974–977."
	fleissBook      = "Fleiss, J. L., Levin, B., & Paik, M. C. (2003). Statistical Methods for Rates and Proportions, 3rd ed. Wiley: chapter 18."
	weir            = "Weir, J. P. (2005). Quantifying test-retest reliability using the intraclass correlation coefficient and the SEM. Journal of Strength and Conditioning Research 19(1), 231–240."
)

// Figures lists what stands beside the coefficients, by flag.
var Figures = []Figure{
	{
		Flag: "--boundaries", Line: "for each line between two levels: how often two raters are on the same side, chance, and kappa of the scale cut in two there",
		Coefficient: &stats.Coefficient{ID: "boundaries", Name: "Agreement at each line between two levels", Synonyms: []string{"boundary", "lines"}, Doc: stats.Doc{
			What: "Do raters share the line between Basic and Proficient, and the one between Proficient and Distinguished? For each line the scale is cut in two there, and the agreement on the side is given with what chance would give.",
			Formula: []string{
				"exact: for each item the share of its pairs on the same side of the line, then the mean over items",
				"chance: [n_b(n_b − 1) + n_a(n_a − 1)]/[n(n − 1)], two ratings drawn from all, n_b below and n_a above the line",
				"kappa: fleiss_kappa of the two sides",
				"shared: exact at least .85 and the lower limit of kappa at least .40; not shared: exact below .75 and the upper limit below .75; else the ratings cannot tell",
			},
			Assumes:    "Ordered levels.",
			Misleads:   "At a line that few ratings are beyond, nearly all pairs are on the same side by chance: read kappa beside it. The rule of what is shared is ours; in simulated teams it is false at most 3% of the time (simulations-boundaries.md).",
			Missing:    "Each item counts with the pairs that it has; items rated once do not count.",
			Kin:        "The agreement on each level (--levels) asks of one level against all others; which level is taken for which is --confusion.",
			References: []string{fleissBook, "Landis, J. R., & Koch, G. G. (1977). The measurement of observer agreement for categorical data. Biometrics 33(1), 159–174."},
		}},
	},
	{
		Flag: "--confusion", Line: "which level is taken for which, by all raters; with --pairs by each two of them",
		Coefficient: &stats.Coefficient{ID: "confusion", Name: "Confusion of levels", Synonyms: []string{"confusion_matrix"}, Doc: stats.Doc{
			What: "Which level is taken for which: a table of pairs of ratings of the same item by their levels. With --pairs it is also made of each two raters, the first by row.",
			Formula: []string{
				"all raters: c_kl = Σ_i r_ik r_il for k ≠ l, c_kk = Σ_i r_ik(r_ik − 1)/2; a pair of different levels stands on both sides of the diagonal",
				"two raters: n_kl items to which the first gave k and the second l",
			},
			Assumes:  "Nothing.",
			Misleads: "An item that ten raters rated has 45 pairs, one that two rated has one: items with many raters weigh more. Cells of common levels are full by chance alone.",
			Missing:  "Only items that two raters or more rated; of two raters those that both rated.",
			Kin:      "What boundaries and the agreement on each level are made of. The models of calibrate latent give each rater's chance of each level given the one that best explains all ratings.",
			References: []string{
				"Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20(1), 37–46.",
			},
		}},
	},
	{
		Flag: "--levels", Line: "for each level: specific agreement, kappa and alpha against all other levels, and z that tests whether kappa is 0",
		Coefficient: &stats.Coefficient{ID: "level_kappa", Name: "Agreement on each level", Synonyms: []string{"levels", "level_alpha", "specific_agreement", "category_kappa"}, Doc: stats.Doc{
			What: "Each level against all others: of those who gave it, how often another rater of the item gave it too (specific agreement), and kappa and alpha of that level alone.",
			Formula: []string{
				"specific agreement: Σ_i r_ik(r_ik − 1)/Σ_i r_ik(r_i − 1)",
				"kappa, alpha: fleiss_kappa and krippendorff_alpha of the scale with this level and all others as one",
				"z = κ_k/√(2/(n m(m − 1))), n items of m ratings each",
			},
			Assumes:    "As Fleiss' kappa. The test takes the same number of ratings for each item; elsewhere it is absent and the interval answers.",
			Misleads:   "A level that is rare has a wide interval, and its specific agreement is low by chance alone. With many levels one p under .05 is nothing: they are not adjusted.",
			Missing:    "Each item counts with the pairs that it has.",
			Kin:        "Fleiss' kappa is the mean of the levels' kappas weighted by π_k(1 − π_k). Of two raters specific agreement is that of Cicchetti and Feinstein.",
			References: []string{"Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378–382.", fleissNeeLandis, fleissBook},
		}},
	},
	{
		Flag: "--pairs", Line: "of each two raters: agreement, kappas, and where 95% of their differences lie",
		Coefficient: &stats.Coefficient{ID: "limits_of_agreement", Name: "Limits of agreement", Synonyms: []string{"bland_altman", "limits", "limit_low", "limit_high"}, Doc: stats.Doc{
			What: "For point scores: by how much two raters differ. The mean difference (how much higher the first rates), and the limits between which 95% of the differences lie.",
			Formula: []string{
				"d̄ ± 1.96 s, d = first − second, s their standard deviation (difference_sd); 1.96 is that of --confidence",
			},
			Assumes:  "Differences that are normal and do not grow with the score. On a scale of four levels they are neither, and the shares within one level say more.",
			Misleads: "Wide limits are no disagreement on levels: on a long scale a few points are little. Items of one lesson are not independent, so that limits of few lessons are surer than they look.",
			Missing:  "Items that both rated. The pairs of ratings are taken as independent: repeats of one subject are not modeled apart.",
			Kin:      "sem times 2.77 is their half-width where raters do not differ in severity. Lin's concordance and ICC(A,1) say the same beside the spread of the items.",
			References: []string{
				"Bland, J. M., & Altman, D. G. (1986). Statistical methods for assessing agreement between two methods of clinical measurement. The Lancet 327, 307–310.",
				"Bland, J. M., & Altman, D. G. (1999). Measuring agreement in method comparison studies. Statistical Methods in Medical Research 8(2), 135–160.",
			},
		}},
	},
	{
		Flag: "--groups COLUMN", Line: "do two groups of raters, each as a whole, use the levels alike",
		Coefficient: &stats.Coefficient{ID: "group_kappa", Name: "Agreement between two groups of raters", Synonyms: []string{"vanbelle_albert"}, Doc: stats.Doc{
			What: "Do two groups of raters, each taken as a whole, use the levels alike on the same items? Not whether the members of a group agree among themselves. Of more than two groups it is given for each two.",
			Formula: []string{
				"(Π_o − Π_e)/(Π_m − Π_e)",
				"Π_o = mean over items of Σ_kl w_kl p_ik q_il, Π_e = Σ_kl w_kl p̄_k q̄_l, p and q the two groups' shares of the levels",
				"Π_m = mean over items of max(Σ_kl w_kl p_ik p_il, Σ_kl w_kl q_ik q_il): what groups that differ within can reach",
			},
			Assumes:    "Groups that are whole: the raters are those that there are, and not a sample of a group.",
			Misleads:   "Two groups that are each at odds within can agree as wholes, and do so at 1. As every kappa it is low where one level prevails.",
			Missing:    "The items that both groups rated, each with the raters that it has. The error leaves out each item in turn, or each lesson.",
			Kin:        "With one rater in each group Cohen's kappa. --compare asks instead whether one group agrees within itself better than another.",
			References: []string{"Vanbelle, S., & Albert, A. (2009). Agreement between two independent groups of raters. Psychometrika 74(3), 477–491."},
		}},
	},
	{
		Flag: "--repeats", Line: "raters with themselves over rounds, Fleiss' kappa",
		Coefficient: &stats.Coefficient{ID: "intra_kappa", Name: "Kappa of raters with themselves", Synonyms: []string{"intra_rater_kappa"}, Doc: stats.Doc{
			What: "How far raters agree with themselves: Fleiss' kappa over the ratings that one rater gave the same indicator of the same lesson in several rounds. Each rater's item is an item, each round one of its ratings.",
			Formula: []string{
				"fleiss_kappa, with the weights asked for, of items = rater × lesson × indicator, raters = rounds",
			},
			Assumes:  "Rounds that rate the same lesson anew, without memory of the first rating or talk in between.",
			Misleads: "After a talk it shows the talk, not unsteadiness. Items of all raters stand on one pile, so that raters who differ in severity make it higher.",
			Missing:  "What a rater rated in one round only does not count. In files of one round it is absent (one_round); several rounds are read with --round all.",
			Kin:      "intra_icc for scores on even steps. Agreement between raters is bounded by it.",
			References: []string{
				"Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378–382.",
				"Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced Analytics: intra-rater reliability.",
			},
		}},
	},
	{
		Flag: "--repeats", Line: "raters with themselves over rounds, ICC(1)",
		Coefficient: &stats.Coefficient{ID: "intra_icc", Name: "ICC of raters with themselves", Synonyms: []string{"intra_rater_icc"}, Doc: stats.Doc{
			What: "As intra_kappa for scores on even steps: of the variance of one rating, the share that is not the rater's own unsteadiness from round to round.",
			Formula: []string{
				"icc_1_1 of items = rater × lesson × indicator, ratings = rounds",
			},
			Assumes:  "As intra_kappa, and even steps.",
			Misleads: "It rises with the spread of the items and of the raters' severities, which are not unsteadiness. Software with models of its own for repeats (subject, rater and their interaction in one) calls another ratio intra-rater.",
			Missing:  "As intra_kappa.",
			Kin:      "icc_1_1 between raters.",
			References: []string{
				"Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86(2), 420–428.",
			},
		}},
	},
	errorOf("sem", "Standard error of measurement", "standard error of measurement: one rater's scores about an item's own, severity aside",
		"How far, in levels, one rater's score of an item is off the item's own, severity aside.", "√MSE of items × raters"),
	errorOf("sep", "Standard error of prediction", "standard error of prediction: a second score given the first",
		"How far, in levels, a second rater's score is off what the first one's predicts.", "S √(1 − R²), S the standard deviation of all scores, R the ICC(C,1)"),
	errorOf("see", "Standard error of the estimate", "standard error of the estimate: an item's own level given a score",
		"How far, in levels, an item's own score is off what one rater's score says of it.", "S √(R(1 − R)), S the standard deviation of all scores, R the ICC(C,1)"),
	testOf("mcnemar", "McNemar's test", "two raters, each level: does one give it more often", "(b − c)²/(b + c) on 1 degree of freedom; exact p from the binomial of b + c and ½",
		"McNemar, Q. (1947). Note on the sampling error of the difference between correlated proportions or percentages. Psychometrika 12(2), 153–157."),
	testOf("stuart_maxwell", "Stuart and Maxwell's test", "two raters, all levels at once: do they use them alike", "d'V⁻¹d of the differences of the margins, V under the hypothesis, q − 1 degrees of freedom",
		"Stuart, A. (1955). A test for homogeneity of the marginal distributions in a two-way classification. Biometrika 42, 412–416.",
		"Maxwell, A. E. (1970). Comparing the classification of subjects by two independent judges. British Journal of Psychiatry 116, 651–655."),
	testOf("bhapkar", "Bhapkar's test", "as stuart_maxwell, with the variance that the ratings have whatever the hypothesis", "χ²/(1 − χ²/n) of stuart_maxwell's χ²",
		"Bhapkar, V. P. (1966). A note on the equivalence of two test criteria for hypotheses in categorical data. Journal of the American Statistical Association 61, 228–235."),
	testOf("cochran_q", "Cochran's Q", "three raters or more, each level: does one give it more often", "Q on r − 1 degrees of freedom, over the items that all rated",
		"Cochran, W. G. (1950). The comparison of percentages in matched samples. Biometrika 37, 256–266."),
	testOf("cohen_zero", "Test that Cohen's kappa is 0", "two raters: z from the error that kappa has where it is 0", "κ/√var_0, var_0 = [Σ_kl p_k. p_.l (w_kl − w̄_k. − w̄_.l)² − pe²]/[n(1 − pe)²]",
		"Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and weighted kappa. Psychological Bulletin 72(5), 323–327."),
	testOf("fleiss_zero", "Test that Fleiss' kappa is 0", "all raters: z from the error that kappa has where it is 0", "κ/√var_0, var_0 = 2[(Σpq)² − Σpq(q − p)]/[(Σpq)² n r(r − 1)]",
		fleissNeeLandis),
}

// errorOf is the page of an error of measurement.
func errorOf(id, name, line, what, formula string) Figure {
	return Figure{Flag: "--errors", Line: line, Coefficient: &stats.Coefficient{ID: id, Name: name, Doc: stats.Doc{
		What: what, Formula: []string{formula},
		Assumes:    "Even steps; errors of one size, whatever the item and the rater.",
		Misleads:   "On a short scale part of it is rounding to whole levels. It has no interval here. Below it two scores do not differ surely: a difference takes 1.96 √2 of it.",
		Missing:    "Where raters have gaps the residual variance by restricted maximum likelihood stands for MSE, and the sum of the components for S².",
		Kin:        "icc_c_1 beside the spread of the items; limits_of_agreement of two raters.",
		References: []string{weir},
	}}}
}

// testOf is the page of a test of whether raters use the levels alike, or
// kappa is 0.
func testOf(id, name, line, formula string, references ...string) Figure {
	return Figure{Flag: "--tests", Line: line, Coefficient: &stats.Coefficient{ID: id, Name: name, Doc: stats.Doc{
		What: "A test: " + line + ".", Formula: []string{formula},
		Assumes:    "Items that are independent. Indicators of one lesson are not: p is smaller than it should be.",
		Misleads:   "With many items the smallest difference is sure, with few a large one is not. It says nothing on how far raters agree.",
		Missing:    "Items that all the raters in question rated.",
		Kin:        "All tests stand in one list: --tests.",
		References: references,
	}}}
}

// LookupFigure returns the figure with an id or a synonym.
func LookupFigure(id string) (Figure, bool) {
	for _, f := range Figures {
		if f.ID == fold(id) || slices.Contains(f.Synonyms, fold(id)) {
			return f, true
		}
	}
	return Figure{}, false
}
