package input

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Meaning is what one column was taken to hold, and why.
type Meaning struct {
	File      string  `json:"file" csv:"file"`
	Column    string  `json:"column" csv:"column"`
	Header    string  `json:"header" csv:"header"`
	Field     string  `json:"field" csv:"field"`
	Rater     string  `json:"rater,omitempty" csv:"rater"`
	Lesson    string  `json:"lesson,omitempty" csv:"lesson"`
	Indicator string  `json:"indicator,omitempty" csv:"indicator"`
	Why       string  `json:"why" csv:"why"`
	Sure      float64 `json:"sure" csv:"sure"`
}

// An Understood is one rating as it was understood.
type Understood struct {
	File      string `json:"file" csv:"file"`
	Row       int    `json:"row" csv:"row"`
	Rater     string `json:"rater" csv:"rater"`
	Lesson    string `json:"lesson" csv:"lesson"`
	Indicator string `json:"indicator" csv:"indicator"`
	Round     string `json:"round,omitempty" csv:"round"`
	Segment   string `json:"segment,omitempty" csv:"segment"`
	Cell      string `json:"cell" csv:"cell"`
	State     string `json:"state" csv:"state"`
	Score     string `json:"score,omitempty" csv:"score"`
	Reason    string `json:"reason,omitempty" csv:"reason"`
}

// previewRows is how many ratings a preview shows.
const previewRows = 5

// describe fills in the meanings of the columns, the evidence, who the raters
// are and the first ratings.
func (r *reader) describe(values []value) {
	for _, x := range r.Sheets {
		if x.Plan == nil {
			continue
		}
		r.meanings(x)
		r.signs(x, x.Plan, true)
		if x.Plan.Other != nil {
			r.signs(x, x.Plan.Other, false)
		}
	}
	raters := map[int32]bool{}
	for i := range values {
		if values[i].verdict.State == rating.Scored {
			raters[r.All[values[i].entry].Rater] = true
		}
	}
	r.result.RatersAre = r.ratersAre(len(raters))
	if len(values) > 0 {
		r.journal.Add(problem.Place{}, "raters_are", "", "", "%s", r.result.RatersAre.Named)
	}
	if r.InParts {
		r.journal.Add(problem.Place{}, "segments", "", "", "lessons are rated in parts (%d): each part is an item of its own", r.Segments.Count())
	}
	r.preview(values)
}

// meanings lists what the columns of a sheet were taken to hold.
func (r *reader) meanings(x *sheets.Sheet) {
	seen := map[Meaning]bool{}
	for _, b := range x.Plan.Blocks {
		for _, c := range b.Columns {
			m := Meaning{
				File: x.Title(), Column: layout.Letters(c.Index), Header: c.Header, Field: string(c.Field),
				Rater: c.Facets.Rater, Lesson: c.Facets.Lesson, Indicator: c.Facets.Indicator,
				Why: c.Why, Sure: x.Plan.Sure,
			}
			if !seen[m] {
				seen[m] = true
				r.result.Meanings = append(r.result.Meanings, m)
			}
		}
	}
}

// signs lists the evidence for a plan of a sheet.
func (r *reader) signs(x *sheets.Sheet, p *layout.Plan, chosen bool) {
	for _, s := range p.Signs {
		r.result.Signs = append(r.result.Signs, Reason{x.Title(), p.Layout, chosen, s.Name, s.Weight, s.Text})
	}
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
