package agree

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/resample"
)

// effects says how far each unit, an item or a lesson, moves a coefficient,
// so that the coefficient's variance over U units is U/(U − 1) Σ δ².
type effects struct {
	delta, often []float64 // δ of units that are alike, and how many are
	units        float64   // U
	method       string

	replicates, undefined int // of a jackknife
}

// effects returns the effects of a model's units: ψ_i/n by the linearisation,
// summed over the items of a lesson; where there is none, by the jackknife.
func (d *Data) effects(m model, p parts, o Options) (effects, stats.Reason) {
	f := m.on()
	lessons := d.pairedClusters(f)
	if f.paired(f.times) < 2 || (o.unit() == ByCluster && lessons < 2) {
		return effects{}, stats.TooFewItems
	}
	var psi []float64
	if !o.jackknifes(lessons) {
		psi = m.influence(p, o.Variance)
	}
	if psi == nil {
		return d.jackknifed(m, p, o.unit())
	}
	for i := range psi {
		psi[i] /= p.items
	}
	e := effects{delta: psi, often: f.times, units: p.items, method: "linearisation"}
	if o.Variance == Gwet {
		e.method = "linearisation as published"
	}
	if o.unit() == ByCluster {
		e.units = float64(lessons)
		e.delta, e.often = make([]float64, d.clusters), ones(d.clusters)
		for i, pattern := range f.of {
			if f.times[pattern] > 0 {
				e.delta[d.cluster[i]] += psi[pattern]
			}
		}
	}
	return e, ""
}

// jackknifed returns the effects (U − 1)/U (κ̄ − κ_(u)), κ_(u) the coefficient
// without unit u.
func (d *Data) jackknifed(m model, p parts, unit Unit) (effects, stats.Reason) {
	values, often := d.withoutEach(m, p, unit)
	e := effects{often: often, units: total(often), method: "jackknife"}
	var sum, defined float64
	for i, v := range values {
		if v.ok {
			sum += often[i] * v.value
			defined += often[i]
		}
	}
	e.replicates, e.undefined = int(e.units), int(e.units-defined)
	if e.units-defined > resample.MaxUndefined*e.units || defined < 2 {
		return e, stats.Unstable
	}
	for i, v := range values {
		var delta float64
		if v.ok && often[i] > 0 {
			delta = (e.units - 1) / e.units * (sum/defined - v.value)
		}
		e.delta = append(e.delta, delta)
	}
	return e, ""
}

// withoutEach returns the coefficient without each unit and how often that
// value stands. Items without a pair are no units of a model that ignores
// them, and lessons of such items never are: nothing is left out with them.
func (d *Data) withoutEach(m model, p parts, unit Unit) (values []parts, often []float64) {
	f := m.on()
	times := slices.Clone(f.times)
	without := func(patterns ...int32) parts {
		for _, i := range patterns {
			times[i]--
		}
		v := m.value(times)
		for _, i := range patterns {
			times[i]++
		}
		return v
	}
	paired := func(i int32) bool { return f.pairs[i] > 0 }
	if unit == ByCluster {
		often = make([]float64, d.clusters)
		values = make([]parts, d.clusters)
		for c, patterns := range d.patternsByCluster(f) {
			if slices.ContainsFunc(patterns, paired) {
				values[c], often[c] = without(patterns...), 1
			}
		}
		return values, often
	}
	ignores := p.items < total(f.times)
	often = slices.Clone(f.times)
	values = make([]parts, len(often))
	for i := range f.times {
		if ignores && !paired(int32(i)) {
			often[i] = 0
		}
		if often[i] > 0 {
			values[i] = without(int32(i))
		}
	}
	return values, often
}

// patternsByCluster returns the pattern of each item of each lesson.
func (d *Data) patternsByCluster(f *frame) [][]int32 {
	patterns := make([][]int32, d.clusters)
	for i, p := range f.of {
		if f.times[p] > 0 {
			patterns[d.cluster[i]] = append(patterns[d.cluster[i]], p)
		}
	}
	return patterns
}

// pairedClusters counts the lessons with an item that two raters rated: only
// they say anything on agreement.
func (d *Data) pairedClusters(f *frame) int {
	return d.clustersWhere(func(pattern int32) bool { return f.pairs[pattern] > 0 }, f)
}

// clustersWhere counts the lessons with an item whose pattern is such.
func (d *Data) clustersWhere(such func(pattern int32) bool, f *frame) int {
	seen := make([]bool, d.clusters)
	lessons := 0
	for i, p := range f.of {
		if c := d.cluster[i]; !seen[c] && such(p) {
			seen[c] = true
			lessons++
		}
	}
	return lessons
}

// ones returns n ones.
func ones(n int) []float64 { return slices.Repeat([]float64{1}, n) }
