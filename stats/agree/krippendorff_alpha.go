package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// KrippendorffAlpha returns Krippendorff's alpha: nominal under identity
// weights, interval under quadratic ones. The error is that of Options.Check.
func KrippendorffAlpha(m *rating.Matrix, o stats.Options) (stats.Result, error) {
	return krippendorffAlpha.Of(m, o)
}

// krippendorffAlpha compares the disagreement within items with that of the
// same ratings dealt out at random, without replacement.
var krippendorffAlpha = &stats.Coefficient{
	ID:       "krippendorff_alpha",
	Name:     "Krippendorff's alpha",
	Group:    stats.PooledChance,
	Traits:   stats.Weighted | stats.DataWeighted | stats.Chance | stats.ZeroNull,
	Synonyms: []string{"krippendorff", "alpha", "kripp_alpha"},
	Doc: stats.Doc{
		What: "One minus the disagreement within items over the disagreement of the same " +
			"ratings dealt out at random. With identity weights nominal alpha, with " +
			"krippendorff_ordinal ordinal, with quadratic interval, with ratio ratio alpha.",
		Formula: []string{
			"α = 1 − (N − 1) Σ_ck o_ck d_ck / Σ_ck n_c n_k d_ck",
			"o_ck = Σ_i r_ic (r_ik − 1{c=k}) / (r_i − 1) over items with r_i ≥ 2; n_c = Σ_k " +
				"o_ck; N = Σ_c n_c",
			"With w = 1 − d/max d this is (pa − pe)/(1 − pe), pa = (1 − 1/N) pa' + 1/N, pe = " +
				"Σ_kl w_kl π_k π_l,",
			"pa' the mean agreement in which an item counts by its ratings, π_k = n_k/N.",
		},
		Assumes: "That raters are interchangeable, as Fleiss' kappa does.",
		Misleads: "Where one level prevails it is near 0 or below while nearly all pairs " +
			"agree. Pooled over indicators or lessons it counts what is plain to all (that " +
			"some items are harder) as agreement.",
		Missing: "Items rated once are dropped, from chance too. An item counts by its number " +
			"of ratings.",
		Kin: "Fleiss' kappa with a correction for few ratings; α of the interval metric is " +
			"near ICC(1), and one minus it is the report's distance. Its ordinal metric is " +
			"not Gwet's ordinal weights.",
		References: []string{
			"Krippendorff, K. (2011). Computing Krippendorff's alpha-reliability. University " +
				"of Pennsylvania.",
			"Hayes, A. F., & Krippendorff, K. (2007). Answering the call for a standard " +
				"reliability measure for coding data. Communication Methods and Measures " +
				"1(1), 77–89.",
			"Gwet, K. L. (2014). Handbook of Inter-Rater Reliability, 4th ed. Advanced " +
				"Analytics: section 5.3 (standard error).",
		},
	},
	Estimator: modelOf(func(d *Data, w weights) model {
		f := d.byCounts()
		m := &alpha{frame: f, w: w}
		if w.byCount == nil {
			m.agreement = pairAgreement(f, w.Matrix)
		}
		return m
	}),
}

// alpha is the model of Krippendorff's alpha. It reads pairable items only.
type alpha struct {
	*frame
	w         weights
	agreement []float64 // of each pattern's pairs; nil where weights depend on the data
}

func (m *alpha) on() *frame { return m.frame }

func (m *alpha) value(times []float64) parts {
	n, ratings, items := m.levelCounts(times)
	if items == 0 {
		return parts{}
	}
	w, agreement := m.w.Matrix, m.agreement
	if m.w.byCount != nil {
		w = m.w.byCount(n)
		agreement = pairAgreement(m.frame, w)
	}
	pa := m.observed(times, agreement, ratings)
	pe := w.Form(n, n) / (ratings * ratings)
	epsilon := 1 / ratings
	return chanceCorrected((1-epsilon)*pa+epsilon, pe, items)
}

// observed is pa': the agreement of items, each counting by its ratings.
func (m *alpha) observed(times, agreement []float64, ratings float64) float64 {
	var sum float64
	for p, t := range times {
		sum += t * m.size[p] * agreement[p]
	}
	return sum / ratings
}

// levelCounts returns the pairable ratings on each level, n_k, their sum N,
// and the number of items with a pair.
func (m *alpha) levelCounts(times []float64) (n []float64, ratings, items float64) {
	n = make([]float64, m.levels)
	for p, t := range times {
		if t == 0 || m.pairs[p] == 0 {
			continue
		}
		items += t
		ratings += t * m.size[p]
		for k, r := range m.count(p) {
			n[k] += t * r
		}
	}
	return n, ratings, items
}

// influence is a_i − α' of Gwet 2014 section 5.3, over the n' pairable items:
//
//	a_i = (pa_i − pe)/(1 − pe) − 2(1 − α')(pe_i − pe)/(1 − pe)
//	pa_i = r_i pa(i)/r̄ − pa'(r_i − r̄)/r̄,  pe_i = Σ_k πw_k r_ik/r̄ − pe(r_i − r̄)/r̄
//
// and as α = (1 − 1/N)α' + 1/N, times 1 − 1/N. As published pa stands for pa'
// in the correction for r_i, and the factor is not there.
func (m *alpha) influence(p parts, v stats.Variance) []float64 {
	if m.w.byCount != nil {
		return nil
	}
	n, ratings, items := m.levelCounts(m.times)
	pi := make([]float64, len(n))
	for k := range n {
		pi[k] = n[k] / ratings
	}
	mean := ratings / items
	pa := m.observed(m.times, m.agreement, ratings)
	centre := pa
	if v == stats.Gwet {
		centre = p.observed
	}
	value := (pa - p.expected) / (1 - p.expected)
	psi := make([]float64, len(m.size))
	for i, r := range m.size {
		if m.pairs[i] == 0 {
			continue
		}
		off := (r - mean) / mean
		pai := r*m.agreement[i]/mean - centre*off
		pei := m.w.Form(m.count(i), pi)/mean - p.expected*off
		psi[i] = (pai-p.expected-2*(1-value)*(pei-p.expected))/(1-p.expected) - value
		if v != stats.Gwet {
			psi[i] *= 1 - 1/ratings
		}
	}
	return psi
}

// shrink returns 1 − 1/N.
func (m *alpha) shrink() float64 {
	_, ratings, _ := m.levelCounts(m.times)
	return 1 - 1/ratings
}
