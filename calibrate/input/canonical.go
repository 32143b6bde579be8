package input

import (
	"io"
	"iter"
	"strconv"

	"github.com/gocarina/gocsv"
)

// A record is one canonical row: the cell of a rater and an item, as text.
// Every layout is read as such rows.
type record struct {
	Rater     string `csv:"rater"`
	Lesson    string `csv:"lesson"`
	Indicator string `csv:"indicator"`
	Round     string `csv:"round"`
	Score     string `csv:"score"`
	Reason    string `csv:"reason"`
	Time      string `csv:"timestamp"`
	Date      string `csv:"date"`
	Respond   string `csv:"id"`
	Row       string `csv:"row"`    // position in the sheet
	Column    string `csv:"column"` // of the score
	Block     string `csv:"block"`  // position in the plan
}

// canonicalHeader are the columns of canonical rows, in order.
var canonicalHeader = []string{
	"rater", "lesson", "indicator", "round", "score", "reason",
	"timestamp", "date", "id", "row", "column", "block",
}

// chunk is how many canonical rows are decoded at a time.
const chunk = 4096

// A canonicalReader yields a planned sheet as canonical rows, every column of
// scores in every row of every block: a gocsv.CSVReader, one chunk of rows
// after another.
type canonicalReader struct {
	sheet           *sheet
	plan            *plan
	block, row, col int // the next cell
	extractor       *extractor
	counted, raters int // of a count, and of its row
	items           int // of a contingency table
	rows            [][]string
	left            int // rows left of this chunk
}

// next returns the next canonical row, or nil at the end.
func (c *canonicalReader) next() []string {
	for ; c.block < len(c.plan.blocks); c.block, c.extractor = c.block+1, nil {
		b := &c.plan.blocks[c.block]
		if c.extractor == nil {
			c.extractor, c.row, c.col = newExtractor(c.sheet, b), 0, 0
		}
		for ; c.row < len(b.rows); c.row, c.col = c.row+1, 0 {
			if c.col < len(c.extractor.scores) {
				if b.counts || b.crossed {
					if cells := c.nextCounted(b); cells != nil {
						return cells
					}
					continue
				}
				cells := c.extractor.cells(b.rows[c.row], c.col)
				cells[9], cells[11] = strconv.Itoa(b.rows[c.row]), strconv.Itoa(c.block)
				c.col++
				return cells
			}
		}
	}
	return nil
}

// nextCounted returns the next of the ratings that a row stands for.
func (c *canonicalReader) nextCounted(b *block) []string {
	if b.crossed {
		return c.nextCrossed(b)
	}
	return c.nextCount(b)
}

// nextCount returns the next of the ratings that a row of counts stands for,
// by a rater with the next number, or nil at the row's end.
func (c *canonicalReader) nextCount(b *block) []string {
	row := b.rows[c.row]
	for ; c.col < len(c.extractor.scores); c.col, c.counted = c.col+1, 0 {
		column := c.extractor.scores[c.col]
		if n, _ := strconv.Atoi(c.sheet.At(row, column.index)); c.counted < n {
			c.counted++
			c.raters++
			cells := c.extractor.cells(row, c.col)
			cells[0], cells[4] = "Rater "+strconv.Itoa(c.raters), column.facets.score
			cells[9], cells[11] = strconv.Itoa(row), strconv.Itoa(c.block)
			return cells
		}
	}
	c.raters = 0
	return nil
}

// Read returns the next row of the chunk.
func (c *canonicalReader) Read() ([]string, error) {
	if c.left > 0 {
		c.left--
		if row := c.next(); row != nil {
			return row, nil
		}
	}
	return nil, io.EOF
}

// ReadAll returns the header and the rows of the chunk.
func (c *canonicalReader) ReadAll() ([][]string, error) {
	c.rows = append(c.rows[:0], canonicalHeader)
	for {
		row, err := c.Read()
		if err != nil {
			return c.rows, nil
		}
		c.rows = append(c.rows, row)
	}
}

// records yields the decoded rows of a planned sheet.
func records(s *sheet, p *plan) iter.Seq2[record, error] {
	return func(yield func(record, error) bool) {
		c := &canonicalReader{sheet: s, plan: p}
		var decoded []record
		for {
			c.left = chunk
			if err := gocsv.UnmarshalCSV(c, &decoded); err != nil {
				yield(record{}, err)
				return
			}
			n := len(c.rows) - 1 // gocsv leaves what is beyond as it was
			for _, rec := range decoded[:n] {
				if !yield(rec, nil) {
					return
				}
			}
			if n < chunk {
				return
			}
		}
	}
}

// An extractor picks the cells of a rating out of a row of a block.
type extractor struct {
	sheet  *sheet
	block  *block
	scores []column
	by     map[field]int // column of each facet that has one
	free   []int         // columns of reasons, where all scores share them
}

func newExtractor(s *sheet, b *block) *extractor {
	x := &extractor{sheet: s, block: b, scores: b.all(fieldScore), by: map[field]int{}}
	for _, c := range b.columns {
		if _, ok := x.by[c.field]; !ok {
			x.by[c.field] = c.index
		}
	}
	if len(x.scores) == 1 && x.scores[0].reason < 0 {
		for _, c := range b.all(fieldReason) {
			x.free = append(x.free, c.index)
		}
	}
	return x
}

// cells returns the canonical cells of score column k in a row.
func (x *extractor) cells(row, k int) []string {
	c := x.scores[k]
	fixed := c.facets.or(x.block.facets)
	return []string{
		x.rater(row, fixed.rater),
		x.pick(row, fieldLesson, fixed.lesson),
		x.pick(row, fieldIndicator, fixed.indicator),
		x.pick(row, fieldRound, fixed.round),
		x.sheet.At(row, c.index),
		x.reason(row, c),
		x.pick(row, fieldTime, ""),
		x.pick(row, fieldDate, ""),
		x.pick(row, fieldRespond, ""),
		"",
		strconv.Itoa(c.index),
		"",
	}
}

// rater returns who rated: in a form the first column that names somebody,
// else the person that the row itself stands for.
func (x *extractor) rater(row int, fixed string) string {
	name := x.pick(row, fieldRater, fixed)
	if x.block.people == nil {
		return name
	}
	for _, c := range x.block.people {
		if name = x.sheet.At(row, c); !isAnonymous(name) {
			return name
		}
	}
	return x.block.nameless[row]
}

// pick returns what the header says of a facet, else the facet's own cell.
func (x *extractor) pick(row int, f field, fixed string) string {
	if fixed != "" {
		return fixed
	}
	if c, ok := x.by[f]; ok {
		return x.sheet.At(row, c)
	}
	return ""
}

// reason returns the reason for a score.
func (x *extractor) reason(row int, c column) string {
	if c.reason >= 0 {
		return tidyText(x.sheet.At(row, c.reason))
	}
	text := ""
	for _, free := range x.free {
		if more := x.sheet.At(row, free); text == "" {
			text = more
		} else if more != "" {
			text += "\n" + more
		}
	}
	return tidyText(text)
}
