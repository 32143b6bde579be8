package source

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"
)

// errTooLarge is a sheet beyond those limits.
var errTooLarge = errors.New("too large")

// loadWorkbook reads the sheets of an .xlsx file: the one that the options
// name, else all that are visible.
func (r *reader) loadWorkbook(src file) {
	place := r.nowhere(src.name)
	f, err := excelize.OpenReader(bytes.NewReader(src.data), excelize.Options{
		UnzipSizeLimit: r.limits.workbook(), UnzipXMLSizeLimit: r.limits.workbook(),
	})
	if err != nil {
		r.report(place, "wrong_format", "", "open it in a spreadsheet program and save it again as .xlsx or CSV",
			"the workbook cannot be opened: %v", err)
		return
	}
	defer f.Close()
	names, ok := r.chosenSheets(place, f)
	if !ok {
		return
	}
	r.result.Books++
	book, before, faults := r.result.Books, len(r.result.Sheets), len(r.result.Problems)
	for _, name := range names {
		s := &Sheet{Index: r.next(), File: src.name, Name: name, Stem: name, Book: book, Encoding: "xlsx"}
		if len(names) == 1 {
			s.Stem = stem(src.name)
		}
		if err := r.limits.readSheet(f, s, r.options.IsDate); err != nil {
			text := fmt.Sprintf("the sheet cannot be read: %v", err)
			code := "wrong_format"
			if errors.Is(err, errTooLarge) {
				code, text = "too_large", fmt.Sprintf("more than %d rows or %d cells", r.limits.Rows, r.limits.Cells)
			}
			r.report(of(s), code, "", "", "%s", text)
			continue
		}
		if len(s.Rows) > 0 {
			r.addSheet(s)
		}
	}
	if len(r.result.Sheets) == before && len(r.result.Problems) == faults {
		r.report(place, "empty_file", "", "", "there is nothing in the workbook")
	}
}

// chosenSheets returns the names of the sheets to read.
func (r *reader) chosenSheets(place at, f *excelize.File) ([]string, bool) {
	all := f.GetSheetList()
	if want := r.options.Sheet; want != "" {
		for _, name := range all {
			if strings.EqualFold(tidy(name), tidy(want)) {
				return []string{name}, true
			}
		}
		r.report(place, "no_such_sheet", want, "there are "+quoteAll(all), "no sheet is called %q", want)
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
func (l *Limits) readSheet(f *excelize.File, s *Sheet, isDate func(string) bool) error {
	shown, err := f.Rows(s.Name)
	if err != nil {
		return err
	}
	defer shown.Close()
	stored, err := f.Rows(s.Name)
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
		row := Row{Line: line, Cells: mergeCells(a, b, isDate)}
		cells += len(a)
		if line > l.Rows || cells > l.Cells {
			return errTooLarge
		}
		if len(row.Cells) > 0 {
			s.Rows = append(s.Rows, row)
		}
	}
	return l.fillMerged(f, s)
}

// mergeCells picks each cell as it is shown or as it is stored, without the
// empty ones at the end.
func mergeCells(shown, stored []string, isDate func(string) bool) []string {
	out := make([]string, len(shown))
	last := 0
	for i, cell := range shown {
		if i < len(stored) && cell != stored[i] {
			if v, err := strconv.ParseFloat(stored[i], 64); err == nil && !isDate(cell) {
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
func (r *Row) fill(col int, value string) {
	for len(r.Cells) <= col {
		r.Cells = append(r.Cells, "")
	}
	if r.Cells[col] == "" {
		r.Cells[col] = value
	}
}

// fillMerged writes the value of cells merged downwards into all of them.
func (l *Limits) fillMerged(f *excelize.File, s *Sheet) error {
	merged, err := f.GetMergeCells(s.Name)
	if err != nil {
		return err
	}
	byLine := map[int]int{}
	for i, row := range s.Rows {
		byLine[row.Line] = i
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
		for line := top + 1; line <= min(bottom, l.Rows); line++ {
			if filled++; filled > l.Cells {
				return errTooLarge
			}
			if i, ok := byLine[line]; ok {
				s.Rows[i].fill(col-1, m.GetCellValue())
			}
		}
	}
	return nil
}

// tidy returns a name in composed form, with single spaces within.
func tidy(s string) string { return strings.Join(strings.FieldsFunc(norm.NFC.String(s), IsSpace), " ") }
