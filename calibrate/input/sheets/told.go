package sheets

import (
	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// A LeftOut is something in the input that no rating was read from.
type LeftOut struct {
	What   string `json:"what"`   // "column", "row", "hidden row", "hidden column" or "file"
	Header string `json:"header"` // of a column
	Count  int    `json:"count"`  // of the cells or rows
	Why    string `json:"why"`
}

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

// A Sign is a piece of evidence for a layout of a file, or against it.
type Sign struct {
	File   string  `json:"file"`
	Layout string  `json:"layout"`
	Chosen bool    `json:"chosen"`
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
	Text   string  `json:"text"`
}

// Meanings lists what the columns of a sheet were taken to hold.
func Meanings(x *Sheet) (all []Meaning) {
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
				all = append(all, m)
			}
		}
	}
	return all
}

// Signs lists the evidence for a plan of a sheet.
func Signs(x *Sheet, p *layout.Plan, chosen bool) (all []Sign) {
	for _, s := range p.Signs {
		all = append(all, Sign{x.Title(), p.Layout, chosen, s.Name, s.Weight, s.Text})
	}
	return all
}

// Raters says who the raters were taken to be, with names and without.
type Raters struct {
	Named, Plain string
}
