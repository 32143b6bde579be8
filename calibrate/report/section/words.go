package section

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// label is an indicator's id with its long name.
func label(p calibrate.Place) string {
	return wording.Name(p.ID, p.Name)
}

// who is a rater's pseudonym, with the name where it may be shown.
func who(x calibrate.Rater) string {
	if x.Name == "" {
		return x.ID
	}
	return x.ID + " " + x.Name
}

// interval is the title of a column of intervals.
func Interval(r *calibrate.Report) string {
	return wording.Confidence(r.Settings.Confidence) + " interval"
}

// levelsOf returns the levels of a scale as they are shown.
func levelsOf(r *calibrate.Report, id string) []string {
	for _, s := range r.Input.Scales {
		if s.ID == id {
			return LevelNames(s)
		}
	}
	return nil
}

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
