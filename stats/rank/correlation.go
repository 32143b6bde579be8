package rank

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// leastShared is how many items two raters must share for their correlation
// to enter a mean: on two items it is 1 or −1 whatever they think.
const leastShared = 3

const correlationMissing = "Each pair of raters over the items that both rated, three or more. " +
	"A rater who uses one level throughout has no correlation: the pair is left out and counted."

// MeanPearson returns the mean Pearson correlation of pairs of raters. The
// error is that of Options.Check.
func MeanPearson(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return meanPearson.Of(m, o)
}

// meanPearson is the mean product-moment correlation of the pairs of raters.
var meanPearson = &stats.Coefficient{
	ID:     "mean_pearson",
	Name:   "Mean Pearson correlation",
	Group:  stats.OnOrder,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What: "How far two raters' scores rise and fall together, on average over pairs of raters.",
		Formula: []string{
			"(1/P) Σ r_ab over the P pairs of raters",
			"r_ab = s_ab / (s_a s_b)",
		},
		Assumes: "Equal steps between levels; a straight line between two raters' scores.",
		Misleads: "It forgives severity and stretch: 1,2,3 against 2,3,4 is 1. Few items or few levels make it jump. " +
			"Dropping raters who vary little flatters.",
		Missing: correlationMissing,
		Kin: "The two-rater ICC(C,1) differs only in the spread of the two. mean_pearson_z is " +
			"averaged through Fisher's z, as other software does.",
		References: []string{
			"Pearson, K. (1895). Note on regression and inheritance in the case of two parents. Proceedings of the Royal Society of London 58, 240–242.",
		},
	},
	Estimator: statistic{pairwise: func(t *table, values []float64) float64 {
		return correlation(t.products(values, values))
	}},
}

// MeanSpearman returns the mean Spearman correlation of pairs of raters. The
// error is that of Options.Check.
func MeanSpearman(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return meanSpearman.Of(m, o)
}

// meanSpearman is the mean rank correlation of the pairs of raters.
var meanSpearman = &stats.Coefficient{
	ID:     "mean_spearman",
	Name:   "Mean Spearman correlation",
	Group:  stats.OnOrder,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What: "How far two raters put the items in the same order, on average over pairs of raters.",
		Formula: []string{
			"(1/P) Σ ρ_ab over the P pairs of raters",
			"ρ_ab = Pearson correlation of their midranks",
		},
		Assumes: "Order of levels only.",
		Misleads: "On few levels most pairs of items are tied, and the midranks stand for little. " +
			"It forgives severity.",
		Missing: correlationMissing + " Ranks are made anew from those items.",
		Kin: "Without ties and gaps, (mW − 1)/(m − 1) of Kendall's W. mean_spearman_z is averaged " +
			"through Fisher's z, as other software does.",
		References: []string{
			"Spearman, C. (1904). The proof and measurement of association between two things. American Journal of Psychology 15(1), 72–101.",
			"Kendall, M. G., & Gibbons, J. D. (1990). Rank Correlation Methods, 5th ed. Arnold: chapter 6.",
		},
	},
	Estimator: statistic{pairwise: func(t *table, _ []float64) float64 {
		return correlation(t.products(midranks(t.row), midranks(t.col)))
	}},
}

// KendallTauB returns Kendall's tau-b, the mean over pairs of raters. The error
// is that of Options.Check.
func KendallTauB(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return kendallTauB.Of(m, o)
}

// kendallTauB is the mean τ_b of the pairs of raters.
var kendallTauB = &stats.Coefficient{
	ID:     "kendall_tau_b",
	Name:   "Kendall's tau-b",
	Group:  stats.OnOrder,
	Traits: stats.Whose,
	Doc: stats.Doc{
		What: "Pairs of items that two raters put in the same order less those in the opposite order, as a share of those " +
			"that they do not tie. For more than two raters the mean over pairs.",
		Formula: []string{
			"(C − D) / √((P − T_a)(P − T_b))",
			"C pairs of items in the same order, D in the opposite one",
			"P = n(n − 1)/2, T_a and T_b the pairs tied for one rater",
		},
		Assumes:  "Order of levels only.",
		Misleads: "It forgives severity. Two scales that differ in number of levels used cannot reach 1.",
		Missing:  correlationMissing,
		Kin:      "Smaller than Spearman's ρ on the same data, about two thirds of it near 0. Goodman and Kruskal's γ without ties.",
		References: []string{
			"Kendall, M. G. (1945). The treatment of ties in ranking problems. Biometrika 33(3), 239–251.",
		},
	},
	Estimator: statistic{pairwise: func(t *table, _ []float64) float64 { return t.tauB() }},
}

// MeanPearsonZ returns the mean Pearson correlation of pairs of raters through
// Fisher's z. The error is that of Options.Check.
func MeanPearsonZ(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return meanPearsonZ.Of(m, o)
}

// MeanSpearmanZ returns the mean Spearman correlation of pairs of raters
// through Fisher's z. The error is that of Options.Check.
func MeanSpearmanZ(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return meanSpearmanZ.Of(m, o)
}

var (
	meanPearsonZ  = throughZ(meanPearson, "r")
	meanSpearmanZ = throughZ(meanSpearman, "ρ")
)

// throughZ returns the coefficient whose mean is taken of Fisher's z.
func throughZ(plain *stats.Coefficient, symbol string) *stats.Coefficient {
	st := plain.Estimator.(statistic)
	st.fisher = true
	return &stats.Coefficient{
		ID: plain.ID + "_z", Name: plain.Name + " through Fisher's z", Group: plain.Group, Traits: plain.Traits,
		Doc: stats.Doc{
			What: plain.Doc.What + " The mean is taken of Fisher's z and turned back, as published packages print it.",
			Formula: []string{
				"tanh((1/P) Σ artanh " + symbol + "_ab) over the P pairs of raters",
				plain.Doc.Formula[1],
			},
			Assumes: plain.Doc.Assumes,
			Misleads: plain.Doc.Misleads + " A pair near 1 pulls the mean up; one that is correlated perfectly has no z " +
				"and is left out, which lowers it; where all are, it is 1.",
			Missing:    plain.Doc.Missing + " So is a pair correlated perfectly.",
			Kin:        plain.ID + ", the plain mean.",
			References: append(append([]string{}, plain.Doc.References...), fisherZ),
		},
		Estimator: st,
	}
}

const fisherZ = "Silver, N. C., & Dunlap, W. P. (1987). Averaging correlation coefficients: should Fisher's z " +
	"transformation be used? Journal of Applied Psychology 72(1), 146–148."

// mean returns the mean of the statistic over the pairs of raters who share
// enough items and both vary on them, the number of pairs, and of those in the
// mean.
func (st statistic) mean(s *sample) (mean stats.Number, pairs, used int) {
	sum, shared := 0.0, false
	perfect, ones := 0, 0.0 // pairs correlated perfectly, and their sum
	s.eachPair(func(t *table) {
		pairs++
		if t.items < leastShared {
			return
		}
		shared = true
		if !t.varies() {
			return
		}
		x := st.pairwise(t, s.paired.Values())
		if st.fisher {
			if 1-math.Abs(x) < 1e-12 {
				perfect++
				ones += x
				return
			}
			x = math.Atanh(x)
		}
		sum += x
		used++
	})
	switch {
	case used > 0 && st.fisher:
		return stats.Of(math.Tanh(sum / float64(used))), pairs, used
	case used > 0:
		return stats.Of(sum / float64(used)), pairs, used
	case perfect > 0 && math.Abs(ones) > float64(perfect)-1e-9: // all alike
		return stats.Of(ones / float64(perfect)), pairs, perfect
	case perfect > 0:
		return stats.None(stats.Undefined), pairs, 0
	case shared:
		return stats.None(stats.NoVariation), pairs, 0
	}
	return stats.None(stats.TooFewItems), pairs, 0
}

func correlation(xy, xx, yy float64) float64 { return xy / math.Sqrt(xx*yy) }
