package entries

import (
	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/naming"
)

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
