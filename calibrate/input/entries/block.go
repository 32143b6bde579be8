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
			if err := b.countRow(row); err != nil {
				return err
			}
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
