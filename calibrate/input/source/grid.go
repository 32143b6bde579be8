package source

import (
	"fmt"
	"slices"
	"strings"
)

// A newRow is a row of a workbook in the making.
type newRow struct {
	Row
	marks []markAt
}

type markAt struct {
	column int
	mark   Mark
}

// set writes a cell. One that is empty is kept for its mark alone.
func (r *newRow) set(column int, cell string, mark Mark) {
	if mark != 0 {
		r.marks = append(r.marks, markAt{column, mark})
	}
	if mark != 0 || strings.TrimFunc(cell, isSpace) != "" {
		r.fill(column, cell)
	}
}

// fill writes a text into a cell that is empty.
func (r *Row) fill(column int, text string) {
	if missing := column + 1 - len(r.Cells); missing > 0 {
		r.Cells = append(r.Cells, make([]string, missing)...)
	}
	if r.Cells[column] == "" {
		r.Cells[column] = text
	}
}

// keep adds a row to the sheet, unless it is empty.
func (s *Sheet) keep(r newRow, budget *Budget) error {
	if len(r.Cells) == 0 {
		return nil
	}
	for _, m := range r.marks {
		s.mark(Cell{len(s.Rows), m.column}, m.mark)
	}
	s.Rows = append(s.Rows, r.Row)
	if err := budget.Spend(Rows, 1); err != nil {
		return err
	}
	return budget.Spend(Cells, int64(len(r.Cells)+len(r.marks)))
}

// mark adds a mark to a cell.
func (s *Sheet) mark(at Cell, mark Mark) {
	if s.Marks == nil {
		s.Marks = map[Cell]Mark{}
	}
	s.Marks[at] |= mark
}

// hideColumns notes that columns are hidden, the last one not included.
func (s *Sheet) hideColumns(from, to int) {
	if missing := to - len(s.HiddenColumns); missing > 0 {
		s.HiddenColumns = append(s.HiddenColumns, make([]bool, missing)...)
	}
	for i := from; i < to; i++ {
		s.HiddenColumns[i] = true
	}
}

// merge notes merged ranges, given by the numbers of their lines, and repeats
// the text of each in all rows of its first column.
func (s *Sheet) merge(ranges []Range, budget *Budget) error {
	width := s.Width()
	for _, m := range ranges {
		line := func(row Row, line int) int { return row.Line - line }
		top, _ := slices.BinarySearchFunc(s.Rows, m.Top, line)
		below, _ := slices.BinarySearchFunc(s.Rows, m.Bottom+1, line)
		m.Right = min(m.Right, width-1)
		if top == below || m.Left > m.Right {
			continue
		}
		if err := budget.Spend(Cells, int64(below-top)*int64(m.Right-m.Left+1)); err != nil {
			return err
		}
		text := ""
		if s.Rows[top].Line == m.Top {
			text = s.At(top, m.Left)
		}
		for r := top; r < below; r++ {
			if text != "" {
				s.Rows[r].fill(m.Left, text)
			}
			for c := m.Left; c <= m.Right; c++ {
				s.mark(Cell{r, c}, Merged)
			}
		}
		m.Top, m.Bottom = top, below-1
		s.Merges = append(s.Merges, m)
	}
	return nil
}

// A shapeError is a sheet that is larger than any.
type shapeError string

func (e shapeError) Error() string { return string(e) }

func tooManyLines(limit int) error   { return shapeError(fmt.Sprintf("more than %d rows", limit)) }
func tooManyColumns(limit int) error { return shapeError(fmt.Sprintf("more than %d columns", limit)) }

// errTooManyFormats is a workbook with more cell formats than any program
// writes.
var errTooManyFormats = shapeError(fmt.Sprintf("more than %d cell formats", maxFormats))
