package input

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// readMasters reads the agreed scores that the input holds, on the scales of
// the ratings. They are nobody's ratings.
func (r *reader) readMasters(meters []*scales.Meter) {
	type item struct{ round, segment, lesson, indicator int32 }
	seen := map[item]bool{}
	name := r.RoundNames()
	used := r.UsedRounds()
	for i := range r.Masters {
		e := &r.Masters[i]
		if len(used) > 0 && !used[e.Round] {
			continue
		}
		v := meters[e.Indicator].Read(r.Token(e))
		key := item{e.Round, e.Segment, e.Lesson, e.Indicator}
		switch {
		case v.Code != "" || v.State == rating.Scored && !meters[e.Indicator].Takes(v.Value):
			r.journal.Add(r.At(e), "master_off_scale", r.Cell(e), "", "%q is no agreed score on the scale of the ratings: left out", layout.Shorten(r.Cell(e)))
		case v.State != rating.Scored || seen[key]:
		default:
			seen[key] = true
			r.result.Master = append(r.result.Master, AgreedScore{
				Lesson: r.Lessons.Name(e.Lesson), Indicator: r.Indicators.Name(e.Indicator), Round: name(e), Score: v.Value,
			})
		}
	}
	r.result.masters = sheets.MasterNames(r.Sheets)
	if n := len(r.result.Master); n > 0 {
		r.journal.Add(problem.Place{}, "master_scores", "", "", "%s", fmt.Sprintf("%d agreed scores are the answer key, and no rater's", n))
	}
}
