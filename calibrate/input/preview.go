package input

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// previewRows is how many ratings a preview shows.
const previewRows = 5

// describe fills in the meanings of the columns, the evidence, who the raters
// are and the first ratings.
func (r *reader) describe(values []value) {
	for _, x := range r.Sheets {
		if x.Plan == nil {
			continue
		}
		r.result.Meanings = append(r.result.Meanings, sheets.Meanings(x)...)
		r.result.Signs = append(r.result.Signs, sheets.Signs(x, x.Plan, true)...)
		if x.Plan.Other != nil {
			r.result.Signs = append(r.result.Signs, sheets.Signs(x, x.Plan.Other, false)...)
		}
	}
	raters := map[int32]bool{}
	for i := range values {
		if values[i].verdict.State == rating.Scored {
			raters[r.All[values[i].entry].Rater] = true
		}
	}
	r.result.RatersAre = sheets.RatersAre(r.Sheets, len(raters))
	if len(values) > 0 {
		r.journal.Add(problem.Place{}, "raters_are", "", "", "%s", r.result.RatersAre.Named)
	}
	if r.InParts {
		r.journal.Add(problem.Place{}, "segments", "", "", "lessons are rated in parts (%d): each part is an item of its own", r.Segments.Count())
	}
	r.preview(values)
}

// preview shows the first ratings of the first file, in the file's order.
func (r *reader) preview(values []value) {
	first := map[int32]*value{}
	most := int32(min(len(r.All), 20*previewRows))
	for i := range values {
		if values[i].entry < most {
			first[values[i].entry] = &values[i]
		}
	}
	for i := range most {
		if len(r.result.Preview) == previewRows {
			return
		}
		v := first[i]
		if v == nil {
			continue
		}
		e := &r.All[i]
		at := r.At(e)
		u := Understood{
			File: at.Name, Row: at.Row, Rater: r.Raters.Name(e.Rater), Lesson: r.Lessons.Name(e.Lesson),
			Indicator: r.Indicators.Name(e.Indicator), Round: r.Rounds.Name(e.Round), Segment: r.Segments.Name(e.Segment),
			Cell: strings.Clone(r.Cell(e)), State: v.verdict.State.String(), Reason: strings.Clone(layout.Shorten(r.Reason(e))),
		}
		if v.verdict.State == rating.Scored {
			u.Score = fmt.Sprint(v.verdict.Value)
		}
		r.result.Preview = append(r.result.Preview, u)
	}
}
