package source

import (
	"strings"
	"unicode"
)

// A Sheet is a table of cells as it stands in a file.
type Sheet struct {
	Index int    // its place among all sheets and files that were met, from 1
	Input int    // the number of the file that it came from, of those that were opened, from 1
	File  string // base name of the file
	Name  string // of the sheet within a workbook, else ""
	Stem  string // the file's or the sheet's name without its ending
	Book  int    // of which workbook it is a sheet, from 1; 0 for none

	Encoding  string // of the text, or "xlsx", "ods" or "json"
	Delimiter string // of the text, "tab" and "space" by their names; "" where it is no text

	Rows          []Row
	Hidden        bool          // the sheet as a whole
	HiddenColumns []bool        // by position; shorter than the widest row where the rest is shown
	Marks         map[Cell]Mark // of cells that are more than their text; nil where there is none
	Merges        []Range       // merged ranges, as positions in Rows and in their cells

	// Ragged: the rows come from text, so that their number of cells says
	// whether one is broken.
	Ragged bool

	// Tallied: its cells count how many raters gave a level, as rows of counts
	// said of themselves.
	Tallied bool

	// Broken: records of it break the rules of CSV and were left out, each
	// with a Problem.
	Broken bool
}

// A Row is the cells of one record, and the number that an editor shows for
// its first line.
type Row struct {
	Line   int
	Cells  []string
	Hidden bool // by hand or by a filter
	Times  int  // of a row of counts: how many items are so; 0 for one
}

// A Cell is a position in Sheet.Rows and in the cells of that row.
type Cell struct{ Row, Column int }

// A Range is a rectangle of cells, its ends included.
type Range struct{ Top, Left, Bottom, Right int }

// A Mark says what a cell of a workbook is besides its text.
type Mark uint8

// What a cell can be. Several can hold at once.
const (
	Boolean  Mark = 1 << iota // TRUE or FALSE as the workbook's own type
	NoResult                  // a formula whose result is not kept in the file: the cell is empty
	Merged                    // part of a merged range; in its first column the text is repeated downwards
)

// At returns a cell without the space around it, and "" outside the sheet.
func (s *Sheet) At(r, c int) string {
	if r < 0 || r >= len(s.Rows) || c < 0 || c >= len(s.Rows[r].Cells) {
		return ""
	}
	return trim(s.Rows[r].Cells[c])
}

// Mark returns the mark of a cell.
func (s *Sheet) Mark(r, c int) Mark { return s.Marks[Cell{r, c}] }

// Width returns the number of cells of the longest row.
func (s *Sheet) Width() int {
	n := 0
	for _, r := range s.Rows {
		n = max(n, len(r.Cells))
	}
	return n
}

// Title names the sheet in messages.
func (s *Sheet) Title() string {
	if s.Name != "" {
		return s.File + " [" + s.Name + "]"
	}
	return s.File
}

// nul returns the first line with a NUL character in a cell; text files were
// looked at before.
func (s *Sheet) nul() int {
	if s.Ragged {
		return 0
	}
	for _, r := range s.Rows {
		for _, cell := range r.Cells {
			if strings.IndexByte(cell, 0) >= 0 {
				return max(r.Line, 1)
			}
		}
	}
	return 0
}

// empty reports whether no row has a cell with text.
func (s *Sheet) empty() bool {
	for _, r := range s.Rows {
		if !r.Empty() {
			return false
		}
	}
	return true
}

// Empty reports whether all cells of a row are.
func (r Row) Empty() bool {
	for _, cell := range r.Cells {
		if trim(cell) != "" {
			return false
		}
	}
	return true
}

// Filled returns the number of cells that are not empty.
func (r Row) Filled() int {
	n := 0
	for _, cell := range r.Cells {
		if trim(cell) != "" {
			n++
		}
	}
	return n
}

// trim returns a cell without the space around it. Most have none, and are looked
// at by their ends alone.
func trim(cell string) string {
	if n := len(cell); n == 0 || plain(cell[0]) && plain(cell[n-1]) {
		return cell
	}
	return strings.TrimFunc(cell, isSpace)
}

// plain reports whether a byte is a character of ASCII that is seen.
func plain(b byte) bool { return b > ' ' && b < 0x7f }

// isSpace reports whether r is white space or one of the marks without width
// that exports leave behind.
func isSpace(r rune) bool {
	switch r {
	case '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return true
	}
	return unicode.IsSpace(r)
}
