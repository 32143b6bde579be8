package settings

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// ParseColumns reads what a user says that columns hold: fields and headers
// such as rater=Email,score=A,score=B,lesson=Video+Clip. A header with a comma,
// an equals sign or a plus in it stands in quotation marks, and @C is the
// column with that letter.
func ParseColumns(flags []string) ([]layout.Choice, error) {
	var out []layout.Choice
	for _, flag := range flags {
		for _, pair := range cutUnquoted(flag, ',') {
			if strings.TrimSpace(pair) == "" {
				continue
			}
			choice, err := parseChoice(pair)
			if err != nil {
				return nil, err
			}
			for _, before := range out {
				if once(before.Field) && before.Field == choice.Field && !slices.Equal(before.Headers, choice.Headers) {
					return nil, fmt.Errorf("%s is named twice: %q and %q; several columns that together are the %s are written %s=A+B",
						choice.Field, strings.Join(before.Headers, "+"), strings.Join(choice.Headers, "+"), choice.Field, choice.Field)
				}
			}
			out = append(out, choice)
		}
	}
	return out, nil
}

// once reports whether a field can be named for one column alone.
func once(f layout.Field) bool {
	switch f {
	case layout.Rater, layout.Lesson, layout.Indicator, layout.Round, layout.Time:
		return true
	}
	return false
}

// parseChoice reads one field and its headers.
func parseChoice(pair string) (layout.Choice, error) {
	parts := cutUnquoted(pair, '=')
	name := strings.TrimSpace(parts[0])
	header := ""
	if len(parts) > 1 {
		header = strings.Join(parts[1:], "=")
	}
	if strings.TrimSpace(header) == "" {
		return layout.Choice{}, fmt.Errorf("%q does not name a column: write %s=Header", strings.TrimSpace(pair), cmp.Or(name, "rater"))
	}
	field, err := parseField(name)
	if err != nil {
		return layout.Choice{}, err
	}
	choice := layout.Choice{Field: field}
	for _, h := range cutUnquoted(header, '+') {
		if h = unquoted(h); h == "" {
			return layout.Choice{}, fmt.Errorf("%q does not name a column: a header stands on both sides of the +, or the header is in quotation marks", strings.TrimSpace(pair))
		}
		choice.Headers = append(choice.Headers, h)
	}
	return choice, nil
}

// cutUnquoted cuts a text at a mark that stands outside quotation marks.
func cutUnquoted(s string, mark byte) []string {
	var out []string
	quoted, from := false, 0
	for i := range len(s) {
		switch {
		case s[i] == '"':
			quoted = !quoted
		case s[i] == mark && !quoted:
			out, from = append(out, s[from:i]), i+1
		}
	}
	return append(out, s[from:])
}

// unquoted takes the quotation marks off a header.
func unquoted(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 1 && s[0] == '"' && s[len(s)-1] == '"' {
		return strings.ReplaceAll(s[1:len(s)-1], `""`, `"`)
	}
	return s
}

// fieldNames are further names of fields, as people write them.
var fieldNames = map[string]layout.Field{
	"ignore": layout.Ignored, "raters": layout.Rater, "lessons": layout.Lesson, "indicators": layout.Indicator, "scores": layout.Score,
	"reasons": layout.Reason, "rounds": layout.Round, "stages": layout.Stage, "segments": layout.Segment, "groups": layout.Group, "time": layout.Time,
}

// parseField returns the field that a person names, or an error with the
// nearest there is.
func parseField(name string) (layout.Field, error) {
	if f, ok := fieldNames[strings.ToLower(name)]; ok {
		return f, nil
	}
	var all []string
	for _, f := range layout.UserFields {
		if strings.EqualFold(name, string(f)) {
			return f, nil
		}
		if f == layout.Ignored {
			f = "ignore"
		}
		all = append(all, string(f))
	}
	if near := spelling.Nearest(name, all); near != "" {
		return "", fmt.Errorf("no field %q: did you mean %s?", name, near)
	}
	return "", fmt.Errorf("no field %q: there are %s", name, strings.Join(all, ", "))
}

// ParseList reads words with commas between them; one with a comma in it
// stands in quotation marks.
func ParseList(flags []string) (words []string) {
	for _, flag := range flags {
		for _, word := range cutUnquoted(flag, ',') {
			if word = unquoted(word); word != "" {
				words = append(words, word)
			}
		}
	}
	return words
}

// ParseSame reads a list of names that are one, "Ana Ortiz"="Ortiz, Ana": each
// name may stand in quotation marks.
func ParseSame(flags []string) (pairs []string) {
	for _, flag := range flags {
		for _, pair := range cutUnquoted(flag, ',') {
			var names []string
			for _, name := range cutUnquoted(pair, '=') {
				names = append(names, unquoted(name))
			}
			if pair = strings.Join(names, "="); pair != "" {
				pairs = append(pairs, pair)
			}
		}
	}
	return pairs
}

// ParseLevels reads what a user says of the scale: its levels, as ParseScale
// takes them, or how they are to be found.
func ParseLevels(s string) (*rating.Scale, Levels, error) {
	switch levels := Levels(strings.ToLower(strings.TrimSpace(s))); levels {
	case WholeLevels, ObservedLevels, NominalLevels, ChecklistLevels:
		return nil, levels, nil
	}
	scale, err := rubric.ParseScale(s)
	if err != nil {
		return nil, WholeLevels, err
	}
	return &scale, WholeLevels, nil
}
