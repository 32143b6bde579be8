package catalogue

// Coefficients lists every coefficient, in the order of the JSON report's
// documentation.
var Coefficients = []*Entry{
	agreement("percent_agreement", observed),
	agreement("brennan_prediger", even),
	agreement("gwet_ac", even),
	agreement("fleiss_kappa", pooled),
	agreement("conger_kappa", own),
	agreement("krippendorff_alpha", pooled).data(),
	agreement("cohen_kappa", own),
	agreement("light_kappa", own),
	agreement("scott_pi", pooled),
	agreement("van_oest", pooled),
	agreement("unanimity", observed),
	agreement("kappa_max", beside),
	ranking("kendall_w", order),
	ranking("kendall_tau_b", order),
	ranking("mean_spearman", order),
	ranking("mean_pearson", order),
	ranking("finn_oneway", older),
	ranking("finn_twoway", older),
	ranking("robinson_a", older),
	ranking("iota", older),
	inLesson("rwg_j", withinGroup),
	inLesson("rwg_star_j", withinGroup),
	agreement("maxwell_re", even),
	agreement("bangdiwala_b", beside),
}
