package icc

import "github.com/cb401426/calibrate/stats"

const (
	shrout  = "Shrout, P. E., & Fleiss, J. L. (1979). Intraclass correlations: uses in assessing rater reliability. Psychological Bulletin 86(2), 420–428."
	mcgraw  = "McGraw, K. O., & Wong, S. P. (1996). Forming inferences about some intraclass correlation coefficients. Psychological Methods 1(1), 30–46; corrections 1(4), 390."
	searle  = "Searle, S. R., Casella, G., & McCulloch, C. E. (1992). Variance Components. Wiley: chapters 5, 6 and 8."
	koo     = "Koo, T. K., & Li, M. Y. (2016). A guideline of selecting and reporting intraclass correlation coefficients for reliability research. Journal of Chiropractic Medicine 15(2), 155–163."
	misread = "It rises with the spread of the items: items alike in quality make it low however well raters agree, and items of " +
		"several indicators on one pile make it high, for that some indicators are rated lower by all counts as agreement."
	missing = "Components by restricted maximum likelihood from all ratings, items rated once included (beyond some 200 raters and " +
		"as many items the two-way ones by Henderson's method III); error by leaving out items (or lessons), " +
		"for the F distribution does not hold. On complete data mean squares, F test and exact limits."
	average = "The mean of ten ratings is dependable even where single ratings are not: take the single form for one rater's work."
)

// The docs of the three ways to count error.
var (
	oneWayAssumes      = "Even steps; each item rated by raters of its own, a sample; equal variances. With the same raters throughout take ICC(A,1)."
	agreementAssumes   = "Even steps; raters are a sample, as are items; raters spread alike."
	consistencyAssumes = "Even steps; raters spread alike. That some are severe is no error: right where only order matters."
)

var icc11 = &stats.Coefficient{
	ID:    "icc_1_1",
	Name:  "ICC(1)",
	Group: stats.OnScores,
	Doc: stats.Doc{
		What:       "Of the variance of one rating, the share that is the items' own, where raters' severity cannot be told apart from the rest.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_w)", "complete data: (MSR − MSW) / (MSR + (k − 1) MSW)"},
		Assumes:    oneWayAssumes,
		Misleads:   misread,
		Missing:    missing,
		Kin:        "Shrout and Fleiss's ICC(1,1). Never above ICC(A,1) by much; near interval alpha where all raters rated all items.",
		References: []string{shrout, mcgraw, searle},
	},
	Estimator: form{oneWay, single},
}

var icc1k = &stats.Coefficient{
	ID:    "icc_1_k",
	Name:  "ICC(k)",
	Group: stats.OnScores,
	Doc: stats.Doc{
		What:       "ICC(1) of the mean of k ratings, k the number of raters.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_w/k)", "complete data: (MSR − MSW) / MSR"},
		Assumes:    oneWayAssumes,
		Misleads:   average + " With gaps k raters an item is more than there are: see icc_1_k0.",
		Missing:    missing,
		Kin:        "Shrout and Fleiss's ICC(1,k); Spearman and Brown's step up of ICC(1).",
		References: []string{shrout, mcgraw, searle},
	},
	Estimator: form{oneWay, everyone},
}

var icc1k0 = &stats.Coefficient{
	ID:    "icc_1_k0",
	Name:  "ICC(k0)",
	Group: stats.OnScores,
	Doc: stats.Doc{
		What:       "ICC(1) of the mean of as many ratings as an item has on average.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_w/k0)", "k0 = ratings / items"},
		Assumes:    oneWayAssumes,
		Misleads:   average,
		Missing:    missing,
		Kin:        "ICC(k) on complete data.",
		References: []string{shrout, mcgraw, searle},
	},
	Estimator: form{oneWay, typical},
}

var iccA1 = &stats.Coefficient{
	ID:     "icc_a_1",
	Name:   "ICC(A,1)",
	Group:  stats.OnScores,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What:       "Of the variance of one rating, the share that is the items' own; that raters differ in severity counts as error.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_r + σ²_e)", "complete data: (MSR − MSE) / (MSR + (k − 1) MSE + (k/n)(MSC − MSE))"},
		Assumes:    agreementAssumes,
		Misleads:   misread,
		Missing:    missing,
		Kin:        "Shrout and Fleiss's ICC(2,1). For two raters near Lin's concordance and quadratic kappa; Φ of one rater in generalizability.",
		References: []string{shrout, mcgraw, searle, koo},
	},
	Estimator: form{agreement, single},
}

var iccAk = &stats.Coefficient{
	ID:     "icc_a_k",
	Name:   "ICC(A,k)",
	Group:  stats.OnScores,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What:       "ICC(A,1) of the mean of k ratings, k the number of raters.",
		Formula:    []string{"σ²_i / (σ²_i + (σ²_r + σ²_e)/k)", "complete data: (MSR − MSE) / (MSR + (MSC − MSE)/n)"},
		Assumes:    agreementAssumes,
		Misleads:   average + " With gaps k raters an item is more than there are: see icc_a_k0.",
		Missing:    missing,
		Kin:        "Shrout and Fleiss's ICC(2,k). Its limits are those of ICC(A,1) stepped up; other software that enters ICC(A,k) in their formula prints wrong ones.",
		References: []string{shrout, mcgraw, searle, koo},
	},
	Estimator: form{agreement, everyone},
}

var iccAk0 = &stats.Coefficient{
	ID:     "icc_a_k0",
	Name:   "ICC(A,k0)",
	Group:  stats.OnScores,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What:       "ICC(A,1) of the mean of as many ratings as an item has on average.",
		Formula:    []string{"σ²_i / (σ²_i + (σ²_r + σ²_e)/k0)", "k0 = ratings / items"},
		Assumes:    agreementAssumes,
		Misleads:   average,
		Missing:    missing,
		Kin:        "ICC(A,k) on complete data; Φ of k0 raters in generalizability.",
		References: []string{shrout, mcgraw, searle},
	},
	Estimator: form{agreement, typical},
}

var iccC1 = &stats.Coefficient{
	ID:     "icc_c_1",
	Name:   "ICC(C,1)",
	Group:  stats.OnScores,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What:       "Of the variance of one rating, each rater's severity taken out, the share that is the items' own.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_e)", "complete data: (MSR − MSE) / (MSR + (k − 1) MSE)"},
		Assumes:    consistencyAssumes,
		Misleads:   misread + " It forgives severity: raters a level apart throughout have 1.",
		Missing:    missing,
		Kin:        "Shrout and Fleiss's ICC(3,1). For two raters near Pearson's correlation.",
		References: []string{shrout, mcgraw, searle, koo},
	},
	Estimator: form{consistency, single},
}

var iccCk = &stats.Coefficient{
	ID:     "icc_c_k",
	Name:   "ICC(C,k)",
	Group:  stats.OnScores,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What:       "ICC(C,1) of the mean of k ratings, k the number of raters.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_e/k)", "complete data: (MSR − MSE) / MSR"},
		Assumes:    consistencyAssumes,
		Misleads:   average + " It forgives severity. With gaps k raters an item is more than there are: see icc_c_k0.",
		Missing:    missing,
		Kin:        "Shrout and Fleiss's ICC(3,k); Cronbach's alpha with raters as items of a test; G in generalizability.",
		References: []string{shrout, mcgraw, searle, koo},
	},
	Estimator: form{consistency, everyone},
}

var iccCk0 = &stats.Coefficient{
	ID:     "icc_c_k0",
	Name:   "ICC(C,k0)",
	Group:  stats.OnScores,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What:       "ICC(C,1) of the mean of as many ratings as an item has on average.",
		Formula:    []string{"σ²_i / (σ²_i + σ²_e/k0)", "k0 = ratings / items"},
		Assumes:    consistencyAssumes,
		Misleads:   average + " It forgives severity; items rated by few have in truth that of their raters in it.",
		Missing:    missing,
		Kin:        "ICC(C,k) on complete data.",
		References: []string{shrout, mcgraw, searle},
	},
	Estimator: form{consistency, typical},
}
