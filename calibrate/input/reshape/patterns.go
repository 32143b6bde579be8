package reshape

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// patternWords name the column that says how many items have a pattern.
var patternWords = []string{"items", "n items", "num items", "number of items", "item count"}

// mostItems is where numbers end: what so many items cost is a matter of the
// budget.
const mostItems = 1 << 50

// Item begins the names of items that have none: a number follows.
const Item = "Item "

// patterns numbers rows that say how many raters gave each level and how many
// items are so: 1, 2, 3, 4, items. It is how a database sums up what is too large
// to move.
func patterns(s *source.Sheet) (*source.Sheet, []Change) {
	w := words{}
	for h := range min(len(s.Rows), searched) {
		items, labels, levels := patternHeader(s, h, w)
		if items >= 0 && len(levels) > 1 {
			return numbered(s, h, items, labels, levels)
		}
	}
	return nil, nil
}

// patternHeader reads a header of numbers, one column of items, and labels
// before them.
func patternHeader(s *source.Sheet, h int, w words) (items int, labels, levels []int) {
	items = -1
	for c := range s.Rows[h].Cells {
		text := w.of(s.At(h, c))
		_, err := strconv.ParseFloat(strings.TrimSpace(s.At(h, c)), 64)
		switch {
		case slices.Contains(patternWords, text) && items < 0:
			items = c
		case err == nil:
			levels = append(levels, c)
		case len(levels) > 0 || slices.Contains(whoWords, text):
			return -1, nil, nil
		default:
			labels = append(labels, c)
		}
	}
	return items, labels, levels
}

// numbered gives each row the number of its first item, and how many there are.
func numbered(s *source.Sheet, h, items int, labels, levels []int) (*source.Sheet, []Change) {
	out := *s
	out.Tallied = true
	out.Rows = slices.Clone(s.Rows[:h+1])
	header := s.Rows[h]
	header.Cells = []string{"Indicator"}
	columns := append(slices.Clone(labels), levels...)
	for _, c := range columns {
		header.Cells = append(header.Cells, s.At(h, c))
	}
	out.Rows[h] = header
	number := 0
	for i := h + 1; i < len(s.Rows); i++ {
		if s.Rows[i].Filled() == 0 {
			continue
		}
		n, err := strconv.Atoi(strings.TrimSpace(s.At(i, items)))
		if err != nil || n < 0 || n > mostItems-number {
			return nil, nil
		}
		if n == 0 {
			continue
		}
		row := s.Rows[i]
		row.Times, row.Cells = n, []string{Item + strconv.Itoa(number+1)}
		for _, c := range columns {
			row.Cells = append(row.Cells, s.At(i, c))
		}
		out.Rows = append(out.Rows, row)
		number += n
	}
	if number == 0 {
		return nil, nil
	}
	return &out, []Change{{h, items, fmt.Sprintf("patterns of counts: %d items, numbered", number)}}
}
