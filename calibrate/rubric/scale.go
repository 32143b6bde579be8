package rubric

import (
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// A Level is one step of a scale, and what people call it.
type Level struct {
	Value   float64  `json:"value"`
	Label   string   `json:"label,omitempty"`
	Aliases []string `json:"aliases,omitempty"` // other names: "Advanced" for "Distinguished"
}

// A Scale is the levels that an indicator can be rated at, ascending.
type Scale struct {
	ID         string  `json:"id"`
	Levels     []Level `json:"levels"`
	HalfPoints bool    `json:"half_points,omitempty"` // 2.5 is a rating, although not a level of its own
}

// Rating returns the scale as tables of ratings hold it. Half points stand
// between the levels, without a label.
func (s Scale) Rating(source rating.Source) rating.Scale {
	values := make([]float64, 0, 2*len(s.Levels))
	for i, level := range s.Levels {
		if s.HalfPoints && i > 0 {
			values = append(values, (s.Levels[i-1].Value+level.Value)/2)
		}
		values = append(values, level.Value)
	}
	out := rating.NewScale(s.ID, source, values...)
	for _, level := range s.Levels {
		if i, ok := out.Index(level.Value); ok {
			out.Levels[i].Label = level.Label
		}
	}
	return out
}

// Names returns all that a level is called: its label, the parts of a label
// with a slash, and its aliases.
func (l Level) Names() []string {
	var names []string
	if l.Label != "" {
		names = append(names, l.Label)
	}
	if parts := strings.Split(l.Label, " / "); len(parts) > 1 {
		names = append(names, parts...)
	}
	return append(names, l.Aliases...)
}

// ScaleOf returns the scale with the levels of a rating.Scale.
func ScaleOf(r rating.Scale) Scale {
	s := Scale{ID: r.ID}
	for _, level := range r.Levels {
		s.Levels = append(s.Levels, Level{Value: level.Value, Label: level.Label})
	}
	return s
}

// formatValue writes a level's value as people do: 3, 2.5.
func formatValue(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// splitNames splits names at bars.
func splitNames(s string) []string { return strings.Split(s, "|") }
