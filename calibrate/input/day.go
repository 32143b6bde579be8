package input

import (
	"iter"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/scan"
)

// dateFields are the columns that say when ratings were made, the surest
// first.
var dateFields = []layout.Field{layout.Date, layout.Time}

// written are texts of a field, in any order and number.
type written func(layout.Field) iter.Seq[string]

// dayOf returns the one day of all that is read, as 2025-09-14, or as it is
// written where day and month cannot be told apart: of a column of days, else
// of the times of the answers, else of the files' names. It is empty where
// rows do not agree, or one says nothing.
func dayOf(r *entries.Entries, texts written, files iter.Seq[string]) string {
	if day := r.Clock.Day(r.RoundsRead.Chosen); day != "" {
		return day
	}
	for _, field := range dateFields {
		if day, any := oneDay(&r.Clock, texts(field)); any {
			return day
		}
	}
	day, _ := oneDay(&r.Clock, files)
	return day
}

// writtenBeside are the texts of a field in the rows of values.
func writtenBeside(r *entries.Entries, values []value) written {
	return func(field layout.Field) iter.Seq[string] {
		return eachOf(r, values, func(e *entries.Entry) string {
			x := r.Sheets[e.Sheet]
			if c, ok := x.Plan.Blocks[e.Block].First(field); ok {
				return x.At(int(e.Row), c.Index)
			}
			return ""
		})
	}
}

// daysInNames are the days in the names of the files that values come from.
func daysInNames(r *entries.Entries, values []value) iter.Seq[string] {
	return eachOf(r, values, func(e *entries.Entry) string { return cell.DayIn(r.Sheets[e.Sheet].Stem) })
}

// eachOf is a text of each value.
func eachOf(r *entries.Entries, values []value, text func(*entries.Entry) string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, v := range values {
			if !yield(text(&r.All[v.entry])) {
				return
			}
		}
	}
}

// oneDay is the day that all texts share; any is false where there is none.
func oneDay(clock *cell.Clock, texts iter.Seq[string]) (day string, any bool) {
	seen := map[string]bool{}
	agree := true
	for text := range texts {
		if seen[text] {
			continue
		}
		seen[text] = true
		of := clock.Day(text)
		any = any || text != ""
		agree = agree && of != "" && (day == "" || of == day)
		day = of
	}
	if !agree {
		return "", any
	}
	return day, any
}

// written are the distinct dates of a field in the rows that are read.
func (c *coder) written(field layout.Field) iter.Seq[string] {
	return func(yield func(string) bool) {
		column, ok := c.f.sheet.Plan.Blocks[0].First(field)
		if !ok {
			return
		}
		at := c.f.options.Dates[slices.Index(c.f.dates, column.Index)]
		for i := range c.shards {
			s := &c.shards[i]
			for code, used := range c.occur(s, len(s.Others[at]), func(p *scan.Part) *scan.Column { return &p.Others[at] }) {
				if used && !yield(cell.Clean(s.Others[at][code])) {
					return
				}
			}
		}
	}
}

// learnDates learns from all dates which part of them is the day.
func (c *coder) learnDates() {
	for _, s := range c.shards {
		for _, at := range c.f.options.Dates {
			for _, text := range s.Others[at] {
				c.r.Clock.Learn(cell.Clean(text))
			}
		}
	}
}
