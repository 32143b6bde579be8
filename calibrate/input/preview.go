package input

import (
	"fmt"

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
	Cell      string `json:"cell" csv:"cell"`
	State     string `json:"state" csv:"state"`
	Score     string `json:"score,omitempty" csv:"score"`
	Reason    string `json:"reason,omitempty" csv:"reason"`
}

// previewRows is how many ratings a preview shows.
const previewRows = 5

// describe fills in the meanings of the columns and the first ratings.
func (r *reader) describe(values []cellValue, meters []*meter) {
	for _, x := range r.sheets {
		if x.plan == nil {
			continue
		}
		seen := map[string]bool{}
		for _, b := range x.plan.blocks {
			for _, c := range b.columns {
				m := Meaning{
					File: x.sheet.Title(), Column: letters(c.index), Header: c.header, Field: string(c.field),
					Rater: c.facets.rater, Lesson: c.facets.lesson, Indicator: c.facets.indicator,
					Why: c.why, Sure: x.plan.sure,
				}
				if key := fmt.Sprint(m); !seen[key] {
					seen[key] = true
					r.result.Meanings = append(r.result.Meanings, m)
				}
			}
		}
	}
	r.preview(values)
}

// preview shows the first ratings of the first file, in the file's order.
func (r *reader) preview(values []cellValue) {
	byEntry := map[*entry]cellValue{}
	for i := range r.entries[:min(len(r.entries), 20*previewRows)] {
		byEntry[&r.entries[i]] = cellValue{}
	}
	for _, v := range values {
		if _, ok := byEntry[v.entry]; ok {
			byEntry[v.entry] = v
		}
	}
	for i := range r.entries {
		if len(r.result.Preview) == previewRows {
			return
		}
		v := byEntry[&r.entries[i]]
		if v.entry == nil {
			continue
		}
		at := r.at(v.entry)
		u := Understood{
			File: at.name, Row: at.row, Rater: r.raters.name(v.rater), Lesson: r.lessons.name(v.lesson),
			Indicator: r.indicators.name(v.indicator), Round: r.rounds.name(v.round), Cell: v.cell,
			State: v.state.String(), Reason: shorten(v.reason),
		}
		if v.state == rating.Scored {
			u.Score = fmt.Sprint(v.value)
		}
		r.result.Preview = append(r.result.Preview, u)
	}
}
