package region

import (
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A Table is a sheet in the making, with what its stages share.
type Table struct {
	Sheet   *source.Sheet
	Options *layout.Options
	Lexer   *cell.Lexer
	Levels  *header.Levels
	sums    map[string]sums // of the first cells of rows
	reasons map[string]bool // likewise, whether they ask for the reason
	scored  map[string]bool // cells, and whether they look like scores
}

func NewTable(s *source.Sheet, lexer *cell.Lexer, o *layout.Options) *Table {
	return &Table{Sheet: s, Options: o, Lexer: lexer, Levels: header.NewLevels(o), sums: map[string]sums{}, reasons: map[string]bool{}, scored: map[string]bool{}}
}

// mostKept bounds what is remembered of the texts of a sheet.
const mostKept = 10_000

// isScore reports whether a cell looks like a score, each text once.
func (t *Table) isScore(text string) bool {
	score, ok := t.scored[text]
	if !ok {
		score = t.Scoreish(t.Lexer.Lex(text))
		if len(t.scored) < mostKept {
			t.scored[text] = score
		}
	}
	return score
}

// FirstCell returns the first cell of a row that is not empty.
func (t *Table) FirstCell(r int) string {
	for c := range t.Sheet.Rows[r].Cells {
		if text := t.Sheet.At(r, c); text != "" {
			return text
		}
	}
	return ""
}

// sums says of the first cell of a row whether the row sums up others, and whose
// it sums up where it says so.
type sums struct {
	all bool
	of  string
}

// sumsOf reads the first cell of a row, each text once.
func (t *Table) sumsOf(r int) sums {
	first := t.FirstCell(r)
	s, ok := t.sums[first]
	if !ok {
		s = sums{header.IsSummary(first), header.SummedUp(first)}
		if len(t.sums) < mostKept {
			t.sums[first] = s
		}
	}
	return s
}

// asksFor reports whether the first cell of a row asks for the reason.
func (t *Table) asksFor(first string) bool {
	asks, ok := t.reasons[first]
	if !ok {
		n := header.Namings(strings.TrimRight(first, ": "))
		asks = len(n) > 0 && n[0].Field == layout.Reason
		if len(t.reasons) < mostKept {
			t.reasons[first] = asks
		}
	}
	return asks
}

// sameRow reports whether two rows hold the same cells.
func (t *Table) sameRow(i, j int) bool {
	a, b := t.Sheet.Rows[i].Cells, t.Sheet.Rows[j].Cells
	for c := range max(len(a), len(b)) {
		if t.Sheet.At(i, c) != t.Sheet.At(j, c) {
			return false
		}
	}
	return true
}

// Sample returns at most so many of the rows: the first, and others from all
// over.
func Sample(rows []int, most int) []int {
	if len(rows) <= most {
		return rows
	}
	out := slices.Clone(rows[:most/2])
	rest := rows[most/2:]
	step := float64(len(rest)) / float64(most-most/2)
	for i := range most - most/2 {
		out = append(out, rest[int(float64(i)*step)])
	}
	return out
}

// Scoreish reports whether a token looks like a score.
func (t *Table) Scoreish(token cell.Token) bool {
	switch token.Kind {
	case cell.Number:
		return token.Value >= -10 && token.Value <= maxPoint
	case cell.Labelled:
		return t.Levels.Knows(cell.Fold(token.Label)) || !token.Loose && token.Value >= -10 && token.Value <= maxPoint && !header.LooksLesson(token.Label+" 1")
	case cell.Word:
		return t.Levels.Knows(cell.Fold(token.Label))
	}
	return false
}

// maxPoint is the highest number that is taken for a score where no scale is
// known.
const maxPoint = 100
