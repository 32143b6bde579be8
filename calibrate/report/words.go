package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// absent stands where there is no value.
const absent = "–"

// tie lets a half that is a hair below itself in binary round like one that
// is not.
const tie = 1e-9

// percent writes a share as a whole percentage.
func percent(n stats.Number) string {
	v, ok := n.Value()
	switch {
	case !ok:
		return absent
	case v > 0 && v < 0.005:
		return "<1 %"
	case v < 1 && v >= 0.995:
		return ">99 %"
	}
	return fmt.Sprintf("%.0f %%", math.Round(v*100+tie))
}

// decimal writes a number with so many places, without a negative zero.
func decimal(n stats.Number, places int) string {
	v, ok := n.Value()
	if !ok {
		return absent
	}
	s := strconv.FormatFloat(v+math.Copysign(tie, v), 'f', places, 64)
	if strings.Trim(s, "-0.") == "" {
		return strings.TrimPrefix(s, "-")
	}
	return strings.Replace(s, "-", "−", 1)
}

// signed writes a number with its sign; what rounds to zero has none.
func signed(n stats.Number, places int) string {
	s := decimal(n, places)
	if v, ok := n.Value(); ok && v > 0 && strings.Trim(s, "0.") != "" {
		return "+" + s
	}
	return s
}

// answer writes yes, no or a dash.
func answer(a calibrate.Answer) string {
	switch {
	case a.Yes():
		return "yes"
	case a.No():
		return "no"
	}
	return absent
}

// count writes a number and its noun.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// label is an indicator's id with its long name.
func label(p calibrate.Place) string {
	if p.Name == "" || p.Name == p.ID {
		return p.ID
	}
	return p.ID + " " + p.Name
}

// who is a rater's pseudonym, with the name where it may be shown.
func who(x calibrate.Rater) string {
	if x.Name == "" {
		return x.ID
	}
	return x.ID + " " + x.Name
}

// interval is the title of a column of intervals.
func interval(r *calibrate.Report) string {
	return strconv.FormatFloat(r.Settings.Confidence*100, 'g', -1, 64) + " % interval"
}

// levelsOf returns the levels of a scale as they are shown.
func levelsOf(r *calibrate.Report, id string) []string {
	for _, s := range r.Input.Scales {
		if s.ID == id {
			return levelNames(s)
		}
	}
	return nil
}

func levelNames(s rating.Scale) []string {
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = level(l.Value)
	}
	return names
}

// level writes the value of a level.
func level(v float64) string { return strconv.FormatFloat(v, 'g', -1, 64) }

// part is a share of the distance as a percentage of it.
func part(share stats.Number, r *calibrate.Report) stats.Number {
	total, ok := r.Alignment.Distance.Value.Value()
	if !ok || total == 0 {
		return stats.None(share.Reason())
	}
	return share.Map(func(v float64) float64 { return v / total })
}
