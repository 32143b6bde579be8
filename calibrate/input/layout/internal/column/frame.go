package column

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/region"
)

// A Frame is a table with a header, however many rows that took.
type Frame struct {
	*region.Table
	Columns []Column
	Rows    []int
	Region  region.Region
	Facets  layout.Facets // of the whole frame: a lesson from its title
	Form    bool          // exported by a form: a row without a name is a person
	Sampled []int
}

// Scores returns the positions of the columns that may hold scores, for a
// layout in which a naming of its header makes a column no score.
func (f *Frame) Scores(isKey func(*Column) bool) []int {
	var out []int
	for i := range f.Columns {
		c := &f.Columns[i]
		if c.Role == layout.Score || c.Role == "" && c.Scoring && !isKey(c) {
			out = append(out, i)
		}
	}
	if f.Options.Names(layout.Score) { // what the user named holds, and nothing else
		out = slices.DeleteFunc(out, func(i int) bool { return !f.Columns[i].User })
	}
	return out
}

// Pick returns the columns that can hold a field, the surest first; least is
// how sure the header must be.
func (f *Frame) Pick(field layout.Field, least float64, not func(*Column) bool) []int {
	var out []int
	for i := range f.Columns {
		c := &f.Columns[i]
		if f.Options.Names(field) {
			if c.User && c.Role == field {
				out = append(out, i)
			}
			continue
		}
		if c.Role == field {
			out = append(out, i)
			continue
		}
		if n, ok := c.Naming(field); ok && c.Role == "" && !c.User && n.Sure >= least && !not(c) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return -cmp.Compare(f.fitness(a, field), f.fitness(b, field)) })
	return out
}

// fitness is how well a column serves a field.
func (f *Frame) fitness(i int, field layout.Field) float64 {
	c := &f.Columns[i]
	n, _ := c.Naming(field)
	fit := n.Sure
	switch {
	case c.User:
		return 10
	case c.Role == field:
		fit = max(fit, 0.9)
	}
	if c.Filled == 0 {
		fit -= 1
	}
	if c.anonymous() {
		fit -= 2
	}
	if n.Kind == header.ByName && c.holdsText() {
		fit += 0.02
	}
	return fit
}

// Timed reports whether a form noted the time of every answer: then the last
// of somebody's counts.
func (f *Frame) Timed() bool {
	return f.Form && slices.ContainsFunc(f.Columns, func(c Column) bool { return c.Role == layout.Time })
}

// Surely reports whether a header names a field and nothing else.
func (f *Frame) Surely(i int, field layout.Field) bool {
	n, ok := f.Columns[i].Naming(field)
	return ok && n.Whole && n.Sure > 0.7 || f.Columns[i].Role == field
}
