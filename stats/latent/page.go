package latent

import "github.com/cb401426/calibrate/stats"

const (
	assumes = "Three raters or more, ten items, two lessons. Raters rate independently, given the level; items are alike in how hard they are to rate."
	missing = "Any ratings may be missing, if what is missing does not hang on what it would have been. A rater may rate an item again."
	dawid   = "Dawid, A. P., & Skene, A. M. (1979). Maximum likelihood estimation of observer error-rates using the EM algorithm. Applied Statistics 28(1), 20–28."
	schwarz = "Schwarz, G. (1978). Estimating the dimension of a model. Annals of Statistics 6(2), 461–464."
	believe = "It is not the truth: raters who share a mistake are believed, and one who alone is right is counted as off. "
)

// Pages are what there is to know about the models, by kind.
var Pages = map[string]stats.Doc{
	DawidSkene: {
		What: "Each item has a level that is not seen; each rater has a chance to give each level where that one stands. Found together: the level that best explains all ratings, and what each rater does.",
		Formula: []string{
			"P(ratings of item i) = Σ_t π_t Π_g θ_g(t, x_ig)",
			"EM: P(t | i) ∝ π_t Π_g θ_g(t, x_ig); θ_g(t, k) ∝ Σ_i P(t | i) 1{x_ig = k} + a·1{k = t}; π_t ∝ Σ_i P(t | i)",
			"a = 1 by default (--smoothing): as if each rater had matched each level once more",
		},
		Assumes: assumes,
		Misleads: believe + "It has q(q − 1) parameters a rater: with few items it fits noise. Without smoothing a rater's chances run to 0 and 1. " +
			"Where nearly all items are one level, the others rest on few.",
		Missing:    missing,
		Kin:        "one_coin and ordinal have fewer parameters; calibrate latent takes the lowest BIC. Also: DS, latent class analysis of raters.",
		References: []string{dawid, schwarz},
	},
	OneCoin: {
		What:       "As dawid_skene with one figure a rater: the chance to match the level, whatever it is; the other levels are equally likely.",
		Formula:    []string{"θ_g(t, t) = p_g, θ_g(t, k) = (1 − p_g)/(q − 1)"},
		Assumes:    assumes + " All mistakes are equally likely, near and far.",
		Misleads:   believe + "On an ordered scale mistakes are mostly near, so it seldom fits; it serves short files.",
		Missing:    missing,
		Kin:        "dawid_skene with all of a rater's rows alike.",
		References: []string{dawid, schwarz},
	},
	Ordinal: {
		What: "As dawid_skene for ordered levels with three figures a rater: severity, stretch (how much of the scale is used) and noise.",
		Formula: []string{
			"seen = m + stretch_g (t − m) − severity_g + noise_g ε, ε standard normal, m the middle of the scale, levels counted 1 apart",
			"the level given is the nearest: P(k | t) = Φ((k + ½ − seen̄)/noise) − Φ((k − ½ − seen̄)/noise)",
			"priors: severity 0 ± 0.5, stretch 1 ± 0.2, log noise log ½ ± 0.7",
		},
		Assumes: assumes + " Three levels or more, evenly spaced.",
		Misleads: believe + "A team that is severe together is explained by lower levels: only differences between raters are seen. The priors hold raters of few items near the others. " +
			"Severity and noise are printed as they act on the scale, whose ends make both smaller.",
		Missing:    missing,
		Kin:        "The many-facet Rasch model has lessons and indicators in place of an item's own level.",
		References: []string{dawid, schwarz, "Uebersax, J. S., & Grove, W. M. (1993). A latent trait finite mixture model for the analysis of rating agreement. Biometrics 49."},
	},
}
