package entries

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/scales"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/stats/rating"
)

// Entries are the ratings of an input as they stand in its cells, before any is
// read as a score.
type Entries struct {
	Sheets []*sheets.Sheet
	Clock  cell.Clock

	Raters, Lessons, Indicators, Rounds, Segments naming.Set
	Groups                                        []Group
	GroupOf                                       map[string]int          // by folded header
	optionScales                                  map[int32]*rating.Scale // of indicators whose options a sheet lists
	Texts                                         textSet                 // distinct texts of scores
	groupRows                                     [][]int32               // codes of the further columns, shared by the entries of a row
	All                                           []Entry
	Masters                                       []Entry // of the answer key
	Times                                         []int   // how often each entry stands in the input; nil: once

	RoundsRead Rounds // which are read
	InParts    bool   // lessons are rated in parts
}

// NewEntries returns no entries of some sheets.
func NewEntries(all []*sheets.Sheet) *Entries {
	return &Entries{Sheets: all, GroupOf: map[string]int{}, optionScales: map[int32]*rating.Scale{}}
}

// A Group is a further column of the input.
type Group struct {
	Name   string
	Values naming.Set
}

// An Entry is the cell of a rater and an item, its names as codes.
type Entry struct {
	Rater, Lesson, Indicator, Round, Segment int32
	Text                                     int32 // of the score
	Sheet, Block, Row, Column                int32 // column: position in the block
	Groups                                   int32 // position in groupRows, -1 for none
}

// A textSet gives the distinct texts of scores codes.
type textSet struct {
	codes  map[string]int32
	texts  []string
	tokens []cell.Token
}

// Code returns the code of a text.
func (s *textSet) Code(text string, lexer *cell.Lexer) int32 {
	if code, ok := s.codes[text]; ok {
		return code
	}
	if s.codes == nil {
		s.codes = map[string]int32{}
	}
	code := int32(len(s.texts))
	s.codes[text] = code
	s.texts, s.tokens = append(s.texts, text), append(s.tokens, lexer.Lex(text))
	return code
}

// Read takes the cells of all planned sheets. Beside an error the Entries are as
// far as it came.
func Read(ctx context.Context, all []*sheets.Sheet, o *settings.Options, j *problem.Journal) (*Entries, error) {
	e := NewEntries(all)
	for i, x := range all {
		if x.Plan == nil || len(x.Plan.Missing) > 0 || sheets.InDoubt(x.Plan) {
			continue
		}
		for k := range x.Plan.Blocks {
			b := newBlockReader(e, o, j, i, k)
			if err := b.read(ctx); err != nil {
				return e, err
			}
		}
	}
	return e, ctx.Err()
}

// At returns the place of an entry.
func (e *Entries) At(x *Entry) problem.Place {
	s := e.Sheets[x.Sheet]
	c := &s.Plan.Blocks[x.Block].Columns[x.Column]
	return s.Place(int(x.Row), c.Index, c.Header)
}

// Cell returns the text of an entry's score.
func (e *Entries) Cell(x *Entry) string { return e.Texts.texts[x.Text] }

// Token returns the reading of an entry's score before any scale is known.
func (e *Entries) Token(x *Entry) cell.Token { return e.Texts.tokens[x.Text] }

// Reason returns the reason for an entry's score.
func (e *Entries) Reason(x *Entry) string {
	s := e.Sheets[x.Sheet]
	b := &s.Plan.Blocks[x.Block]
	return s.Reason(b, int(x.Row), &b.Columns[x.Column])
}

// Whose names the rater and the item of an entry.
func (e *Entries) Whose(x *Entry) string {
	return fmt.Sprintf("%s scored %s of %s", e.Raters.Name(x.Rater), e.Indicators.Name(x.Indicator), e.Lessons.Name(x.Lesson))
}

// GroupCode returns the code of an entry in a further column, -1 for none.
func (e *Entries) GroupCode(x *Entry, group int) int32 {
	if x.Groups < 0 || group >= len(e.groupRows[x.Groups]) {
		return -1
	}
	return e.groupRows[x.Groups][group]
}

// ForScales returns the entries as the finding of scales takes them, with what the
// Indicators are called at length.
func (e *Entries) ForScales(long map[string]string) *scales.Cells {
	return &scales.Cells{
		Indicators: e.Indicators.Names(), LongNames: long, Listed: e.optionScales,
		Header: sheets.HeaderLevels(e.Sheets), Across: sheets.AcrossColumns(e.Sheets),
		Texts: e.Texts.texts, Tokens: e.Texts.tokens, Count: len(e.All),
		At: func(i int) scales.Cell {
			c := scales.Cell{Indicator: e.All[i].Indicator, Text: e.All[i].Text, Times: 1}
			if e.Times != nil {
				c.Times = e.Times[i]
			}
			return c
		},
		Place: func(i int) problem.Place { return e.At(&e.All[i]) },
	}
}
