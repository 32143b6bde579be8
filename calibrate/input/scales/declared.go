package scales

import (
	"maps"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// fill gives every indicator without a meter one.
func fill(out []*Meter, m *Meter) {
	for i := range out {
		if out[i] == nil {
			out[i] = m
		}
	}
}

// headerMeter takes the scale that the header of a table of counts names: all
// its levels, used or not, in the order of the columns.
func (r *finder) headerMeter(levels []string, out []*Meter) bool {
	numbers := make([]float64, 0, len(levels))
	for _, level := range levels {
		t := r.lexer.Lex(level)
		if v, ok := labelValue(t); ok {
			numbers = append(numbers, v)
		}
	}
	scale := rubric.Scale{ID: "header"}
	switch known := len(numbers) == len(levels); {
	case known:
		s := rating.NewScale("header", rating.Declared, numbers...)
		m := newMeter(rubric.ScaleOf(s), rating.Declared)
		m.scale = s
		for _, level := range levels {
			if t := r.lexer.Lex(level); t.Label != "" {
				m.learn(t.Label, t.Value)
				if i, ok := m.scale.Index(t.Value); ok {
					m.scale.Levels[i].Label = t.Label
				}
			}
		}
		fill(out, m)
		return true
	case len(numbers) > 0 || knownWords(levels, r.lexer):
		return false // words of a scale that is known have their own values
	}
	for i, level := range levels {
		scale.Levels = append(scale.Levels, rubric.Level{Value: float64(i + 1), Label: level})
	}
	r.journal.Add(problem.Place{}, "detected_scale", "header", "", "the levels are those of the header, from low to high: %s", problem.QuoteAll(levels))
	fill(out, newMeter(scale, rating.Declared))
	return true
}

// knownWords reports whether words are the levels of one scale that is known.
func knownWords(levels []string, lexer *cell.Lexer) bool {
	e := newEvidence()
	for _, level := range levels {
		e.add(lexer.Lex(level), 1)
	}
	return len(candidates(e)) > 0
}

// nominalMeter takes every word and number for a code of its own, in the order
// of their names, which means nothing.
func nominalMeter(all []evidence) *Meter {
	which := make([]int, len(all))
	for i := range which {
		which[i] = i
	}
	e := pool(all, which)
	values := slices.Sorted(maps.Keys(e.numbers))
	next := 1.0
	if len(values) > 0 {
		next = max(next, values[len(values)-1]+1)
	}
	words := maps.Clone(e.words)
	if e.no {
		words["no"] = "No"
	}
	for range words {
		values = append(values, next)
		next++
	}
	m := emptyMeter(rating.NewScale("nominal", rating.Declared, values...))
	first := len(values) - len(words)
	for i, word := range slices.SortedFunc(maps.Keys(words), rating.CompareNatural) {
		m.learn(words[word], values[first+i])
		at, _ := m.scale.Index(values[first+i])
		m.scale.Levels[at].Label = words[word]
	}
	return m
}

// rubricMeters returns the meters of a rubric's scales.
func (r *finder) rubricMeters(rub *rubric.Rubric, source rating.Source) []*Meter {
	out := make([]*Meter, len(r.Indicators))
	made := map[string]*Meter{}
	missing := map[string]bool{}
	for _, word := range rub.NotObserved {
		missing[cell.Fold(word)] = true
	}
	for i := range out {
		in, known := rub.Match(r.Indicators[i])
		key := in.Scale
		if in.Reversed {
			key += "/reversed"
		}
		if made[key] == nil {
			m := newMeter(rub.ScaleOf(in), source)
			m.missing, m.blank, m.reversed = missing, rub.BlankIsNotObserved, in.Reversed
			made[key] = m
		}
		if in.Reversed {
			r.journal.Add(problem.Place{}, "reversed", in.ID, "", "%s runs the other way: its scores are turned round", r.Indicators[i])
		}
		out[i] = made[key]
		if !known && len(rub.Indicators) > 0 {
			r.journal.Add(problem.Place{}, "unknown_indicator", r.Indicators[i], "",
				"%q is no indicator of %s: read on its first scale", r.Indicators[i], rub.ID)
		}
	}
	return out
}

// optionMeters returns the meters of indicators whose scale the sheet lists.
func (r *finder) optionMeters(out []*Meter) {
	made := map[*rating.Scale]*Meter{}
	for code, s := range r.Listed {
		if made[s] == nil {
			m := newMeter(rubric.ScaleOf(*s), rating.Declared)
			m.scale = *s
			made[s] = m
		}
		out[code] = made[s]
	}
}
