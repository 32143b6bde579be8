package input

import (
	"slices"

	"github.com/cb401426/calibrate/stats/rating"
)

// facets say of a rating whose and of what it is; empty ones are not said.
type facets struct {
	rater, lesson, indicator, round string
	score                           string // of a column of counts: its level
}

// or returns f with what it leaves open taken from g.
func (f facets) or(g facets) facets {
	pick := func(a, b string) string {
		if a != "" {
			return a
		}
		return b
	}
	return facets{
		pick(f.rater, g.rater), pick(f.lesson, g.lesson),
		pick(f.indicator, g.indicator), pick(f.round, g.round), pick(f.score, g.score),
	}
}

// A column is what one column of a block holds. Of a column of scores, facets
// are what its header says of them all, and reason is the position of the
// column with the reasons for them, or -1.
type column struct {
	index  int
	header string
	field  field
	facets facets
	reason int
	scale  *rating.Scale // from a row of options
	why    string
}

// A block is rows of a sheet that are read the same way.
type block struct {
	columns []column
	rows    []int
	facets  facets // what stands above the block: a lesson

	// people are the columns that can name a form's respondent, the surest
	// first; nameless are the rows in which none does, and what stands for
	// the person there.
	people   []int
	nameless map[int]string

	counts  bool // the cells count the raters who gave the column's level
	crossed bool // the cells count the items of two raters: a contingency table
}

// first returns the first column of a field.
func (b *block) first(f field) (column, bool) {
	i := slices.IndexFunc(b.columns, func(c column) bool { return c.field == f })
	if i < 0 {
		return column{}, false
	}
	return b.columns[i], true
}

// all returns the columns of a field.
func (b *block) all(f field) []column {
	var out []column
	for _, c := range b.columns {
		if c.field == f {
			out = append(out, c)
		}
	}
	return out
}

// A drop is a row that is left out, and why.
type drop struct {
	row int
	why string
}

// A remark is a problem that a layout found.
type remark struct {
	row, col     int
	code, header string
	value, text  string
	hint         string
}

// A plan says how to read a sheet.
type plan struct {
	layout  string // id
	sure    float64
	why     string
	blocks  []block
	dropped []drop
	missing []field
	remarks []remark
}

// says reports whether every rating of the plan has a facet from a column,
// a header or a title.
func (p *plan) says(f field) bool {
	for _, b := range p.blocks {
		if _, ok := b.first(f); ok || f == fieldRater && (b.counts || b.people != nil) || f != fieldLesson && b.crossed {
			continue
		}
		if f.of(b.facets) != "" {
			continue
		}
		for _, c := range b.all(fieldScore) {
			if f.of(c.facets) == "" {
				return false
			}
		}
	}
	return true
}

// of returns the facet of a field.
func (f field) of(x facets) string {
	switch f {
	case fieldRater:
		return x.rater
	case fieldLesson:
		return x.lesson
	case fieldIndicator:
		return x.indicator
	case fieldRound:
		return x.round
	}
	return ""
}
