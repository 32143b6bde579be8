package input

import "github.com/cb401426/calibrate/calibrate/input/source"

// A sheet is a table of cells as it stands in a file.
type sheet struct{ *source.Sheet }

// place returns where a cell stands; a column below 0 is the whole row.
func (s *sheet) place(r, c int, header string) place {
	at := place{sheet: s.Index, name: s.Title(), col: c + 1, header: header}
	if r >= 0 && r < len(s.Rows) {
		at.row = s.Rows[r].Line
	}
	return at
}
