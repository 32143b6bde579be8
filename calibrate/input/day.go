package input

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// day returns the one day of all that is read, as 2025-09-14, or as it is
// written where day and month cannot be told apart: of a column of days, else
// of the times of the answers, else of the files' names. It is empty where
// rows do not agree, or one says nothing.
func (r *reader) day(values []value) string {
	if day := r.clock.Day(r.result.Rounds.Chosen); day != "" {
		return day
	}
	for _, field := range []layout.Field{layout.Date, layout.Time} {
		if day, any := r.oneDay(values, func(e *entry) string {
			x := r.sheets[e.sheet]
			if c, ok := x.plan.Blocks[e.block].First(field); ok {
				return x.At(int(e.row), c.Index)
			}
			return ""
		}); any {
			return day
		}
	}
	day, _ := r.oneDay(values, func(e *entry) string { return cell.DayIn(r.sheets[e.sheet].Stem) })
	return day
}

// oneDay is the day that all texts share; any is false where there is none.
func (r *reader) oneDay(values []value, text func(*entry) string) (day string, any bool) {
	seen := map[string]bool{}
	agree := true
	for _, v := range values {
		written := text(&r.entries[v.entry])
		if seen[written] {
			continue
		}
		seen[written] = true
		of := r.clock.Day(written)
		any = any || written != ""
		agree = agree && of != "" && (day == "" || of == day)
		day = of
	}
	if !agree {
		return "", any
	}
	return day, any
}
