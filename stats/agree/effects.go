package agree

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// effects returns the effects of a job's units: ψ_i/n by the linearization,
// summed over the items of a lesson; where there is none, by the jackknife.
func (j job) effects(o stats.Options) (inference.Effects, stats.Reason) {
	d, f := j.data, j.model.on()
	lessons := pairedClusters(d, f)
	if f.paired(f.times) < 2 || (o.Unit == stats.ByLesson && lessons < 2) {
		return inference.Effects{}, stats.TooFewItems
	}
	var psi []float64
	if !inference.LeavesOut(o, lessons) {
		psi = j.model.influence(j.parts, o.Variance)
	}
	if psi == nil {
		return inference.Jackknife(j.withoutEach(o.Unit))
	}
	for i := range psi {
		psi[i] /= j.parts.items
	}
	e := inference.Effects{Delta: psi, Often: f.times, Units: j.parts.items, Method: "linearisation"}
	if o.Variance == stats.Gwet {
		e.Method = "linearisation as published"
	}
	if o.Unit == stats.ByLesson {
		e.Units = float64(lessons)
		e.Delta, e.Often = make([]float64, d.clusters), slices.Repeat([]float64{1}, d.clusters)
		for i, pattern := range f.of {
			if f.times[pattern] > 0 {
				e.Delta[d.cluster[i]] += psi[pattern]
			}
		}
	}
	return e, ""
}

// withoutEach returns the coefficient without each unit and how often that
// value stands. Items without a pair are no units of a model that ignores
// them, and lessons of such items never are: nothing is left out with them.
func (j job) withoutEach(unit stats.Unit) (values []stats.Number, often []float64) {
	d, f := j.data, j.model.on()
	times := slices.Clone(f.times)
	without := func(patterns ...int32) stats.Number {
		for _, i := range patterns {
			times[i]--
		}
		v := j.model.value(times)
		for _, i := range patterns {
			times[i]++
		}
		return v.number()
	}
	paired := func(i int32) bool { return f.pairs[i] > 0 }
	if unit == stats.ByLesson {
		often = make([]float64, d.clusters)
		values = make([]stats.Number, d.clusters)
		for c, patterns := range patternsByCluster(d, f) {
			if slices.ContainsFunc(patterns, paired) {
				values[c], often[c] = without(patterns...), 1
			}
		}
		return values, often
	}
	ignores := j.parts.items < total(f.times)
	often = slices.Clone(f.times)
	values = make([]stats.Number, len(often))
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
