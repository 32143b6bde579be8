package answers

import (
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats"
)

// Options say what the files do not say of themselves. The zero value works.
type Options struct {
	Is, Should string         // further words for the two aspects
	Person     string         // the header of the people
	Scale      *rubric.Scale  // the levels, for every dimension
	Rubric     *rubric.Rubric // the dimensions, with their ends and scale
}

// words are the words for the aspects that the user named.
func (o *Options) words() [2]string { return [2]string{is: o.Is, should: o.Should} }

// names reports whether a cell is a level of the declared scale.
func (o *Options) names(cell string) bool {
	if o.Scale == nil {
		return false
	}
	_, _, ok := wordScale(map[string]bool{strings.ToLower(cell): true}, o.Scale)
	return ok
}

// Answers are what was read. Every list of a Dimension, and every Column, has
// one entry a person.
type Answers struct {
	People     []string // names, or "" where the file names nobody
	Dimensions []Dimension
	Columns    []Column // further columns: role, school
	General    []string // reasons that belong to no dimension
	Layout     string
	Knowing    bool // asked was what people do, and what they know
	Given      int  // answers
	OneSided   int  // people × dimensions with one answer of the two
	Duplicates int  // people who answered again: the later answer counts
	LeftOut    []string
	Rubric     string // the id of the rubric whose dimensions these are, or ""
	Undeclared bool   // the scale was taken from the answers
}

// A Dimension is the answers to one question.
type Dimension struct {
	ID, Name  string
	Ends      [2]string // what the low end and the high end mean, where known
	Low, High float64   // of the scale
	Levels    []float64 // of the scale; nil for a slider
	Is        []stats.Number
	Should    []stats.Number
	Reasons   []string
	Shows     []string // indicators of lessons in which it can be seen
}

// A Column is a further column of the file.
type Column struct {
	Name   string
	Values []string
}

// Read reads the sheets as one survey. Sheets without one are left out; the
// error names every cell that is no answer, or is ErrNoSurvey or ErrBlank.
func Read(sheets []*source.Sheet, o Options) (*Answers, error) {
	b := &builder{options: &o, person: map[string]int{}, dimension: map[string]int{}}
	found := false
	for _, s := range sheets {
		g := &grid{s}
		r, ok := regionOf(g)
		if !ok {
			continue
		}
		for _, fits := range layouts {
			if l, ok := fits(g, &r, &o); ok {
				found = true
				b.read(g, &r, &l)
				break
			}
		}
	}
	if !found {
		for _, s := range sheets {
			if (&grid{s}).asks(&o) {
				return nil, fmt.Errorf("%s: %w", s.Title(), ErrBlank)
			}
		}
		return nil, ErrNoSurvey
	}
	return b.finish()
}
