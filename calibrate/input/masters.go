package input

import (
	"fmt"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
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
	name := r.roundNames()
	used := r.usedRounds()
	for i := range r.masters {
		e := &r.masters[i]
		if len(used) > 0 && !used[e.round] {
			continue
		}
		v := meters[e.indicator].Read(r.token(e))
		key := item{e.round, e.segment, e.lesson, e.indicator}
		switch {
		case v.Code != "" || v.State == rating.Scored && !meters[e.indicator].Takes(v.Value):
			r.journal.Add(r.at(e), "master_off_scale", r.cell(e), "", "%q is no agreed score on the scale of the ratings: left out", layout.Shorten(r.cell(e)))
		case v.State != rating.Scored || seen[key]:
		default:
			seen[key] = true
			r.result.Master = append(r.result.Master, AgreedScore{
				Lesson: r.lessons.Name(e.lesson), Indicator: r.indicators.Name(e.indicator), Round: name(e), Score: v.Value,
			})
		}
	}
	r.result.masters = sheets.MasterNames(r.sheets)
	if n := len(r.result.Master); n > 0 {
		r.journal.Add(problem.Place{}, "master_scores", "", "", "%s", fmt.Sprintf("%d agreed scores are the answer key, and no rater's", n))
	}
}

// usedRounds returns the rounds that are read.
func (r *reader) usedRounds() map[int32]bool {
	used := map[int32]bool{}
	for i := range r.entries {
		used[r.entries[i].round] = true
	}
	return used
}

// IsMaster reports whether the answer key that was read is called so.
func (r *Reading) IsMaster(name string) bool {
	return slices.ContainsFunc(r.masters, func(s string) bool { return cell.Fold(s) == cell.Fold(name) })
}
