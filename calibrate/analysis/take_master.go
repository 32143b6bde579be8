package analysis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
)

// TakeMaster returns the study in which the ratings of one rater are the
// answer key and that rater is none of the team.
func TakeMaster(study calibrate.Study, rater string) (calibrate.Study, error) {
	t := study.Table
	master := slices.Index(t.Raters(), rater)
	if master < 0 {
		return study, &calibrate.UnknownRaterError{Name: rater}
	}
	study.Master = nil
	for _, r := range t.All() {
		if int(r.Rater) == master {
			it := t.Items()[r.Item]
			study.Master = append(study.Master, calibrate.MasterScore{
				Lesson: t.Lessons()[it.Lesson], Indicator: t.Indicators()[it.Indicator], Round: t.Rounds()[it.Round],
				Score: t.Value(int(r.Item), r.Level),
			})
		}
	}
	study.Table = withoutRater(t, int32(master))
	return study, nil
}

// withoutRater builds the table as if a rater had not been read. The scales
// stay.
func withoutRater(t *rating.Table, out int32) *rating.Table {
	var names []string
	for _, c := range t.Columns() {
		names = append(names, c.Name)
	}
	b := rating.NewBuilder(names...)
	record := func(item, rater int32) rating.Record {
		it := t.Items()[item]
		return rating.Record{
			Rater: t.Raters()[rater], Lesson: t.Lessons()[it.Lesson], Indicator: t.Indicators()[it.Indicator],
			Round: t.Rounds()[it.Round], Columns: make([]string, len(names)),
		}
	}
	for k, r := range t.All() {
		if r.Rater == out {
			continue
		}
		x := record(r.Item, r.Rater)
		x.Score, x.Reason = t.Value(int(r.Item), r.Level), t.Reason(k)
		for c := range x.Columns {
			if code := t.Columns()[c].Code(k); code >= 0 {
				x.Columns[c] = t.Columns()[c].Levels[code]
			}
		}
		b.Add(x)
	}
	for _, mark := range t.Marks() {
		if mark.Rater != out {
			x := record(mark.Item, mark.Rater)
			x.State, x.Reason = mark.State, mark.Reason
			b.Add(x)
		}
	}
	scaleOf := map[string]int{}
	for code, id := range t.Indicators() {
		scaleOf[id] = t.ScaleOf(int32(code))
	}
	return b.Build(t.Scales(), scaleOf)
}
