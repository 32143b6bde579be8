package header

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

var (
	optionsWord  = cell.NewPattern(`(?i)^(?:options?|scale|levels?|choices|range|skala|opciones|escala|échelle)\s*[:=]\s*(.+)$`)
	optionsRange = cell.NewPattern(`^\(?\d{1,2}\s*[-–]\s*\d{1,2}\)?$`)
)

// ParseOptions reads what a sheet says can be chosen: "Options: 1-4",
// "Scale: N/A, L, M, H", "(1-5)". What stands for not observed is no level.
func ParseOptions(s string) (rating.Scale, bool) {
	if len(s) > cell.MaxScore || !strings.ContainsAny(s, ":=-–") {
		return rating.Scale{}, false
	}
	text := cell.Clean(s)
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
		if part = cell.Clean(part); part != "" && !cell.IsNotSeen(part) {
			levels = append(levels, part)
		}
	}
	if family, ok := familyScale(levels); ok {
		return family, true
	}
	listed, err := rubric.ParseScale(strings.Join(levels, ","))
	if err != nil || len(listed.Levels) < 2 {
		return rating.Scale{}, false
	}
	return listed, true
}

// familyScale returns the scale of words that has exactly these levels,
// whatever their order.
func familyScale(levels []string) (rating.Scale, bool) {
	for _, family := range rubric.WordScales {
		values := map[float64]string{}
		for _, level := range family.Levels {
			for _, name := range level.Names() {
				for _, word := range levels {
					if cell.Fold(word) == cell.Fold(name) {
						values[level.Value] = word
					}
				}
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
