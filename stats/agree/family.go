package agree

import (
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/weight"
)

// A chance says what agreement to expect by chance. It is all in which the
// members of the kappa family differ.
type chance interface {
	// expected returns pe with pattern p standing times[p] times.
	expected(times []float64) float64
	// shares returns pe_i of each pattern as the frame stands: their mean over
	// items is pe, and an item moves pe by 2(pe_i − pe)/n.
	shares() []float64
}

// kappa is the model of the kappa family: (pa − pe)/(1 − pe), with pa the
// mean over items of the agreement of their pairs of raters.
//
//	pa = (1/n') Σ_{r_i≥2} Σ_k r_ik(r*_ik − 1)/(r_i(r_i − 1))   Gwet 2014 (5.3.22)
type kappa struct {
	*frame
	agreement []float64 // of each pattern's pairs; 0 where there is none
	chance    chance
}

// newKappa returns the member of the family with the given chance.
func newKappa(f *frame, w weight.Matrix, c chance) model {
	return &kappa{f, pairAgreement(f, w), c}
}

// pairAgreement returns pa_i of each pattern: the mean weight of its ordered
// pairs of ratings, 0 where there is none.
func pairAgreement(f *frame, w weight.Matrix) []float64 {
	agreement := make([]float64, len(f.size))
	for p := range agreement {
		if f.pairs[p] > 0 {
			r := f.count(p)
			self := f.size[p]*f.size[p] - f.pairs[p] // r_i: ratings paired with themselves
			agreement[p] = (w.Form(r, r) - self) / f.pairs[p]
		}
	}
	return agreement
}

func (m *kappa) on() *frame { return m.frame }

func (m *kappa) value(times []float64) parts {
	var items, paired, sum float64
	for p, t := range times {
		items += t
		if m.pairs[p] > 0 {
			paired += t
			sum += t * m.agreement[p]
		}
	}
	if paired == 0 {
		return parts{items: items}
	}
	return chanceCorrected(sum/paired, m.chance.expected(times), items)
}

// influence is, corrected,
//
//	ψ_i = (n/n') 1{r_i≥2} (pa_i − pa)/(1 − pe) − 2(1 − κ)(pe_i − pe)/(1 − pe)
//
// and as published κ*_i − κ of Gwet 2014, section 5.3, which takes n' as fixed
// and so counts how often an item happens to be rated once.
func (m *kappa) influence(p parts, v stats.Variance) []float64 {
	ratio := p.items / m.paired(m.times)
	psi := make([]float64, len(m.size))
	for i, share := range m.chance.shares() {
		psi[i] = -2 * (1 - p.value) * (share - p.expected) / (1 - p.expected)
		paired := m.pairs[i] > 0
		switch {
		case v == stats.Gwet && paired:
			psi[i] += ratio*(m.agreement[i]-p.expected)/(1-p.expected) - p.value
		case v == stats.Gwet:
			psi[i] -= p.value
		case paired:
			psi[i] += ratio * (m.agreement[i] - p.observed) / (1 - p.expected)
		}
	}
	return psi
}

// fixedChance is a chance that does not depend on the ratings.
type fixedChance struct {
	pe       float64
	patterns int
}

func (c fixedChance) expected([]float64) float64 { return c.pe }

func (c fixedChance) shares() []float64 {
	shares := make([]float64, c.patterns)
	for p := range shares {
		shares[p] = c.pe
	}
	return shares
}

// margins gives the share of each level in each pattern, r_ik/r_i, and their
// mean over items: π_k, items rated once included.
type margins struct {
	*frame
	share []float64 // pattern by pattern
}

func newMargins(f *frame) margins {
	share := make([]float64, len(f.counts))
	for p, n := range f.size {
		if n == 0 { // left without a rater
			continue
		}
		for k, r := range f.count(p) {
			share[p*f.levels+k] = r / n
		}
	}
	return margins{f, share}
}

// of returns r_ik/r_i of pattern p for each level.
func (m margins) of(p int) []float64 { return m.share[p*m.levels : (p+1)*m.levels] }

// mean returns π_k.
func (m margins) mean(times []float64) []float64 {
	pi := make([]float64, m.levels)
	var items float64
	for p, t := range times {
		if t == 0 {
			continue
		}
		items += t
		for k, share := range m.of(p) {
			pi[k] += t * share
		}
	}
	for k := range pi {
		pi[k] /= items
	}
	return pi
}
