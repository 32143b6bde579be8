package entries

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/naming"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ratingsShare is the part of what a rating is charged for that it costs here.
const ratingsShare = 4

// roomOfRatings is for how many ratings room is made at once.
const roomOfRatings = 1 << 21

// chunk is after how many rows the progress is told.
const chunk = 4096

// A blockReader turns the rows of a block into entries.
type blockReader struct {
	*Entries
	options *settings.Options
	journal *problem.Journal
	x       *sheets.Sheet
	block   *layout.Block
	at      Entry // sheet and block of all its entries

	rater, lesson, indicator, round, stage, segment []int // columns of the sheet, where one says so
	groups                                          []layout.Column
	masters                                         []int // positions in the block
	scores                                          []scoreColumn

	rows struct{ rater, lesson, indicator bool } // what the rows say, and not the headers

	items int // of a table of two raters
}

// A scoreColumn is a column of scores; codes below 0 hang on the row.
type scoreColumn struct {
	position                        int // in the block
	index                           int // in the sheet
	rater, lesson, indicator, round int32
}

func newBlockReader(e *Entries, o *settings.Options, j *problem.Journal, sheet, block int) *blockReader {
	x := e.Sheets[sheet]
	b := &blockReader{Entries: e, options: o, journal: j, x: x, block: &x.Plan.Blocks[block], at: Entry{Sheet: int32(sheet), Block: int32(block), Groups: -1}}
	lists := map[layout.Field]*[]int{
		layout.Rater: &b.rater, layout.Lesson: &b.lesson, layout.Indicator: &b.indicator, layout.Round: &b.round, layout.Stage: &b.stage, layout.Segment: &b.segment,
	}
	for i, c := range b.block.Columns {
		switch list := lists[c.Field]; {
		case list != nil:
			*list = append(*list, c.Index)
		case c.Field == layout.Group:
			b.groups = append(b.groups, c)
		case c.Field == layout.Master:
			b.masters = append(b.masters, i)
		case c.Field == layout.Score:
			s := b.scoreColumn(i, c)
			b.scores = append(b.scores, s)
			b.rows.rater, b.rows.lesson, b.rows.indicator = b.rows.rater || s.rater < 0, b.rows.lesson || s.lesson < 0, b.rows.indicator || s.indicator < 0
		}
	}
	return b
}

// scoreColumn codes what a header says of all scores below it.
func (b *blockReader) scoreColumn(position int, c layout.Column) scoreColumn {
	s := scoreColumn{position: position, index: c.Index, rater: -1, lesson: -1, indicator: -1, round: -1}
	for _, part := range []struct {
		code *int32
		set  *naming.Set
		name string
	}{
		{&s.rater, &b.Raters, c.Facets.Rater}, {&s.lesson, &b.Lessons, cmp.Or(c.Facets.Lesson, b.block.Facets.Lesson)},
		{&s.indicator, &b.Indicators, cmp.Or(c.Facets.Indicator, b.block.Facets.Indicator)}, {&s.round, &b.Rounds, c.Facets.Round},
	} {
		if part.name != "" && !b.block.Counts && !b.block.Crossed {
			*part.code = part.set.Code(part.name)
		}
	}
	if c.Scale != nil && s.indicator >= 0 && b.optionScales[s.indicator] == nil {
		b.optionScales[s.indicator] = c.Scale
	}
	return s
}

// Read takes all rows.
func (b *blockReader) read(ctx context.Context) error {
	if !b.block.Counts && !b.block.Crossed {
		b.All = slices.Grow(b.All, min(len(b.block.Rows)*len(b.scores), roomOfRatings))
	}
	for n, row := range b.block.Rows {
		if n%chunk == 0 {
			b.options.Tell(settings.Progress{Rows: int64(n), Share: min(1, float64(row)/float64(len(b.x.Rows)))})
			if err := b.options.Budget.Spend(source.Ratings, int64(len(b.scores)*min(chunk, len(b.block.Rows)-n))/ratingsShare); err != nil {
				return err
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
		switch {
		case b.block.Counts:
			b.countRow(row)
		case b.block.Crossed:
			b.crossedRow(row)
		default:
			b.row(n, row)
		}
	}
	return nil
}

// names are what a row says of all its scores.
type names struct{ rater, lesson, indicator, round, segment string }

// named reads what a row says of all its scores.
func (b *blockReader) named(n, row int) names {
	x := names{
		rater: b.person(row), lesson: b.join(row, b.lesson, " / "), indicator: b.join(row, b.indicator, " / "),
		round: b.roundOf(row), segment: b.join(row, b.segment, " / "),
	}
	switch {
	case b.block.Numbered:
		x.lesson = "Row " + strconv.Itoa(n+1)
	case len(b.lesson) == 0 && b.x.Stands == layout.Lesson:
		x.lesson = b.x.Stem
	case len(b.lesson) == 0:
		x.lesson = layout.OneLesson
	}
	if len(b.indicator) == 0 {
		x.indicator = layout.OneIndicator
	}
	if b.x.Stands == layout.Rater {
		x.rater = b.x.Stem
	}
	return x
}

// join returns the cells of some columns as one name; empty where the first
// is.
func (b *blockReader) join(row int, columns []int, between string) string {
	switch len(columns) {
	case 0:
		return ""
	case 1:
		return b.x.At(row, columns[0])
	}
	var parts []string
	for _, c := range columns {
		text := b.x.At(row, c)
		if text == "" {
			text = "–"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, between)
}

// person returns who rated: in a form the first column that names somebody,
// else the person that the row itself stands for.
func (b *blockReader) person(row int) string {
	if b.block.People == nil {
		return b.join(row, b.rater, " / ")
	}
	for _, c := range b.block.People {
		if name := b.x.At(row, c); !header.IsAnonymous(name) {
			return name
		}
	}
	return b.block.Nameless[row]
}

// roundOf is the round of a row: with a column of stages, a vote after the talk
// is a round beside its own.
func (b *blockReader) roundOf(row int) string {
	round := b.join(row, b.round, " / ")
	if len(b.stage) == 0 {
		return round
	}
	stage := b.join(row, b.stage, " ")
	switch vote := header.VoteOf(stage); {
	case vote == header.FirstVote && round != "":
		return round
	case vote != "":
		stage = vote
	}
	return strings.TrimSpace(round + " " + stage)
}

// Row takes the scores of one row.
func (b *blockReader) row(n, row int) {
	x := b.named(n, row)
	if !b.lengths(row, x) {
		return
	}
	e := b.at
	e.Row = int32(row)
	e.Rater, e.Lesson, e.Indicator = -1, -1, -1
	if b.rows.rater {
		e.Rater = code(&b.Raters, x.rater)
	}
	if b.rows.lesson {
		e.Lesson = code(&b.Lessons, x.lesson)
	}
	if b.rows.indicator {
		e.Indicator = code(&b.Indicators, x.indicator)
	}
	e.Round, e.Segment = b.Rounds.Code(x.round), b.Segments.Code(x.segment)
	e.Groups = b.groupCodes(row)
	isMaster := b.block.MasterRows[row]
	for k := range b.scores {
		b.score(e, &b.scores[k], isMaster)
	}
	for _, position := range b.masters {
		b.master(e, position)
	}
}

// Code returns the code of a name, -1 for none.
func code(set *naming.Set, name string) int32 {
	if name == "" {
		return -1
	}
	return set.Code(name)
}

// score takes one score of a row.
func (b *blockReader) score(e Entry, s *scoreColumn, isMaster bool) {
	e.Column, e.Text = int32(s.position), b.Texts.Code(b.x.At(int(e.Row), s.index), b.x.Lexer)
	pick(&e.Rater, s.rater)
	pick(&e.Lesson, s.lesson)
	pick(&e.Indicator, s.indicator)
	pick(&e.Round, s.round)
	if isMaster {
		b.Entries.Masters = append(b.Entries.Masters, e)
		return
	}
	if e.Rater < 0 || e.Lesson < 0 || e.Indicator < 0 {
		b.nameless(&e)
		return
	}
	b.All = append(b.All, e)
}

func pick(into *int32, code int32) {
	if code >= 0 {
		*into = code
	}
}

// master takes an agreed score of a row. Where the columns of scores are of
// several indicators or lessons it is of none of them.
func (b *blockReader) master(e Entry, position int) {
	c := &b.block.Columns[position]
	e.Column, e.Text = int32(position), b.Texts.Code(b.x.At(int(e.Row), c.Index), b.x.Lexer)
	switch of := c.Facets; {
	case of.Lesson != "" || of.Indicator != "":
		pick(&e.Lesson, code(&b.Lessons, of.Lesson))
		pick(&e.Indicator, code(&b.Indicators, of.Indicator))
	case len(b.scores) > 0:
		pick(&e.Lesson, b.scores[0].lesson)
		pick(&e.Indicator, b.scores[0].indicator)
	}
	if e.Lesson >= 0 && e.Indicator >= 0 {
		b.Entries.Masters = append(b.Entries.Masters, e)
	}
}

// nameless reports a score without a rater, lesson or indicator; a row that
// has no score either is left out.
func (b *blockReader) nameless(e *Entry) {
	p := b.x.Plan
	if k := b.Token(e).Kind; (k == cell.Blank || k == cell.Gap) && b.Reason(e) == "" {
		if n := len(p.Dropped); n == 0 || p.Dropped[n-1].Row != int(e.Row) {
			p.Dropped = append(p.Dropped, layout.Drop{Row: int(e.Row), Why: "no name and no score"})
		}
		return
	}
	for _, f := range []struct {
		field layout.Field
		code  int32
	}{{layout.Rater, e.Rater}, {layout.Lesson, e.Lesson}, {layout.Indicator, e.Indicator}} {
		if f.code < 0 {
			header := ""
			if c, ok := b.block.First(f.field); ok {
				header = c.Header
			}
			b.journal.Add(b.x.Place(int(e.Row), -1, header), "missing_name", "", "", "a score and no %s", f.field)
		}
	}
}

// What a spreadsheet's cell can hold; maxName is more than any name needs.
const (
	MaxCell = 32767
	MaxName = 1000
)

// lengths reports a name that is none, and a reason that has swallowed the
// lines after it.
func (b *blockReader) lengths(row int, x names) bool {
	for _, text := range b.x.Rows[row].Cells {
		if len(text) > MaxCell {
			b.journal.Add(b.x.Place(row, -1, ""), "long_cell", "", "", "a cell of %d characters", len(text))
			break
		}
	}
	for _, name := range []string{x.rater, x.lesson, x.indicator, x.round} {
		if len(name) > MaxName {
			b.journal.Add(b.x.Place(row, -1, ""), "long_name", name, "", "a name of %d characters", len(name))
			return false
		}
	}
	return true
}

// GroupName is the header of a further column without the words of a
// question: "What is your role?" is role.
func GroupName(header string) string {
	key := strings.TrimRight(cell.Clean(header), "?: ")
	for _, lead := range []string{"what is your ", "your "} {
		if len(key) > len(lead) && strings.EqualFold(key[:len(lead)], lead) {
			return key[len(lead):]
		}
	}
	return header
}

// groupCodes returns the position of the codes of a row's further columns.
func (b *blockReader) groupCodes(row int) int32 {
	if len(b.groups) == 0 {
		return -1
	}
	codes := make([]int32, 0, len(b.groups))
	for _, c := range b.groups {
		g := b.group(c.Header)
		for len(codes) <= g {
			codes = append(codes, -1)
		}
		if value := b.x.At(row, c.Index); value != "" {
			codes[g] = b.Entries.Groups[g].Values.Code(value)
		}
	}
	if n := len(b.groupRows); n > 0 && slices.Equal(b.groupRows[n-1], codes) {
		return int32(n - 1)
	}
	b.groupRows = append(b.groupRows, codes)
	return int32(len(b.groupRows) - 1)
}

// Group returns the position of a further column of the input.
func (b *blockReader) group(header string) int {
	name := GroupName(header)
	key := cell.Fold(name)
	g, ok := b.GroupOf[key]
	if !ok {
		g = len(b.Entries.Groups)
		b.GroupOf[key] = g
		b.Entries.Groups = append(b.Entries.Groups, Group{Name: name})
	}
	return g
}
