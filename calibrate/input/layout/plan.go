package layout

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// Facets say of a rating whose and of what it is; empty ones are not said.
type Facets struct {
	Rater, Lesson, Indicator, Round string
	Score                           string // of a column of counts: its level
}

// A Column is what one column of a block holds. Of a column of scores, Facets
// are what its header says of them all, and Reason is the position of the
// column with the reasons for them, or -1.
type Column struct {
	Index  int
	Header string
	Field  Field
	Facets Facets
	Reason int
	Scale  *rating.Scale // from a row of options
	Why    string

	Unread bool // it holds numbers or sentences that no rating is read from
	Cells  int  // that are filled, of those that were looked at
}

// A Block is rows of a sheet that are read the same way.
type Block struct {
	Columns []Column
	Rows    []int
	Facets  Facets // what stands above the block: a lesson

	// People are the columns that can name a form's respondent, the surest
	// first; Nameless are the rows in which none does, and what stands for
	// the person there.
	People   []int
	Nameless map[int]string

	Free       []int        // columns of reasons that are for the one column of scores
	ReasonRows map[int]int  // row of scores to the row below it with the reasons
	MasterRows map[int]bool // rows of an answer key among those of the raters
	Numbered   bool         // each row is an item of its own, by its number

	Counts  bool     // the cells count the raters who gave the column's level
	Crossed bool     // the cells count the items of two raters: a contingency table
	Levels  []string // of counts: what the headers call the levels, in their order
}

// First returns the first column of a field.
func (b *Block) First(f Field) (Column, bool) {
	i := slices.IndexFunc(b.Columns, func(c Column) bool { return c.Field == f })
	if i < 0 {
		return Column{}, false
	}
	return b.Columns[i], true
}

// All returns the columns of a field.
func (b *Block) All(f Field) []Column {
	n := 0
	for i := range b.Columns {
		if b.Columns[i].Field == f {
			n++
		}
	}
	out := make([]Column, 0, n)
	for i := range b.Columns {
		if b.Columns[i].Field == f {
			out = append(out, b.Columns[i])
		}
	}
	return out
}

// A Drop is a row that is left out, and why.
type Drop struct {
	Row int
	Why string
}

// A Doubt is a problem that was found with a sheet: a code of package input,
// its place, and the flags that may settle it.
type Doubt struct {
	Row, Col     int // -1 where it is of the whole sheet
	Code, Header string
	Value, Text  string
	Hint         string
	Cures        []Cure
}

// A Cure is flags that may settle a doubt.
type Cure struct {
	Flags string // as a shell takes them
	Says  string // when they are right
	Apply func(*Options)
}

// A Sign is a piece of evidence for a reading, or against it.
type Sign struct {
	Name   string  `json:"name"`
	Weight float64 `json:"weight"`
	Text   string  `json:"text"`
}

// A Plan says how to read a sheet.
type Plan struct {
	Layout  string // id
	Sure    float64
	Why     string
	Blocks  []Block
	Dropped []Drop
	Missing []Field
	Doubts  []Doubt

	Absent map[Field]Doubt // what to say of the Missing

	Signs []Sign // for and against this reading
	Other *Plan  // the runner-up, where there is one
}

// Says reports whether every rating of the plan has a facet from a column,
// a header or a title.
func (p *Plan) Says(f Field) bool {
	for _, b := range p.Blocks {
		if _, ok := b.First(f); ok || f == Rater && (b.Counts || b.People != nil) || f != Lesson && b.Crossed || f == Lesson && b.Numbered {
			continue
		}
		if f.of(b.Facets) != "" {
			continue
		}
		for _, c := range b.All(Score) {
			if f.of(c.Facets) == "" {
				return false
			}
		}
	}
	return true
}

// of returns the facet of a field.
func (f Field) of(x Facets) string {
	switch f {
	case Rater:
		return x.Rater
	case Lesson:
		return x.Lesson
	case Indicator:
		return x.Indicator
	case Round:
		return x.Round
	}
	return ""
}

// What the only lesson and the only indicator are called where the input does
// not name them.
const (
	OneLesson    = "Lesson"
	OneIndicator = "Rating"
)

// ChooseLayout is the flag that names the layout.
func ChooseLayout(id, says string) Cure {
	return Cure{"--layout " + id, says, func(o *Options) { o.Layout = id }}
}

// NameColumn is the flag that names a column for a field.
func NameColumn(field Field, header, says string) Cure {
	value := header
	if !strings.HasPrefix(header, "@") {
		value = Quoted(header)
	}
	name := string(field)
	if field == Ignored {
		name = "ignore"
	}
	return Cure{"--columns " + ShellWord(name+"="+value), says, func(o *Options) { o.with(field, header) }}
}
