package document

import (
	"math"
	"slices"
)

// A Shade is the ground of a cell in a heat map.
type Shade int

// The shades: three steps below and above a middle, and four steps from
// little to much.
const (
	Unshaded Shade = iota
	FarBelow
	Below
	SlightlyBelow
	Middle
	SlightlyAbove
	Above
	FarAbove
	Little
	Some
	Much
	Most
)

// shades lists what each shade is called in a key and in a page's classes.
var Shades = map[Shade]struct{ words, Class string }{
	FarBelow:      {"two levels or more below", "below3"},
	Below:         {"a level below", "below2"},
	SlightlyBelow: {"less than a level below", "below1"},
	Middle:        {"on the median", "middle"},
	SlightlyAbove: {"less than a level above", "above1"},
	Above:         {"a level above", "above2"},
	FarAbove:      {"two levels or more above", "above3"},
	Little:        {"under 40%", "much1"},
	Some:          {"40% or more", "much2"},
	Much:          {"60% or more", "much3"},
	Most:          {"80% or more", "much4"},
}

// divergence is the key of a heat map around a middle.
var Divergence = []Shade{FarBelow, Below, SlightlyBelow, Middle, SlightlyAbove, Above, FarAbove}

// quantity is the key of a heat map from little to much.
var Quantity = []Shade{Little, Some, Much, Most}

// Words returns what the shade means.
func (s Shade) Words() string { return Shades[s].words }

// arrow marks a cell a level or more from the middle, where there is no
// color.
func (s Shade) arrow() string {
	switch s {
	case FarBelow, Below:
		return "▾"
	case Above, FarAbove:
		return "▴"
	}
	return ""
}

// arrows explains the arrows of a heat map in words.
func Arrows(key []Shade) string {
	for _, s := range key {
		if s.arrow() != "" {
			return "▴ a level or more above the median, ▾ below it."
		}
	}
	return ""
}

// fromMiddle returns the shade of a distance in levels.
func FromMiddle(d float64) Shade {
	size := math.Abs(d)
	steps := 0
	switch {
	case size >= 2-1e-9:
		steps = 3
	case size >= 1-1e-9:
		steps = 2
	case size >= 0.05:
		steps = 1
	}
	if d < 0 {
		steps = -steps
	}
	return Middle + Shade(steps)
}

// ofShare returns the shade of a share.
func OfShare(v float64) Shade {
	switch {
	case v >= 0.8-1e-9:
		return Most
	case v >= 0.6-1e-9:
		return Much
	case v >= 0.4-1e-9:
		return Some
	}
	return Little
}

// usedShades returns the part of a table's key that its cells use.
func UsedShades(t Table) []Shade {
	used := map[Shade]bool{}
	for _, row := range t.Rows {
		for _, c := range row.Cells {
			if tint, ok := c.(Tint); ok {
				used[tint.Shade] = true
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(t.Key), func(s Shade) bool { return !used[s] })
}
