package layout

import (
	"slices"
	"strings"
	"sync"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
)

// A table is a sheet in the making, with what its stages share.
type table struct {
	sheet   *source.Sheet
	options *Options
	lexer   *cell.Lexer
	levels  map[string]bool // folded words that are levels of some scale
	sums    map[string]sums // of the first cells of rows
	reasons map[string]bool // likewise, whether they ask for the reason
	scored  map[string]bool // cells, and whether they look like scores
}

func newTable(s *source.Sheet, lexer *cell.Lexer, o *Options) *table {
	return &table{sheet: s, options: o, lexer: lexer, sums: map[string]sums{}, reasons: map[string]bool{}, scored: map[string]bool{}}
}

// mostKept bounds what is remembered of the texts of a sheet.
const mostKept = 10_000

// isScore reports whether a cell looks like a score, each text once.
func (t *table) isScore(text string) bool {
	score, ok := t.scored[text]
	if !ok {
		score = t.scoreish(t.lexer.Lex(text))
		if len(t.scored) < mostKept {
			t.scored[text] = score
		}
	}
	return score
}

// knows reports whether a folded word is a level of some scale. The words are
// gathered when the first one is asked for: files of numbers need none.
func (t *table) knows(word string) bool {
	if t.options.Scale == nil && t.options.Rubric == nil {
		return usualLevels()[word]
	}
	if t.levels == nil {
		t.levels = map[string]bool{}
		var all []rubric.Scale
		if t.options.Scale != nil {
			all = append(all, rubric.ScaleOf(*t.options.Scale))
		}
		if t.options.Rubric != nil {
			all = append(all, t.options.Rubric.Scales...)
			for _, words := range t.options.Rubric.NotObserved {
				t.levels[cell.Fold(words)] = true
			}
		}
		addLevels(t.levels, all)
	}
	return t.levels[word] || usualLevels()[word]
}

// IsLevel reports whether a word is a level of some scale.
func IsLevel(word string, o *Options) bool {
	return newTable(nil, nil, o).knows(cell.Fold(word))
}

// usualLevels are the levels of all scales that are known.
var usualLevels = sync.OnceValue(func() map[string]bool {
	all := slices.Clone(rubric.WordScales)
	for _, p := range rubric.Presets() {
		all = append(all, p.Scales...)
	}
	words := map[string]bool{}
	addLevels(words, all)
	return words
})

func addLevels(words map[string]bool, scales []rubric.Scale) {
	for _, s := range scales {
		for _, level := range s.Levels {
			for _, name := range level.Names() {
				words[cell.Fold(name)] = true
			}
		}
	}
	delete(words, "")
}

// firstCell returns the first cell of a row that is not empty.
func (t *table) firstCell(r int) string {
	for c := range t.sheet.Rows[r].Cells {
		if text := t.sheet.At(r, c); text != "" {
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
func (t *table) sumsOf(r int) sums {
	first := t.firstCell(r)
	s, ok := t.sums[first]
	if !ok {
		s = sums{isSummary(first), summedUp(first)}
		if len(t.sums) < mostKept {
			t.sums[first] = s
		}
	}
	return s
}

// asksFor reports whether the first cell of a row asks for the reason.
func (t *table) asksFor(first string) bool {
	asks, ok := t.reasons[first]
	if !ok {
		n := namings(strings.TrimRight(first, ": "))
		asks = len(n) > 0 && n[0].field == Reason
		if len(t.reasons) < mostKept {
			t.reasons[first] = asks
		}
	}
	return asks
}

// sameRow reports whether two rows hold the same cells.
func (t *table) sameRow(i, j int) bool {
	a, b := t.sheet.Rows[i].Cells, t.sheet.Rows[j].Cells
	for c := range max(len(a), len(b)) {
		if t.sheet.At(i, c) != t.sheet.At(j, c) {
			return false
		}
	}
	return true
}

// sample returns at most so many of the rows: the first, and others from all
// over.
func sample(rows []int, most int) []int {
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
