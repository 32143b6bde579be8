package hypothesis

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout/internal/column"
)

// Structure says what the rows come to: across, a row is an item and the
// columns of scores are its raters; else a row is of one rater.
func Structure(f *column.Frame, k keys, across []int) shape {
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
		item, named := f.Hash(k.item(), row)
		if !named {
			continue
		}
		if across != nil {
			s.Rows++
			if seen[item] {
				s.Same++
			}
			seen[item] = true
			if twoFilled(f, across, f.Rows[row]) {
				s.Paired++
			}
			continue
		}
		who, named := f.Hash(k.Rater, row)
		if !named && !f.Form {
			continue
		}
		s.Rows++
		people[who] = true
		key := item ^ who*0x9e3779b97f4a7c15
		if seen[key] {
			s.Same++
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
			s.Paired += r.rows
		}
	}
	s.Raters, s.items = len(people), max(len(items), len(seen)*min(1, len(across)))
	return s
}

// wholeItems returns positions of rows: all of them, or those of some whole items.
func wholeItems(f *column.Frame, k keys) []int {
	all := make([]int, 0, min(len(f.Rows), 2*column.StructureRows))
	if len(f.Rows) <= column.StructureRows {
		for i := range f.Rows {
			all = append(all, i)
		}
		return all
	}
	by := k.item()
	if len(by) == 0 {
		for i := range column.StructureRows {
			all = append(all, i)
		}
		return all
	}
	part := uint64(len(f.Rows)/column.StructureRows + 1)
	for i := range f.Rows {
		if h, _ := f.Hash(by[:1], i); (h>>7)%part == 0 {
			all = append(all, i)
		}
	}
	if len(all) < 100 { // few items: the first rows must do
		for i := range column.StructureRows {
			all = append(all, i)
		}
		slices.Sort(all)
		all = slices.Compact(all)
	}
	return all
}

// twoFilled reports whether two columns of scores or more are filled.
func twoFilled(f *column.Frame, scores []int, row int) bool {
	n := 0
	for _, i := range scores {
		if text := f.Sheet.At(row, f.Columns[i].Index); text != "" {
			if k := f.Lexer.Lex(text).Kind; k != cell.Gap {
				if n++; n > 1 {
					return true
				}
			}
		}
	}
	return false
}

// A shape is what the rows come to under some keys.
type shape struct {
	Rows   int // that were looked at
	Same   int // whose key another row before has
	Paired int // of items with two raters or more
	Raters int
	items  int
}

// Clash is the share of rows whose key another has.
func (s shape) Clash() float64 { return float64(s.Same) / float64(max(s.Rows, 1)) }

// pairs is the share of rows of items that two raters rated.
func (s shape) pairs() float64 { return float64(s.Paired) / float64(max(s.Rows, 1)) }
