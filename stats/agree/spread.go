package agree

import (
	"context"
	"math"

	"github.com/cb401426/calibrate/stats"
)

// A spread is how far a coefficient may be from what it estimates.
type spread struct {
	variance float64
	df       float64 // of t; +Inf means normal
	method   string
	why      stats.Reason // why there is none; empty where there is one

	census                bool // the whole population was drawn: no error is left
	replicates, undefined int
}

// none returns the spread that is absent for a reason.
func none(why stats.Reason) spread { return spread{why: why} }

// spread computes the variance that the options ask for.
func (d *Data) spread(ctx context.Context, m model, p parts, o Options) (spread, error) {
	return d.overItems(m, p, o), nil
}

// overItems returns the variance over items, or over lessons of items: by the
// linearisation where there is one, else by the jackknife.
func (d *Data) overItems(m model, p parts, o Options) spread {
	if psi := m.influence(p, o.Variance); psi != nil {
		method := "linearisation"
		if o.Variance == Gwet {
			method = "linearisation as published"
		}
		return d.linearised(m.on(), psi, p.items, method, o)
	}
	return d.jackknifed(m, p, o)
}

// linearised returns the variance of a mean over items of ψ:
//
//	v = (1 − f)/(n(n − 1)) Σ_i ψ_i²
//
// and by lesson, with S_c the sum of ψ over the items of lesson c of L,
//
//	v = (1 − f) L/(L − 1) Σ_c (S_c/n)².
func (d *Data) linearised(f *frame, psi []float64, n float64, method string, o Options) spread {
	if f.paired(f.times) < 2 {
		return none(stats.TooFewItems)
	}
	drawn := fraction(int(n), o.PopulationItems)
	s := spread{method: method, census: drawn == 1}
	var squares float64
	if o.unit() == ByItem {
		for p, t := range f.times {
			squares += t * psi[p] * psi[p]
		}
		s.df = n - 1
		s.variance = (1 - drawn) * squares / (n * (n - 1))
		return s
	}
	lessons := float64(d.pairedClusters(f))
	if lessons < 2 {
		return none(stats.TooFewItems)
	}
	sums := make([]float64, d.clusters)
	for i, p := range f.of {
		sums[d.cluster[i]] += psi[p]
	}
	for _, sum := range sums {
		squares += (sum / n) * (sum / n)
	}
	s.df = lessons - 1
	s.variance = (1 - drawn) * lessons / (lessons - 1) * squares
	return s
}

// pairedClusters counts the lessons with an item that two raters rated: only
// they say anything on agreement.
func (d *Data) pairedClusters(f *frame) int {
	seen := make([]bool, d.clusters)
	lessons := 0
	for i, p := range f.of {
		if c := d.cluster[i]; f.pairs[p] > 0 && !seen[c] {
			seen[c] = true
			lessons++
		}
	}
	return lessons
}

// flat is the largest standard error that is taken for rounding.
const flat = 1e-12

// se returns the standard error; rounding counts as 0.
func (s spread) se() float64 {
	se := math.Sqrt(max(0, s.variance))
	if se < flat {
		return 0
	}
	return se
}
