package layout

import (
	"cmp"
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// A frame is a table with a header, however many rows that took.
type frame struct {
	*table
	columns []column
	rows    []int
	region  region
	facets  Facets // of the whole frame: a lesson from its title
	form    bool   // exported by a form: a row without a name is a person
	asked   bool   // questions stand several times
	doubts  []Doubt
	sampled []int
}

// profileRows is how many rows a column is judged by.
const profileRows = 3000

// newFrame profiles the columns of labels and settles what they are whatever
// the layout.
func newFrame(t *table, labels []label, rows []int) *frame {
	f := &frame{table: t, rows: rows, sampled: sample(rows, profileRows)}
	f.columns = make([]column, len(labels))
	for i, l := range labels {
		f.columns[i] = column{label: l, profile: profileOf(t, f.sampled, l.index), named: namings(l.text), pos: i}
	}
	for i := range f.columns {
		settle(f, &f.columns[i])
	}
	sideNotes(f)
	shareCodes(f)
	untickedBoxes(f)
	reasonsBeside(f)
	settleBeside(f)
	settleSummaries(f)
	settleComputed(f)
	settleUnlike(f)
	return f
}

// scoring returns the positions of the columns that may hold scores, for a
// layout in which a naming of its header makes a column no score.
func (f *frame) scores(isKey func(*column) bool) []int {
	var out []int
	for i := range f.columns {
		c := &f.columns[i]
		if c.role == Score || c.role == "" && c.scoring && !isKey(c) {
			out = append(out, i)
		}
	}
	if f.options.Names(Score) { // what the user named holds, and nothing else
		out = slices.DeleteFunc(out, func(i int) bool { return !f.columns[i].user })
	}
	return out
}

// pick returns the columns that can hold a field, the surest first; least is
// how sure the header must be.
func (f *frame) pick(field Field, least float64, not func(*column) bool) []int {
	var out []int
	for i := range f.columns {
		c := &f.columns[i]
		if f.options.Names(field) {
			if c.user && c.role == field {
				out = append(out, i)
			}
			continue
		}
		if c.role == field {
			out = append(out, i)
			continue
		}
		if n, ok := c.naming(field); ok && c.role == "" && !c.user && n.sure >= least && !not(c) {
			out = append(out, i)
		}
	}
	slices.SortStableFunc(out, func(a, b int) int { return -cmp.Compare(f.fitness(a, field), f.fitness(b, field)) })
	return out
}

// fitness is how well a column serves a field.
func (f *frame) fitness(i int, field Field) float64 {
	c := &f.columns[i]
	n, _ := c.naming(field)
	fit := n.sure
	switch {
	case c.user:
		return 10
	case c.role == field:
		fit = max(fit, 0.9)
	}
	if c.filled == 0 {
		fit -= 1
	}
	if c.anonymous() {
		fit -= 2
	}
	if n.kind == byName && c.holdsText() {
		fit += 0.02
	}
	return fit
}

// coded returns the codes of a column's cells in all rows; -1 for none.
func (f *frame) code(i int) []int32 {
	c := &f.columns[i]
	if c.codes != nil || len(f.rows) == 0 {
		return c.codes
	}
	c.codes = make([]int32, len(f.rows))
	seen := map[string]int32{}
	for k, row := range f.rows {
		text := f.sheet.At(row, c.index)
		if text == "" {
			c.codes[k] = -1
			continue
		}
		code, ok := seen[text]
		if !ok {
			key := cell.Fold(text)
			if code, ok = seen[key]; !ok {
				code = int32(len(seen))
				seen[key] = code
			}
			seen[text] = code
		}
		c.codes[k] = code
	}
	return c.codes
}
