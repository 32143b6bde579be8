package statistics

import (
	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
)

// InputOf counts what was read. Raters, lessons, indicators and items are
// those with a score.
func InputOf(s calibrate.Study, names bool) calibrate.Input {
	t := s.Table
	in := calibrate.Input{
		Ratings: t.Ratings(), Lessons: team.CountLessons(t), Absent: s.Absent,
		Duplicates: s.Duplicates, Repairs: s.Repairs, Layout: s.Layout, Day: s.Day,
		Scales: t.Scales(), Reasons: t.ReasonsLeftOut(),
		RatersAre: s.RatersAre, LeftOut: s.LeftOut, Nominal: s.Nominal,
	}
	if names {
		in.RatersAre = s.RatersNamed
	}
	indicators := make([]bool, len(t.Indicators()))
	for i, item := range t.Items() {
		row, _ := t.Row(i)
		if len(row) > 0 {
			in.Items++
			indicators[item.Indicator] = true
		}
		if len(row) > 1 {
			in.ItemsInPairs++
		}
	}
	in.Raters, in.Indicators = team.CountTrue(t.Rated()), team.CountTrue(indicators)
	for _, mark := range t.Marks() {
		if mark.State == rating.NotObserved {
			in.NotObserved++
		} else {
			in.Blank++
		}
		if mark.Reason != "" {
			in.Reasons++
		}
	}
	for k := 0; t.HasReasons() && k < t.Ratings(); k++ {
		if t.HasReason(k) {
			in.Reasons++
		}
	}
	return in
}
