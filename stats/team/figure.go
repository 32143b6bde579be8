package team

import (
	"math"
	"slices"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// Figures computes each of the Kinds over items, with its chance and interval.
// unit says what the intervals speak of.
func (m *Stats) Figures(items []int, unit stats.Unit) Figures {
	var f Figures
	list := m.observations(items)
	for kind := range Kinds {
		*Kinds[kind].Of(&f) = m.figure(list, items, unit, kind)
	}
	if v, ok := f.Exact.Value.Value(); ok && v == 1 {
		f.unanimous(m.PairedOf(items), m.Options.Confidence)
	}
	return f
}

// FigureNamed is the one of the Figures over items that has the ID of a Kind.
func (m *Stats) FigureNamed(id string, items []int, unit stats.Unit) Figure {
	kind := slices.IndexFunc(Kinds[:], func(k Kind) bool { return k.ID == id })
	f := m.figure(m.observations(items), items, unit, kind)
	if v, ok := f.Value.Value(); ok && (v == 0 || v == 1) { // as it is where everyone agrees
		all := m.Figures(items, unit)
		return *all.Named(id)
	}
	return f
}

// PairedOf counts the items with two ratings or more.
func (m *Stats) PairedOf(items []int) int {
	n := 0
	for _, i := range items {
		if m.Item(i).Ratings >= 2 {
			n++
		}
	}
	return n
}

// unanimous replaces the limits where everyone agrees on every item: there is
// nothing to estimate an error from, but so many items without disagreement
// bound the share of agreement from below.
func (f *Figures) unanimous(items int, confidence float64) {
	none := stats.None(stats.NoDisagreement)
	for kind := range Kinds {
		figure := Kinds[kind].Of(f)
		figure.Lower, figure.Upper = none, none
	}
	f.Exact.Lower = stats.Of(math.Pow(1-confidence, 1/float64(items)))
}

// observations lists items for figures, which set the values.
func (m *Stats) observations(items []int) []inference.Observation {
	list := make([]inference.Observation, len(items))
	for k, i := range items {
		list[k] = inference.Observation{Paired: m.Item(i).Ratings >= 2, Lesson: m.Table.Items()[i].Lesson}
	}
	return list
}

// figure computes one Figure over items.
func (m *Stats) figure(list []inference.Observation, items []int, unit stats.Unit, kind int) Figure {
	pairs := 0
	for k, i := range items {
		it := m.Item(i)
		list[k].Value = it.Shares[kind]
		pairs += it.pairs
	}
	f := Figure{Value: inference.Mean(list), Chance: m.chance(items, kind), Pairs: pairs}
	f.Lower, f.Upper = limits(list, unit, m.Options.Confidence)
	return f
}

// orNoMaster gives a figure without items the reason that there is no agreed
// score.
func (f Figure) orNoMaster() Figure {
	if f.Value.OK() {
		return f
	}
	none := stats.None(NoMaster)
	return Figure{Value: none, Chance: none, Lower: none, Upper: none}
}

// chance is the mean over the paired items of what chance gives on their
// scale: one number a scale, so that rows compare.
func (m *Stats) chance(items []int, kind int) stats.Number {
	sum, n := 0.0, 0
	for _, i := range items {
		if s := m.ScaleOf(i); m.Item(i).Ratings >= 2 && s.ok {
			sum += s.chance[kind]
			n++
		}
	}
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(sum / float64(n))
}

// MeanOver is the plain mean over the items with two ratings or more.
func (m *Stats) MeanOver(items []int, of func(*Item) float64) stats.Number {
	sum, n := 0.0, 0
	for _, i := range items {
		if it := m.Item(i); it.Ratings >= 2 {
			sum += of(it)
			n++
		}
	}
	if n == 0 {
		return stats.None(stats.NoPairs)
	}
	return stats.Of(sum / float64(n))
}

// A Figure is a share of pairs of ratings with what chance would give, its
// interval and the number of pairs it rests on.
type Figure struct {
	Value  stats.Number `json:"value" csv:"value"`
	Chance stats.Number `json:"chance" csv:"chance"`
	Lower  stats.Number `json:"lower" csv:"lower"`
	Upper  stats.Number `json:"upper" csv:"upper"`
	Pairs  int          `json:"pairs" csv:"pairs"`
}

// An Interval is a value with its limits.
type Interval struct {
	Value stats.Number `json:"value" csv:"value"`
	Lower stats.Number `json:"lower" csv:"lower"`
	Upper stats.Number `json:"upper" csv:"upper"`
}
