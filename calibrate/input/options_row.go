package input

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

var (
	optionsWord  = newPattern(`(?i)^(?:options?|scale|levels?|choices|range|skala|opciones|escala|échelle)\s*[:=]\s*(.+)$`)
	optionsRange = newPattern(`^\(?\d{1,2}\s*[-–]\s*\d{1,2}\)?$`)
)

// parseOptions reads what a sheet says can be chosen: "Options: 1-4",
// "Scale: N/A, L, M, H", "(1-5)". What stands for not observed is no level.
func parseOptions(cell string) (rating.Scale, bool) {
	text := clean(cell)
	if m := optionsWord.FindStringSubmatch(text); m != nil {
		text = m[1]
	} else if !optionsRange.MatchString(text) {
		return rating.Scale{}, false
	}
	text = strings.Trim(text, "()[] ")
	var levels []string
	marks := ",;|"
	if !strings.ContainsAny(text, marks) {
		marks = "/"
	}
	for _, part := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(marks, r) }) {
		if part = clean(part); part != "" && !notObserved[fold(part)] {
			levels = append(levels, part)
		}
	}
	if s, ok := familyScale(levels); ok {
		return s, true
	}
	s, err := rubric.ParseScale(strings.Join(levels, ","))
	if err != nil || len(s.Levels) < 2 {
		return rating.Scale{}, false
	}
	return s, true
}

// familyScale returns the scale of words that has exactly these levels,
// whatever their order.
func familyScale(levels []string) (rating.Scale, bool) {
	for _, family := range rubric.WordScales {
		m := newMeter(family, rating.Declared)
		values := map[float64]string{}
		for _, word := range levels {
			if v, ok := m.words[fold(word)]; ok {
				values[v] = word
			}
		}
		if len(values) == len(levels) && len(levels) == len(family.Levels) {
			s := family.Rating(rating.Declared)
			for i := range s.Levels {
				s.Levels[i].Label = values[s.Levels[i].Value]
			}
			return s, true
		}
	}
	return rating.Scale{}, false
}
