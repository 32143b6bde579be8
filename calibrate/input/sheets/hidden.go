package sheets

import (
	"slices"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// shown returns a sheet without what is hidden or filtered away, unless it is
// to be read, and how many rows and columns that were.
func shown(s *source.Sheet, all bool) (*source.Sheet, [2]int) {
	rows := slices.ContainsFunc(s.Rows, func(row source.Row) bool { return row.Hidden })
	columns := slices.Contains(s.HiddenColumns, true)
	if all || !rows && !columns {
		return s, [2]int{}
	}
	var hidden [2]int
	out := *s
	out.Rows, out.Marks = nil, map[source.Cell]source.Mark{}
	at := map[int]int{}
	for i, row := range s.Rows {
		if row.Hidden {
			if !row.Empty() {
				hidden[0]++
			}
			continue
		}
		row.Cells = slices.Clone(row.Cells)
		for c := range row.Cells {
			if c < len(s.HiddenColumns) && s.HiddenColumns[c] {
				row.Cells[c] = ""
			}
		}
		at[i] = len(out.Rows)
		out.Rows = append(out.Rows, row)
	}
	for c, hides := range s.HiddenColumns {
		if hides && slices.ContainsFunc(s.Rows, func(row source.Row) bool { return c < len(row.Cells) && row.Cells[c] != "" }) {
			hidden[1]++
		}
	}
	for place, mark := range s.Marks {
		if i, ok := at[place.Row]; ok {
			out.Marks[source.Cell{Row: i, Column: place.Column}] = mark
		}
	}
	return &out, hidden
}
