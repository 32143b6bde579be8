package source

import (
	"errors"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// A workbook is one being read: its sheets are taken or left by their names.
type workbook struct {
	*reader
	place  at
	file   string
	kind   string // "xlsx" or "ods"
	before int    // sheets read before it
	seen   []bookSheet
	number int
}

// openWorkbook begins with a workbook.
func (r *reader) openWorkbook(src file, kind string) *workbook {
	r.result.Books++
	return &workbook{
		reader: r, place: r.nowhere(src.name), file: src.name, kind: kind,
		before: len(r.result.Sheets), number: r.result.Books,
	}
}

// coreProperties say who made a workbook.
const coreProperties = "docProps/core.xml"

// loadXLSX reads the sheets of an .xlsx file.
func (r *reader) loadXLSX(src file, z *zipArchive) error {
	w := r.openWorkbook(src, "xlsx")
	if z.has(coreProperties) {
		if core, err := z.part(coreProperties); err == nil && strings.Contains(core, "<dc:creator>calibrate</dc:creator>") {
			w.report(w.place, "own_output", "", "read the ratings that it was computed from", "a workbook of results that calibrate wrote, and no ratings")
			return nil
		}
	}
	b, err := openXLSX(z)
	if err != nil {
		return w.unreadable(w.place, "the workbook cannot be opened", err)
	}
	for _, listed := range b.sheets {
		s := w.begin(listed.name, listed.hidden)
		if s == nil {
			continue
		}
		if err := b.read(listed.part, s, &r.limits); err != nil {
			if err := w.unreadable(of(s), "the sheet cannot be read", err); err != nil {
				return err
			}
			continue
		}
		w.add(s)
	}
	w.end()
	return nil
}

// loadODS reads the sheets of OpenDocument content.
func (r *reader) loadODS(src file, content string) error {
	w := r.openWorkbook(src, "ods")
	b := &odsBook{
		xml: xmlScanner{text: content}, limits: &r.limits, budget: r.budget, hidden: map[string]bool{},
		begin: w.begin, done: w.add,
	}
	if err := b.read(); err != nil {
		return w.unreadable(w.place, "the spreadsheet cannot be read", err)
	}
	w.end()
	return nil
}

// loadPackedODS reads an OpenDocument spreadsheet as it is saved.
func loadPackedODS(r *reader, src file, z *zipArchive) error {
	kind, content := "", ""
	var err error
	if z.has("mimetype") {
		kind, err = z.part("mimetype")
	}
	if err == nil {
		content, err = z.part("content.xml")
	}
	switch {
	case r.ends(err):
		return err
	case err != nil:
		return r.openWorkbook(src, "ods").unreadable(r.nowhere(src.name), "the spreadsheet cannot be opened", err)
	case kind != "" && !strings.Contains(kind, "spreadsheet"):
		r.report(r.nowhere(src.name), "wrong_format", "odt", "", "%s", wrongFormats["odt"])
		return nil
	case !strings.HasPrefix(strings.TrimLeft(content, " \t\r\n"), "<"):
		r.report(r.nowhere(src.name), "wrong_format", "locked", "", "%s", wrongFormats["locked"])
		return nil
	}
	return r.loadODS(src, content)
}

// begin returns the sheet to fill for one that the workbook lists, or nil
// where that is not to be read.
func (w *workbook) begin(name string, hidden bool) *Sheet {
	w.seen = append(w.seen, bookSheet{name: name, hidden: hidden})
	if !w.wanted(name, hidden) {
		if hidden && len(w.options.Sheets) == 0 {
			w.report(at{sheet: w.next(), name: w.file + " [" + name + "]"}, "sheet_left_out", name, "", "the sheet is hidden, and not read")
		}
		return nil
	}
	return &Sheet{Index: w.next(), File: w.file, Name: name, Stem: name, Book: w.number, Encoding: w.kind, Hidden: hidden}
}

// wanted reports whether a sheet is to be read: those that are named, else all
// that are shown.
func (w *workbook) wanted(name string, hidden bool) bool {
	if len(w.options.Sheets) > 0 {
		return IsSheet(name, w.options.Sheets)
	}
	return !hidden || w.options.Hidden
}

// IsSheet reports whether a sheet is one of those that the user named.
func IsSheet(name string, wanted []string) bool {
	return slices.ContainsFunc(wanted, func(want string) bool { return sameName(name, want) })
}

// add takes in a sheet that was read.
func (w *workbook) add(s *Sheet) error {
	if len(s.Rows) == 0 {
		return nil
	}
	var lines []int
	for cell, mark := range s.Marks {
		if mark&NoResult != 0 {
			lines = append(lines, s.Rows[cell.Row].Line)
		}
	}
	if len(lines) > 0 {
		slices.Sort(lines)
		place := of(s)
		place.row = lines[0]
		w.report(place, "no_result", "", "", "%s: a formula without its result, read as empty", examples(slices.Compact(lines)))
	}
	w.addSheet(s)
	return nil
}

// end says where nothing was found, and lets a lone sheet have the file's name.
func (w *workbook) end() {
	names := make([]string, len(w.seen))
	shown := 0
	for i, s := range w.seen {
		names[i] = s.name
		if !s.hidden {
			shown++
		}
	}
	missing := false
	for _, want := range w.options.Sheets {
		if !IsSheet(want, names) {
			missing = true
			w.report(w.place, "no_such_sheet", want, "there are "+quoteAll(names), "no sheet is called %q", want)
		}
	}
	if missing {
		return
	}
	read := w.result.Sheets[w.before:]
	if len(read) == 1 && (shown == 1 || len(w.options.Sheets) > 0) {
		read[0].Stem = stem(w.file)
	}
	if len(read) == 0 && !slices.ContainsFunc(w.result.Problems, func(p Problem) bool { return p.Sheet > w.place.sheet && p.Code != "sheet_left_out" }) {
		w.report(w.place, "empty_file", "", "", "there is nothing in the workbook")
	}
}

// unreadable reports a part of a workbook that cannot be read. What is beyond
// the budget ends the reading.
func (w *workbook) unreadable(place at, what string, err error) error {
	var shape shapeError
	switch {
	case w.ends(err):
		return err
	case errors.As(err, &shape):
		w.report(place, "too_large", "", "keep the ratings only", "%v", err)
	default:
		w.report(place, "wrong_format", "", "open it in a spreadsheet program and save it again as .xlsx or CSV", "%s: %v", what, err)
	}
	return nil
}

// sameName reports whether two names of sheets are one, but for case and space.
func sameName(a, b string) bool {
	tidy := func(s string) string { return strings.Join(strings.FieldsFunc(norm.NFC.String(s), isSpace), " ") }
	return strings.EqualFold(tidy(a), tidy(b))
}
