package input

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/stats/rating"
)

// A reader is one reading in the making: what its stages hand on.
type reader struct {
	options *Options
	journal problem.Journal
	sheets  []*sheets.Sheet
	clock   cell.Clock

	raters, lessons, indicators, rounds, segments naming.Set
	groups                                        []group
	groupOf                                       map[string]int          // by folded header
	optionScales                                  map[int32]*rating.Scale // of indicators whose options a sheet lists
	texts                                         textSet                 // distinct texts of scores
	groupRows                                     [][]int32               // codes of the further columns, shared by the entries of a row
	entries                                       []entry
	masters                                       []entry  // of the answer key
	times                                         []int    // how often each entry stands in the input; nil: once
	result                                        *Reading // by itself: it outlives the reader and its cells
}

// A group is a further column of the input.
type group struct {
	name   string
	values naming.Set
}

// An entry is the cell of a rater and an item, its names as codes.
type entry struct {
	rater, lesson, indicator, round, segment int32
	text                                     int32 // of the score
	sheet, block, row, column                int32 // column: position in the block
	groups                                   int32 // position in groupRows, -1 for none
}

// A textSet gives the distinct texts of scores codes.
type textSet struct {
	codes  map[string]int32
	texts  []string
	tokens []cell.Token
}

// code returns the code of a text.
func (s *textSet) code(text string, lexer *cell.Lexer) int32 {
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

func newReader(o *Options) *reader {
	return &reader{
		options: o, result: &Reading{}, groupOf: map[string]int{}, optionScales: map[int32]*rating.Scale{},
	}
}

// readSheets reads the sheets as one set of ratings.
func readSheets(ctx context.Context, result *source.Result, o *Options) (*Reading, error) {
	r := newReader(o)
	r.sheets = sheets.Plan(sheets.Take(result, o, &r.journal), o, &r.journal, false)
	if err := r.tooLarge(r.read(ctx)); err != nil {
		return nil, err
	}
	o.Tell(Progress{Rows: int64(len(r.entries)), Read: true})
	return r.finish()
}

// tooLarge reports a reading that is beyond its budget, and returns any other
// error.
func (r *reader) tooLarge(err error) error {
	var exceeded *source.Exceeded
	if !errors.As(err, &exceeded) {
		return err
	}
	r.journal.Add(problem.Place{}, "too_large", "", source.TooLargeFix, "%v", exceeded)
	return nil
}

// at returns the place of an entry.
func (r *reader) at(e *entry) problem.Place {
	x := r.sheets[e.sheet]
	c := &x.Plan.Blocks[e.block].Columns[e.column]
	return x.Place(int(e.row), c.Index, c.Header)
}

// cell returns the text of an entry's score.
func (r *reader) cell(e *entry) string { return r.texts.texts[e.text] }

// token returns the reading of an entry's score before any scale is known.
func (r *reader) token(e *entry) cell.Token { return r.texts.tokens[e.text] }

// reason returns the reason for an entry's score.
func (r *reader) reason(e *entry) string {
	x := r.sheets[e.sheet]
	return x.Reason(&x.Plan.Blocks[e.block], int(e.row), &x.Plan.Blocks[e.block].Columns[e.column])
}
