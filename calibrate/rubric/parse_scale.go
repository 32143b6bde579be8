package rubric

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/stats/rating"
)

// maxLevels bounds a scale: no rubric comes near it, a typing error does.
const maxLevels = 200

// ParseScale reads a scale as a person writes it:
//
//	1-4            whole points from 1 to 4
//	1-4/0.5        half points count too
//	1,3,5          these points and no others
//	Yes,No         words; yes is the higher whichever stands first
//	Low,Mid,High   words from the lowest to the highest: 1, 2, 3
//	1=Low,2=High   points and their words
func ParseScale(s string) (rating.Scale, error) {
	scale, err := parseScale(s)
	if err != nil {
		return scale, err
	}
	for _, l := range scale.Levels {
		if math.Abs(l.Value) > largestLevel {
			return rating.Scale{}, fmt.Errorf("scale %q: the level %v is beyond what can be told from its neighbors", s, l.Value)
		}
	}
	return scale, nil
}

// largestLevel is the largest value of a level: beyond it whole numbers have no
// exact floating-point form.
const largestLevel = 1e15

func parseScale(s string) (rating.Scale, error) {
	id := strings.TrimSpace(s)
	if id == "" {
		return rating.Scale{}, errors.New("an empty scale: write 1-4, or the levels with commas between them")
	}
	if m := rangePattern().FindStringSubmatch(id); m != nil {
		return rangeScale(id, m[1], m[2], m[3])
	}
	parts := strings.Split(id, ",")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
		if parts[i] == "" {
			return rating.Scale{}, fmt.Errorf("scale %q: an empty level between commas", id)
		}
	}
	if len(parts) < 2 {
		return rating.Scale{}, fmt.Errorf("scale %q: one level only: write 1-4, or the levels with commas between them", id)
	}
	return listScale(id, parts)
}

var rangePattern = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(
		`^(-?\d+(?:\.\d+)?)\s*(?:-|–|—|\.\.|to)\s*(-?\d+(?:\.\d+)?)(?:\s*/\s*(\d*\.?\d+))?$`)
})

// rangeScale returns the points from low to high. A step of a half makes half
// points, not levels of their own.
func rangeScale(id, low, high, step string) (rating.Scale, error) {
	from, _ := strconv.ParseFloat(low, 64)
	to, _ := strconv.ParseFloat(high, 64)
	by := 1.0
	if step != "" {
		by, _ = strconv.ParseFloat(step, 64)
	}
	n := (to - from) / by
	switch {
	case to <= from:
		return rating.Scale{}, fmt.Errorf("scale %q: %s is not above %s", id, high, low)
	case by <= 0 || n > maxLevels:
		return rating.Scale{}, fmt.Errorf("scale %q: more than %d levels", id, maxLevels)
	case math.Abs(n-math.Round(n)) > 1e-9:
		return rating.Scale{}, fmt.Errorf("scale %q: steps of %s do not lead from %s to %s",
			id, formatValue(by), low, high)
	}
	var values []float64
	for i := range int(math.Round(n)) + 1 {
		values = append(values, from+float64(i)*by)
	}
	return rating.NewScale(id, rating.Declared, values...), nil
}

// listScale returns the levels that are listed.
func listScale(id string, parts []string) (rating.Scale, error) {
	levels := make([]Level, len(parts))
	seen := map[string]bool{}
	for i, part := range parts {
		if seen[strings.ToLower(part)] {
			return rating.Scale{}, fmt.Errorf("scale %q: level %q stands twice", id, part)
		}
		seen[strings.ToLower(part)] = true
		value, label, labelled := strings.Cut(part, "=")
		v, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		numeric := err == nil && !math.IsNaN(v) && !math.IsInf(v, 0)
		switch {
		case numeric:
			levels[i] = Level{Value: v, Label: strings.TrimSpace(label)}
		case labelled:
			return rating.Scale{}, fmt.Errorf("scale %q: %q is not a number", id, strings.TrimSpace(value))
		default:
			levels[i] = Level{Value: math.NaN(), Label: part}
		}
	}
	return finishList(id, levels)
}

// finishList gives words their values and checks that points and words are
// not mixed.
func finishList(id string, levels []Level) (rating.Scale, error) {
	words := 0
	for _, level := range levels {
		if math.IsNaN(level.Value) {
			words++
		}
	}
	switch {
	case len(levels) > maxLevels:
		return rating.Scale{}, fmt.Errorf("scale %q: more than %d levels", id, maxLevels)
	case words != 0 && words != len(levels):
		return rating.Scale{}, fmt.Errorf("scale %q: points and words together: write 1=Low,2=High", id)
	case words == 2 && isYes(levels[0].Label) && isNo(levels[1].Label):
		levels[0].Value, levels[1].Value = 1, 0
	case words == 2 && isNo(levels[0].Label) && isYes(levels[1].Label):
		levels[0].Value, levels[1].Value = 0, 1
	case words > 0:
		for i := range levels {
			levels[i].Value = float64(i + 1)
		}
	}
	values := make([]float64, len(levels))
	for i, level := range levels {
		values[i] = level.Value
	}
	scale := rating.NewScale(id, rating.Declared, values...)
	if len(scale.Levels) < len(levels) {
		return rating.Scale{}, fmt.Errorf("scale %q: a level stands twice", id)
	}
	for _, level := range levels {
		i, _ := scale.Index(level.Value)
		scale.Levels[i].Label = level.Label
	}
	return scale, nil
}

func isYes(s string) bool { return oneOf(s, "yes", "y", "evident", "true", "present", "met") }

func isNo(s string) bool {
	return oneOf(s, "no", "n", "not evident", "false", "absent", "not present", "not met")
}

func oneOf(s string, words ...string) bool {
	for _, w := range words {
		if strings.EqualFold(s, w) {
			return true
		}
	}
	return false
}
