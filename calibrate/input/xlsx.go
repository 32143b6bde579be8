package input

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// errTooLarge is a sheet beyond those limits.
var errTooLarge = errors.New("too large")

// loadWorkbook reads the sheets of an .xlsx file: the one that the options
// name, else all that are visible.
func (r *reader) loadWorkbook(src source) {
	at := r.nowhere(src.name)
	f, err := excelize.OpenReader(bytes.NewReader(src.data), excelize.Options{
		UnzipSizeLimit: r.limits.workbook(), UnzipXMLSizeLimit: r.limits.workbook(),
	})
	if err != nil {
		r.journal.add(at, "wrong_format", "", "open it in a spreadsheet program and save it again as .xlsx or CSV",
			"the workbook cannot be opened: %v", err)
		return
	}
	defer f.Close()
	names, ok := r.chosenSheets(at, f)
	if !ok {
		return
	}
	r.books++
	before := len(r.sheets)
	for _, name := range names {
		s := &sheet{index: r.next(), file: src.name, name: name, stem: name}
		if len(names) == 1 {
			s.stem = stem(src.name)
		}
		if err := r.limits.readSheet(f, s); err != nil {
			text := fmt.Sprintf("the sheet cannot be read: %v", err)
			code := "wrong_format"
			if errors.Is(err, errTooLarge) {
				code, text = "too_large", fmt.Sprintf("more than %d rows or %d cells", r.limits.rows, r.limits.cells)
			}
			r.journal.add(place{sheet: s.index, name: s.title()}, code, "", "", "%s", text)
			continue
		}
		if len(s.rows) > 0 {
			r.addSheet(s, File{Name: src.name, Encoding: "xlsx"}, false)
		}
	}
	for _, x := range r.sheets[before:] {
		x.book = r.books
	}
	if len(r.sheets) == before && !r.journal.fatal() {
		r.journal.add(at, "empty_file", "", "", "there is nothing in the workbook")
	}
}

// chosenSheets returns the names of the sheets to read.
func (r *reader) chosenSheets(at place, f *excelize.File) ([]string, bool) {
	all := f.GetSheetList()
	if want := r.options.Sheet; want != "" {
		for _, name := range all {
			if fold(name) == fold(want) {
				return []string{name}, true
			}
		}
		r.journal.add(at, "no_such_sheet", want, "there are "+quoteAll(all), "no sheet is called %q", want)
		return nil, false
	}
	var visible []string
	for _, name := range all {
		if shown, err := f.GetSheetVisible(name); err == nil && shown {
			visible = append(visible, name)
		}
	}
	return visible, true
}

// readSheet reads the cells of one sheet. A number is taken as it is stored,
// for a format may round it; a date as it is shown, for it is stored as a
// number of days.
func (l *limits) readSheet(f *excelize.File, s *sheet) error {
	shown, err := f.Rows(s.name)
	if err != nil {
		return err
	}
	defer shown.Close()
	stored, err := f.Rows(s.name)
	if err != nil {
		return err
	}
	defer stored.Close()
	cells := 0
	for line := 1; shown.Next() && stored.Next(); line++ {
		a, err := shown.Columns()
		if err != nil {
			return err
		}
		b, err := stored.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return err
		}
		row := row{line, mergeCells(a, b)}
		cells += len(a)
		if line > l.rows || cells > l.cells {
			return errTooLarge
		}
		if len(row.cells) > 0 {
			s.rows = append(s.rows, row)
		}
	}
	return l.fillMerged(f, s)
}

// mergeCells picks each cell as it is shown or as it is stored, without the
// empty ones at the end.
func mergeCells(shown, stored []string) []string {
	out := make([]string, len(shown))
	last := 0
	for i, cell := range shown {
		if i < len(stored) && cell != stored[i] {
			if v, err := strconv.ParseFloat(stored[i], 64); err == nil && !isTime(cell) && !datePattern.MatchString(cell) {
				cell = strconv.FormatFloat(v, 'f', -1, 64)
			}
		}
		out[i] = cell
		if strings.TrimSpace(cell) != "" {
			last = i + 1
		}
	}
	return out[:last]
}

// fill writes a value into a cell that is empty.
func (r *row) fill(col int, value string) {
	for len(r.cells) <= col {
		r.cells = append(r.cells, "")
	}
	if r.cells[col] == "" {
		r.cells[col] = value
	}
}

// fillMerged writes the value of cells merged downwards into all of them.
func (l *limits) fillMerged(f *excelize.File, s *sheet) error {
	merged, err := f.GetMergeCells(s.name)
	if err != nil {
		return err
	}
	byLine := map[int]int{}
	for i, row := range s.rows {
		byLine[row.line] = i
	}
	filled := 0
	for _, m := range merged {
		col, top, err := excelize.CellNameToCoordinates(m.GetStartAxis())
		if err != nil {
			return err
		}
		_, bottom, err := excelize.CellNameToCoordinates(m.GetEndAxis())
		if err != nil {
			return err
		}
		for line := top + 1; line <= min(bottom, l.rows); line++ {
			if filled++; filled > l.cells {
				return errTooLarge
			}
			if i, ok := byLine[line]; ok {
				s.rows[i].fill(col-1, m.GetCellValue())
			}
		}
	}
	return nil
}
