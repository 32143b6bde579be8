package reshape

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/layout/header"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// A said is what a row above a table says of all its rows: "Observer: Ruiz".
type said struct {
	key, value string
	field      layout.Field
}

// preamble makes columns of what rows above a table say of it, for every table
// of the sheet.
func preamble(s *source.Sheet) (*source.Sheet, []Change) {
	if len(s.Rows) == 0 {
		return nil, nil
	}
	first, table := -1, -1
	for i := range min(len(s.Rows), searched) {
		if sayings(s, i) != nil {
			first = i
			break
		}
		if s.Rows[i].Filled() > 2 { // the table begins
			if first = headingBelow(s, i); first < 0 {
				return nil, nil
			}
			table = i
			break
		}
	}
	if first < 0 {
		return nil, nil
	}
	out, width := copyOf(s), s.Width()
	var keys []string
	var changes []Change
	now, header, rows := map[string]said{}, false, 0
	from := first
	if table >= 0 {
		from = table
	}
	for i := from; i < len(s.Rows); i++ {
		all := sayings(s, i)
		switch {
		case all != nil:
			if header { // the next table, or the next part of it
				now, header = map[string]said{}, table >= 0
			}
			for _, x := range all {
				now[x.key] = x
			}
			out.Rows[i].Cells = nil
		case s.Rows[i].Filled() < 2:
		case !header:
			header = true
			if table >= 0 {
				now = asSaid(sayings(s, first))
			}
			for key, x := range now {
				if names(s, i, x.field) {
					delete(now, key)
				}
			}
			for _, x := range ordered(now) {
				if !slices.Contains(keys, x.key) {
					keys = append(keys, x.key)
					changes = append(changes, Change{i, -1, fmt.Sprintf("%q above the table is the %s of its rows", x.key, x.field)})
				}
			}
			for k, key := range keys {
				set(out, i, width+k, key)
			}
		default:
			rows++
			for k, key := range keys {
				set(out, i, width+k, now[key].value)
			}
		}
	}
	if len(keys) == 0 || rows == 0 {
		return nil, nil
	}
	return out, changes
}

// headingBelow returns the first row of a table that only says what the rows
// below it are of, right under its header: "Lesson: Fractions"; -1 for none.
func headingBelow(s *source.Sheet, header int) int {
	i := header + 1
	if i >= len(s.Rows) || s.Rows[i].Filled() != 1 || sayings(s, i) == nil {
		return -1
	}
	return i
}

func asSaid(all []said) map[string]said {
	now := map[string]said{}
	for _, x := range all {
		now[x.key] = x
	}
	return now
}

// sayings reads a row above a table: names of fields, each before what it is,
// in one cell or in two; nil where it is no such row.
func sayings(s *source.Sheet, row int) (all []said) {
	var cells []string
	for c := range s.Rows[row].Cells {
		if text := s.At(row, c); text != "" {
			cells = append(cells, text)
		}
	}
	if len(cells) == 0 || len(cells) > 8 {
		return nil
	}
	for k := 0; k < len(cells); k++ {
		key, value, together := strings.Cut(cells[k], ":")
		key, value = cell.Clean(key), cell.Clean(value)
		if !together || value == "" {
			if k+1 == len(cells) {
				return nil
			}
			k++
			value = cells[k]
		}
		field, ok := header.Named(key)
		if _, header := header.Named(value); !ok || header || len(value) > cell.MaxScore {
			return nil
		}
		switch field {
		case layout.Rater, layout.Lesson, layout.Round, layout.Group, layout.Date:
		default:
			return nil
		}
		if !together && len(cells) > 2 && cell.Lex(value, false).Kind == cell.Number {
			return nil
		}
		all = append(all, said{key, value, field})
	}
	return all
}

// names reports whether a header names a field by itself.
func names(s *source.Sheet, row int, field layout.Field) bool {
	for c := range s.Rows[row].Cells {
		if f, ok := header.Named(s.At(row, c)); ok && f == field {
			return true
		}
	}
	return false
}

// ordered returns what is said in a fixed order.
func ordered(now map[string]said) []said {
	return slices.SortedFunc(maps.Values(now), func(a, b said) int { return cmp.Or(cmp.Compare(a.field, b.field), cmp.Compare(a.key, b.key)) })
}
