package section

import (
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// Label is an indicator's id with its long name.
func Label(p calibrate.Breakdown) string { return wording.Name(p.ID, p.Name) }

// indicatorOf returns the indicator with an id.
func indicatorOf(r *calibrate.Report, id string) (calibrate.Breakdown, bool) {
	for _, p := range r.Indicators {
		if p.ID == id {
			return p, true
		}
	}
	return calibrate.Breakdown{ID: id}, false
}

// itemName is an indicator's id with its long name, by its id.
func itemName(r *calibrate.Report, id string) string {
	p, _ := indicatorOf(r, id)
	return Label(p)
}

// levels are those of the scale of an indicator.
func levels(r *calibrate.Report, indicator string) []rating.Level {
	p, _ := indicatorOf(r, indicator)
	for _, s := range r.Input.Scales {
		if s.ID == p.Scale || len(r.Input.Scales) == 1 {
			return s.Levels
		}
	}
	return nil
}

// levelName is a level of an indicator as people call it: the rubric's label,
// or else its value.
func levelName(r *calibrate.Report, indicator string, value float64) string {
	for _, l := range levels(r, indicator) {
		if l.Value == value {
			return wording.LevelName(value, l.Label)
		}
	}
	return wording.Level(value)
}

// SpreadOf says how many gave each level of an indicator, and how many could
// not observe it.
func SpreadOf(r *calibrate.Report, indicator string, counts []calibrate.LevelCount, notObserved int) string {
	var said []wording.Said
	for _, c := range counts {
		x := wording.Said{Count: c.Count, Value: c.Value}
		for _, l := range levels(r, indicator) {
			if l.Value == c.Value {
				x.Label = l.Label
			}
		}
		said = append(said, x)
	}
	s := wording.Spread(said)
	if notObserved > 0 {
		unseen := wording.Number(notObserved) + " did not observe it"
		if s == "" {
			return unseen
		}
		s += "; " + unseen
	}
	return s
}

// LevelLabels are the names of a scale's levels, each with a sign for where
// there is no room: the first letter where these differ, else the value or the
// place.
func LevelLabels(r *calibrate.Report, scale string) (labels, signs []string) {
	for _, s := range r.Input.Scales {
		if s.ID != scale {
			continue
		}
		for _, l := range s.Levels {
			labels = append(labels, wording.LevelName(l.Value, l.Label))
		}
	}
	for _, of := range []func(int) string{
		func(i int) string { return firstLetter(labels[i]) },
		func(i int) string { return string("123456789abcdefghijklmnopqrstuvwxyz"[i%35]) },
	} {
		signs = nil
		seen := map[string]bool{}
		for i := range labels {
			signs = append(signs, of(i))
			seen[of(i)] = true
		}
		if len(seen) == len(labels) {
			break
		}
	}
	return labels, signs
}

// firstLetter is a label's first letter, in upper case.
func firstLetter(s string) string {
	for _, r := range s {
		return strings.ToUpper(string(r))
	}
	return "?"
}

// CommonestTarget is the share of an indicator's raters on one level that the
// standards ask for.
const CommonestTarget = 0.75

// who is a rater's pseudonym, with the name where it may be shown.
func who(x calibrate.Rater) string {
	if x.Name == "" {
		return x.ID
	}
	return x.ID + " " + x.Name
}

// Interval is the title of a column of intervals.
func Interval(r *calibrate.Report) string {
	return wording.Confidence(r.Settings.Confidence) + " interval"
}

// manyLevels reports whether a scale has more levels than anyone reads, such as
// a slider from 0 to 100.
func manyLevels(s rating.Scale) bool { return len(s.Levels) > wording.MostLevels }

// levelsOf returns the levels of a scale as they are shown.
func levelsOf(r *calibrate.Report, id string) []string {
	for _, s := range r.Input.Scales {
		if s.ID == id {
			return LevelNames(s)
		}
	}
	return nil
}

// LevelNames are the values of a scale's levels.
func LevelNames(s rating.Scale) []string {
	names := make([]string, len(s.Levels))
	for i, l := range s.Levels {
		names[i] = wording.Level(l.Value)
	}
	return names
}

// part is a share of the distance as a percentage of it.
func part(share stats.Number, r *calibrate.Report) stats.Number {
	total, ok := r.Alignment.Distance.Value.Value()
	if !ok || total == 0 {
		return stats.None(share.Reason())
	}
	return share.Map(func(v float64) float64 { return v / total })
}
