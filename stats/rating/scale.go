package rating

import (
	"math"
	"slices"
)

// Source says where a scale comes from.
type Source string

// Where a scale comes from.
const (
	Declared Source = "declared" // the user or the rubric named its levels
	Detected Source = "detected" // a known rubric was recognised in the file
	Observed Source = "observed" // the levels are those that occur
)

// A Level is one step of a scale.
type Level struct {
	Value float64 `json:"value"`
	Label string  `json:"label,omitempty"`
}

// A Scale is the levels that a rating can take, by ascending value.
type Scale struct {
	ID     string  `json:"id"`
	Levels []Level `json:"levels"`
	Source Source  `json:"source"`
}

// NewScale returns a scale with the given level values, sorted and without
// repetitions.
func NewScale(id string, source Source, values ...float64) Scale {
	values = slices.Clone(values)
	slices.Sort(values)
	values = slices.Compact(values)
	levels := make([]Level, len(values))
	for i, v := range values {
		levels[i].Value = v
	}
	return Scale{ID: id, Levels: levels, Source: source}
}

// Values returns the level values, ascending.
func (s Scale) Values() []float64 {
	values := make([]float64, len(s.Levels))
	for i, l := range s.Levels {
		values[i] = l.Value
	}
	return values
}

// Index returns the position of the level with the value v.
func (s Scale) Index(v float64) (int, bool) {
	return slices.BinarySearchFunc(s.Levels, v, func(l Level, v float64) int {
		switch {
		case l.Value < v:
			return -1
		case l.Value > v:
			return 1
		}
		return 0
	})
}

// Min returns the lowest level's value, or 0 on an empty scale.
func (s Scale) Min() float64 {
	if len(s.Levels) == 0 {
		return 0
	}
	return s.Levels[0].Value
}

// Range returns the highest level's value minus the lowest's.
func (s Scale) Range() float64 {
	if len(s.Levels) == 0 {
		return 0
	}
	return s.Levels[len(s.Levels)-1].Value - s.Levels[0].Value
}

// Whole returns the values that are whole points: half points are not levels
// of their own. A scale without two whole points returns all its values.
func (s Scale) Whole() []float64 {
	var whole []float64
	for _, l := range s.Levels {
		if l.Value == math.Trunc(l.Value) {
			whole = append(whole, l.Value)
		}
	}
	if len(whole) < 2 {
		return s.Values()
	}
	return whole
}

// Step returns the smallest gap between whole levels: ratings at most one
// step apart are within one. It is 1 on a scale with fewer than two levels.
func (s Scale) Step() float64 {
	whole := s.Whole()
	if len(whole) < 2 {
		return 1
	}
	step := whole[1] - whole[0]
	for i := 2; i < len(whole); i++ {
		step = min(step, whole[i]-whole[i-1])
	}
	return step
}
