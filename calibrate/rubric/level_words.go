package rubric

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// LevelWords are a rubric's words for one level of an indicator.
type LevelWords struct {
	Level float64 `json:"level"`
	Text  string  `json:"text"`
}

// words reads the words for the levels of the indicator read last.
func (p *rubricParser) words(path string, of map[string]string, r *Rubric) {
	if len(r.Scales) == 0 {
		return // a fault already
	}
	in := &r.Indicators[len(r.Indicators)-1]
	keys := make([]string, 0, len(of))
	for key := range of {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	for _, key := range keys {
		level, ok := r.ScaleOf(*in).level(key)
		if !ok {
			p.fail(path, "indicator %q has words for %q, which is no level of its scale", in.ID, key)
			continue
		}
		in.Words = append(in.Words, LevelWords{level, strings.TrimSpace(of[key])})
	}
	slices.SortStableFunc(in.Words, func(a, b LevelWords) int { return cmp.Compare(a.Level, b.Level) })
}

// level finds a level by its value or its label.
func (s Scale) level(key string) (float64, bool) {
	value, err := strconv.ParseFloat(key, 64)
	for _, l := range s.Levels {
		if err == nil && l.Value == value || strings.EqualFold(l.Label, key) {
			return l.Value, true
		}
	}
	return 0, false
}

// WordsByLevel returns the words for the levels of an indicator of the rubric,
// by the values that ratings have: those of a reversed indicator are turned
// round.
func (r *Rubric) WordsByLevel(in Indicator) map[float64]string {
	levels := r.ScaleOf(in).Levels
	of := map[float64]string{}
	for _, w := range in.Words {
		value := w.Level
		if in.Reversed {
			value = levels[0].Value + levels[len(levels)-1].Value - value
		}
		of[value] = w.Text
	}
	return of
}
