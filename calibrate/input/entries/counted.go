package entries

import (
	"strconv"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// countRow turns a row of counts into ratings, by raters with the next
// numbers.
func (b *blockReader) countRow(row int) error {
	x := b.named(0, row)
	raters, who := 0, "Rater "
	for _, g := range b.groups { // an item has a row for each group, and a group its own raters
		who += b.x.At(row, g.Index) + " "
	}
	for _, s := range b.scores {
		n, _ := strconv.Atoi(b.x.At(row, s.index))
		for range n {
			raters++
			x.rater = who + strconv.Itoa(raters)
			b.give(row, &s, x, b.block.Columns[s.position].Facets.Score)
		}
	}
	more := b.x.Rows[row].Times - 1 // items like this one, which get their ratings where the Table is made
	return b.options.Budget.Spend(source.Ratings, int64(raters)*int64(max(0, more))/ratingsShare)
}

// crossedRow turns a row of a table of two raters into items with a rating of
// each.
func (b *blockReader) crossedRow(row int) {
	x := b.named(0, row)
	for _, s := range b.scores {
		n, _ := strconv.Atoi(b.x.At(row, s.index))
		for range n {
			b.items++
			x.indicator = "Item " + strconv.Itoa(b.items)
			x.rater = "Rater 1"
			b.give(row, &s, x, b.x.At(row, 0))
			x.rater = "Rater 2"
			b.give(row, &s, x, b.block.Columns[s.position].Facets.Score)
		}
	}
}

// give adds a rating that a count stands for.
func (b *blockReader) give(row int, s *scoreColumn, x names, level string) {
	if x.lesson == "" || x.indicator == "" || !b.lengths(row, x) {
		return
	}
	e := b.at
	e.Row, e.Column, e.Text = int32(row), int32(s.position), b.Texts.Code(level, b.x.Lexer)
	e.Rater, e.Lesson, e.Indicator = b.Raters.Code(x.rater), b.Lessons.Code(x.lesson), b.Indicators.Code(x.indicator)
	e.Round, e.Segment = b.Rounds.Code(x.round), b.Segments.Code(x.segment)
	e.Groups = b.groupCodes(row)
	b.All = append(b.All, e)
}
