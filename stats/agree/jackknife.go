package agree

import (
	"slices"

	"github.com/cb401426/calibrate/stats"
)

// undefinedShare is the part of replicates without a value from which on
// there is no error.
const undefinedShare = 0.05

// jackknifed returns the variance that leaving out one item, or one lesson,
// at a time gives:
//
//	v = (1 − f)(n − 1)/n Σ_i (κ_(i) − κ̄)².
func (d *Data) jackknifed(m model, p parts, o Options) spread {
	f := m.on()
	if f.paired(f.times) < 2 {
		return none(stats.TooFewItems)
	}
	values, times, units := d.withoutEach(m, p, o.unit())
	s := variance(values, times)
	if s.why != "" {
		return s
	}
	drawn := fraction(int(p.items), o.PopulationItems)
	s.variance *= 1 - drawn
	s.census = drawn == 1
	s.df = float64(units - 1)
	s.method = "jackknife"
	return s
}

// withoutEach returns the coefficient without each unit, how often that value
// stands, and the number of units. Items without a pair are no units of a
// model that ignores them, and lessons of such items never are.
func (d *Data) withoutEach(m model, p parts, unit Unit) (values []parts, often []float64, units int) {
	f := m.on()
	times := slices.Clone(f.times)
	without := func(patterns []int32, standing float64) {
		for _, i := range patterns {
			times[i]--
		}
		values = append(values, m.value(times))
		often = append(often, standing)
		units += int(standing)
		for _, i := range patterns {
			times[i]++
		}
	}
	if unit == ByCluster {
		for _, patterns := range d.patternsByCluster(f) {
			if slices.ContainsFunc(patterns, func(i int32) bool { return f.pairs[i] > 0 }) {
				without(patterns, 1)
			}
		}
		return values, often, units
	}
	ignores := p.items < total(f.times)
	for i, t := range f.times {
		if f.pairs[i] > 0 || !ignores {
			without([]int32{int32(i)}, t)
		}
	}
	return values, often, units
}

// patternsByCluster returns the pattern of each item of each lesson.
func (d *Data) patternsByCluster(f *frame) [][]int32 {
	patterns := make([][]int32, d.clusters)
	for i, p := range f.of {
		patterns[d.cluster[i]] = append(patterns[d.cluster[i]], p)
	}
	return patterns
}

// variance returns (n − 1)/n Σ (κ_(i) − κ̄)² of the values, each standing as
// often as given. Values that are not defined are left out and counted.
func variance(values []parts, often []float64) spread {
	var n, defined, sum float64
	for i, v := range values {
		n += often[i]
		if v.ok {
			defined += often[i]
			sum += often[i] * v.value
		}
	}
	s := spread{replicates: int(n), undefined: int(n - defined)}
	if n-defined > undefinedShare*n || defined < 2 {
		s.why = stats.Unstable
		return s
	}
	mean := sum / defined
	for i, v := range values {
		if v.ok {
			s.variance += often[i] * (v.value - mean) * (v.value - mean)
		}
	}
	s.variance *= (defined - 1) / defined
	return s
}
