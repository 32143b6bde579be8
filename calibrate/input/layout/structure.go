package layout

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
)

// structure says what the rows come to: across, a row is an item and the
// columns of scores are its raters; else a row is of one rater.
func structure(f *frame, k keys, across []int) shape {
	s := shape{}
	rows := wholeItems(f, k)
	seen := map[uint64]bool{}
	type raters struct {
		first uint64
		rows  int
		two   bool
	}
	items := map[uint64]*raters{}
	people := map[uint64]bool{}
	for _, row := range rows {
		item, named := f.hash(k.item(), row)
		if !named {
			continue
		}
		if across != nil {
			s.rows++
			if seen[item] {
				s.same++
			}
			seen[item] = true
			if twoFilled(f, across, f.rows[row]) {
				s.paired++
			}
			continue
		}
		who, named := f.hash(k.rater, row)
		if !named && !f.form {
			continue
		}
		s.rows++
		people[who] = true
		key := item ^ who*0x9e3779b97f4a7c15
		if seen[key] {
			s.same++
		}
		seen[key] = true
		r := items[item]
		if r == nil {
			items[item] = &raters{who, 1, false}
			continue
		}
		r.rows++
		r.two = r.two || r.first != who
	}
	for _, r := range items {
		if r.two {
			s.paired += r.rows
		}
	}
	s.raters, s.items = len(people), max(len(items), len(seen)*min(1, len(across)))
	return s
}

// whole returns positions of rows: all of them, or those of some whole items.
func wholeItems(f *frame, k keys) []int {
	all := make([]int, 0, min(len(f.rows), 2*structureRows))
	if len(f.rows) <= structureRows {
		for i := range f.rows {
			all = append(all, i)
		}
		return all
	}
	by := k.item()
	if len(by) == 0 {
		for i := range structureRows {
			all = append(all, i)
		}
		return all
	}
	part := uint64(len(f.rows)/structureRows + 1)
	for i := range f.rows {
		if h, _ := f.hash(by[:1], i); (h>>7)%part == 0 {
			all = append(all, i)
		}
	}
	if len(all) < 100 { // few items: the first rows must do
		for i := range structureRows {
			all = append(all, i)
		}
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
}

// twoFilled reports whether two columns of scores or more are filled.
func twoFilled(f *frame, scores []int, row int) bool {
	n := 0
	for _, i := range scores {
		if text := f.sheet.At(row, f.columns[i].index); text != "" {
			if k := f.lexer.Lex(text).Kind; k != cell.Gap {
				if n++; n > 1 {
					return true
				}
			}
		}
	}
	return false
}

// keys are the columns, by position in the frame, that together say who rated
// what.
type keys struct {
	rater, lesson, indicator, round, stage, segment []int
}

// item returns the columns that say what was rated.
func (k *keys) item() []int { return slices.Concat(k.lesson, k.indicator, k.round, k.stage, k.segment) }

// all returns every column of the keys.
func (k *keys) all() []int { return slices.Concat(k.rater, k.item()) }

// A shape is what the rows come to under some keys.
type shape struct {
	rows   int // that were looked at
	same   int // whose key another row before has
	paired int // of items with two raters or more
	raters int
	items  int
}

// clash is the share of rows whose key another has.
func (s shape) clash() float64 { return float64(s.same) / float64(max(s.rows, 1)) }

// pairs is the share of rows of items that two raters rated.
func (s shape) pairs() float64 { return float64(s.paired) / float64(max(s.rows, 1)) }
