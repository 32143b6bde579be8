package calibrate

import "github.com/cb401426/calibrate/stats/rating"

// inputOf counts what was read. Raters, lessons, indicators and items are
// those with a score.
func inputOf(s Study) Input {
	t := s.Table
	in := Input{
		Ratings: t.Ratings(), Lessons: countLessons(t), Absent: s.Absent,
		Duplicates: s.Duplicates, Repairs: s.Repairs, Layout: s.Layout,
		Scales: t.Scales(),
	}
	raters, indicators := map[int32]bool{}, map[int32]bool{}
	for i, item := range t.Items() {
		row, _ := t.Row(i)
		for _, g := range row {
			raters[g] = true
		}
		if len(row) > 0 {
			in.Items++
			indicators[item.Indicator] = true
		}
		if len(row) > 1 {
			in.ItemsInPairs++
		}
	}
	in.Raters, in.Indicators = len(raters), len(indicators)
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
	for k := range t.Ratings() {
		if t.Reason(k) != "" {
			in.Reasons++
		}
	}
	return in
}
