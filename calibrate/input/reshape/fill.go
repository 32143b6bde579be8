package reshape

import (
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// fillDown repeats a name that stands in the first of its rows only: a column
// for the rater, the lesson or the indicator whose cells are empty more often
// than not, each name once.
func fillDown(s *source.Sheet) (*source.Sheet, []Change) {
	none := map[string]bool{} // texts that name nothing of the kind
	for h := range min(len(s.Rows), searched) {
		var out *source.Sheet
		var changes []Change
		for c := range s.Rows[h].Cells {
			text := s.At(h, c)
			if none[text] {
				continue
			}
			field, ok := header.Named(text)
			if !ok || field != layout.Rater && field != layout.Lesson && field != layout.Indicator {
				none[text] = true
				continue
			}
			if !once(s, h, c) {
				continue
			}
			if out == nil {
				out = copyOf(s)
			}
			name := ""
			for i := h + 1; i < len(s.Rows); i++ {
				if text := s.At(i, c); text != "" {
					name = text
				} else if s.Rows[i].Filled() > 1 {
					set(out, i, c, name)
				}
			}
			changes = append(changes, Change{h, c, fmt.Sprintf("%q stands in the first of its rows only: read for those below", s.At(h, c))})
		}
		if out != nil {
			return out, changes
		}
	}
	return nil, nil
}

// once reports whether a column names things once each, in the first of their
// rows, and is empty in the others.
func once(s *source.Sheet, h, c int) bool {
	seen, rows, named := map[string]bool{}, 0, 0
	for i := h + 1; i < len(s.Rows); i++ {
		if s.Rows[i].Filled() < 2 {
			continue
		}
		rows++
		text := s.At(i, c)
		if text == "" {
			if named == 0 {
				return false
			}
			continue
		}
		if seen[text] {
			return false
		}
		seen[text] = true
		named++
	}
	return named > 1 && named*2 <= rows
}
