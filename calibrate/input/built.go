package input

import (
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/stats/rating"
)

// built makes the Table of scales with very many levels.
func built(r *entries.Entries, values []value, scales []rating.Scale, scaleOf map[string]int) *rating.Table {
	names := make([]string, len(r.Groups))
	groups := make([][]string, len(r.Groups))
	for i := range r.Groups {
		names[i], groups[i] = r.Groups[i].Name, r.Groups[i].Values.Names()
	}
	raters, lessons, indicators, rounds := r.Raters.Names(), r.Lessons.Names(), r.Indicators.Names(), r.RoundNames()
	b := rating.NewBuilder(names...)
	columns := make([]string, len(names))
	for _, v := range values {
		e := &r.All[v.entry]
		for i := range columns {
			columns[i] = ""
			if code := r.GroupCode(e, i); code >= 0 {
				columns[i] = groups[i][code]
			}
		}
		b.Add(rating.Record{
			Rater: raters[e.Rater], Lesson: lessons[e.Lesson], Indicator: indicators[e.Indicator],
			Round: rounds(e), State: v.verdict.State, Score: v.verdict.Value, Reason: r.Reason(e), Columns: columns,
		})
	}
	return b.Build(scales, scaleOf)
}
