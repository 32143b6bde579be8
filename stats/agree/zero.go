package agree

import (
	"math"
	"slices"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// FleissZero tests whether Fleiss' kappa is 0, with the standard error that it
// has when it is. Never build an interval from that error. It knows items with
// one number of ratings r and identity weights only:
//
//	var_0 = 2[(Σpq)² − Σpq(q − p)]/[(Σpq)² n r(r − 1)],  q = 1 − p
//
// (Fleiss, Nee & Landis 1979, Psychological Bulletin 86, 974–977).
func (d *Data) FleissZero() stats.Test {
	test := stats.Test{ID: "fleiss_zero", Items: d.Items()}
	_, r := d.job(fleissKappa, stats.Options{})
	if !r.Value.OK() {
		return test.Without(r.Value.Reason())
	}
	f, raters := d.byCounts(), 0.0
	for p, n := range f.size {
		if f.times[p] == 0 {
			continue
		}
		if raters != 0 && n != raters {
			return test.Without(stats.NeedsComplete)
		}
		raters = n
	}
	var pq, skew float64
	for _, p := range newMargins(f).mean(f.times) {
		pq += p * (1 - p)
		skew += p * (1 - p) * (1 - 2*p)
	}
	v := 2 * (pq*pq - skew) / (pq * pq * float64(d.Items()) * raters * (raters - 1))
	return zTest(test, r.Value.Or(0), v)
}

// CohenZero tests whether Cohen's kappa under a scheme of weights (nil:
// identity) is 0, with the standard error that it has when it is:
//
//	var_0 = [Σ_kl p_k. p_.l (w_kl − w̄_k. − w̄_.l)² − pe²]/[n(1 − pe)²]
//
// with w̄_k. = Σ_l w_kl p_.l and w̄_.l = Σ_k w_kl p_k. (Fleiss, Cohen & Everitt
// 1969, Psychological Bulletin 72, 323–327, (9); for identity weights (14)).
func (d *Data) CohenZero(w *weight.Scheme) stats.Test {
	test := stats.Test{ID: "cohen_zero"}
	j, r := d.job(cohenKappa, stats.Options{Weights: w})
	if !r.Value.OK() {
		return test.Without(r.Value.Reason())
	}
	f, weights := j.model.on(), j.weights.Matrix
	t := f.table(f.times)
	n := t.Items()
	first, second := t.Margins()
	byFirst, bySecond := make([]float64, t.Levels), make([]float64, t.Levels)
	for k := range t.Levels {
		for l, w := range weights.Row(k) {
			byFirst[k] += w * second[l] / n
			bySecond[l] += w * first[k] / n
		}
	}
	pe := j.parts.expected
	v := -pe * pe
	for k := range t.Levels {
		for l, w := range weights.Row(k) {
			off := w - byFirst[k] - bySecond[l]
			v += first[k] * second[l] / (n * n) * off * off
		}
	}
	test.Items = int(n)
	return zTest(test, r.Value.Or(0), v/(n*(1-pe)*(1-pe)))
}

// zTest fills in a value that is normal with the variance under the hypothesis.
func zTest(t stats.Test, value, variance float64) stats.Test {
	if !(variance > 0) {
		return t.Without(stats.NoSpread)
	}
	z := value / math.Sqrt(variance)
	t.Statistic = stats.Of(z)
	t.P = stats.Of(2 * distuv.UnitNormal.Survival(math.Abs(z)))
	return t.Without(stats.NotApplicable)
}

// Unanimity returns the share of items on which all who rated gave one level.
// The error is that of Options.Check.
func Unanimity(m *rating.Matrix, o stats.Options) (stats.Result, error) { return unanimity.Of(m, o) }

// unanimity is the share of items on which all raters gave the same level.
var unanimity = &stats.Coefficient{
	ID:       "unanimity",
	Name:     "Unanimity",
	Group:    stats.ObservedAgreement,
	Traits:   stats.SingleItem,
	Synonyms: []string{"all_agree", "complete_agreement"},
	Doc: stats.Doc{
		What: "The share of items on which all who rated gave the same level.",
		Formula: []string{
			"(1/n') #{i : r_i ≥ 2, max_k r_ik = r_i}",
		},
		Assumes: "Nothing.",
		Misleads: "It falls with every further rater, however well they agree: three raters " +
			"who each agree with the others 80% of the time are unanimous far less often. " +
			"Compare only teams of one size. One rater who differs spoils an item.",
		Missing: "An item counts with the raters that it has, so items with few raters are " +
			"unanimous more easily; items rated once do not count.",
		Kin: "What some packages call percent agreement. percent_agreement looks at pairs of " +
			"raters and can be compared between teams.",
		References: []string{
			"Conger, A. J. (1980). Integration and generalization of kappas for multiple " +
				"raters. Psychological Bulletin 88(2), 322–328 (r-wise agreement).",
		},
	},
	Estimator: modelOf(func(d *Data, _ weights) model {
		f := d.byCounts()
		all := make([]float64, len(f.size))
		for p, n := range f.size {
			if slices.Max(f.count(p)) == n {
				all[p] = 1
			}
		}
		return &kappa{f, all, fixedChance{0, len(f.size)}}
	}),
}
