package input

import "strings"

// A sheet is a table of cells as it stands in a file.
type sheet struct {
	index int // among all sheets of the reading
	file  string
	name  string // of the sheet within the file, if it has one
	stem  string // the file's or the sheet's name, where it stands for a rater or a lesson
	rows  []row

	// ragged: the rows come from text, so that their number of cells says
	// whether one is broken.
	ragged bool
}

// A row is the cells of one record, and the number that an editor shows for
// its first line.
type row struct {
	line  int
	cells []string
}

// at returns a cell without the space around it, and "" outside the sheet.
func (s *sheet) at(r, c int) string {
	if r < 0 || r >= len(s.rows) || c < 0 || c >= len(s.rows[r].cells) {
		return ""
	}
	return strings.TrimFunc(s.rows[r].cells[c], isSpace)
}

// width returns the number of cells of the longest row.
func (s *sheet) width() int {
	n := 0
	for _, r := range s.rows {
		n = max(n, len(r.cells))
	}
	return n
}

// place returns where a cell stands; a column below 0 is the whole row.
func (s *sheet) place(r, c int, header string) place {
	at := place{sheet: s.index, name: s.title(), col: c + 1, header: header}
	if r >= 0 && r < len(s.rows) {
		at.row = s.rows[r].line
	}
	return at
}

// title names the sheet in messages.
func (s *sheet) title() string {
	if s.name != "" {
		return s.file + " [" + s.name + "]"
	}
	return s.file
}

// empty reports whether all cells of a row are.
func (r row) empty() bool {
	for _, cell := range r.cells {
		if strings.TrimFunc(cell, isSpace) != "" {
			return false
		}
	}
	return true
}

// filled returns the number of cells that are not empty.
func (r row) filled() int {
	n := 0
	for _, cell := range r.cells {
		if strings.TrimFunc(cell, isSpace) != "" {
			n++
		}
	}
	return n
}
