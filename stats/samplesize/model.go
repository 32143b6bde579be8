package samplesize

import (
	"math"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/crosstab"
	"github.com/cb401426/calibrate/stats/weight"
)

// A Model of two raters says how their ratings come about: they share their
// margins, and agree by more than chance in the part Kappa of items.
//
//	p_kl = (1 − κ) p_k p_l + κ p_k 1{k=l}
//
// (Donner & Eliasziw 1992, Statistics in Medicine 11, 1511–1519, for two
// levels; Altaye, Donner & Klar 2001, Biometrics 57, for more).
type Model struct {
	Margins []float64 // p_k, which sum to 1
	Weights *weight.Scheme
}

// table returns the table of one item under a kappa.
func (m Model) table(kappa float64) crosstab.Table {
	t := crosstab.New(len(m.Margins))
	for k, p := range m.Margins {
		for l, q := range m.Margins {
			t.Cells[k*t.Levels+l] = (1 - kappa) * p * q
		}
		t.Cells[k*t.Levels+k] += kappa * p
	}
	return t
}

// variance returns n times the large-sample variance of Cohen's kappa under
// the model (Fleiss, Cohen & Everitt 1969 (13)). It is not ok where the model
// leaves nothing to vary.
func (m Model) variance(kappa float64) (v float64, ok bool) {
	values := make([]float64, len(m.Margins))
	for k := range values {
		values[k] = float64(k + 1)
	}
	scheme := m.Weights
	if scheme == nil {
		scheme = weight.Identity
	}
	w, ok := scheme.Matrix(values)
	if !ok {
		return 0, false
	}
	t := m.table(kappa)
	if _, expected := t.Agreement(w); 1-expected < 1e-12 {
		return 0, false
	}
	for i, psi := range t.Effects(w) {
		v += t.Cells[i] * psi * psi
	}
	return v, true
}

// ItemsForWidth returns how many items two raters must both rate for Cohen's
// kappa to have an interval of kappa ± half: n = (z/half)² V (Flack, Afifi,
// Lachenbruch & Schouten 1988, Psychometrika 53, 321–325).
func (m Model) ItemsForWidth(kappa, half, confidence float64) stats.Number {
	v, ok := m.variance(kappa)
	if !ok || !(half > 0) {
		return stats.None(stats.OutOfRange)
	}
	z := normal((1 + confidence) / 2)
	return atLeastTwo(z * z * v / (half * half))
}

// ItemsForTest returns how many items two raters must both rate for a
// two-sided test of Cohen's kappa against null, at the given significance, to
// have the given power when kappa is alternative:
//
//	n = [(z_{1−α/2} √V_0 + z_{1−β} √V_1)/(κ_1 − κ_0)]²
//
// (Cantor 1996, Psychological Methods 1, 150–153; Flack et al. 1988).
func (m Model) ItemsForTest(null, alternative, significance, power float64) stats.Number {
	v0, ok0 := m.variance(null)
	v1, ok1 := m.variance(alternative)
	if !ok0 || !ok1 || null == alternative {
		return stats.None(stats.OutOfRange)
	}
	root := (normal(1-significance/2)*math.Sqrt(v0) + normal(power)*math.Sqrt(v1)) / (alternative - null)
	return atLeastTwo(root * root)
}

// ItemsForFit returns how many items two raters must both rate on two levels,
// the first with the given share, for the goodness-of-fit test of kappa
// against null to have the given power: the n at which
// n Σ_j (P_j(κ_1) − P_j(κ_0))²/P_j(κ_0) is the non-centrality, P_j the
// probabilities of both at the first level, one, and none (Donner & Eliasziw
// 1992, Statistics in Medicine 11, 1511–1519).
func ItemsForFit(share, null, alternative, significance, power float64) stats.Number {
	m := Model{Margins: []float64{share, 1 - share}}
	t0, t1 := m.table(null), m.table(alternative)
	classes := func(t crosstab.Table) [3]float64 { return [3]float64{t.At(0, 0), t.At(0, 1) + t.At(1, 0), t.At(1, 1)} }
	p0, p1 := classes(t0), classes(t1)
	var apart float64
	for j := range p0 {
		if !(p0[j] > 0) {
			return stats.None(stats.OutOfRange)
		}
		apart += (p1[j] - p0[j]) * (p1[j] - p0[j]) / p0[j]
	}
	z := normal(1-significance/2) + normal(power)
	return atLeastTwo(z * z / apart)
}
