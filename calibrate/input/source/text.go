package source

import (
	"bytes"
	"path/filepath"
	"strings"
)

// loadText reads a text file as one sheet.
func (r *reader) loadText(src file) error {
	if len(bytes.TrimSpace(src.data)) == 0 {
		r.report(r.nowhere(src.name), "empty_file", "", "", "the file is empty")
		return nil
	}
	if err := r.budget.Spend(Bytes, int64(len(src.data))); err != nil { // it stands in memory twice
		return err
	}
	text, encoding, guessed, err := Decode(src.data, r.options.Encoding)
	switch {
	case err != nil:
		r.report(r.nowhere(src.name), "unrecognised", "", "save it as CSV (UTF-8)", "the text cannot be read as %s: %v", encoding, err)
		return nil
	case looksJSON(text):
		return r.loadJSON(src, text)
	case isFlatODS(text):
		return r.loadODS(src, text)
	}
	place := r.nowhere(src.name)
	if !checkNUL(r, place, text) {
		return nil
	}
	s := &Sheet{Index: place.sheet, File: src.name, Stem: stem(src.name), Encoding: encoding, Ragged: true}
	if err := r.parse(s, text); err != nil {
		return err
	}
	if guessed {
		r.report(place, "guessed_encoding", encoding, "", "the text is not UTF-8: read as %s", encoding)
	}
	r.addSheet(s)
	return nil
}

// parse cuts a text into the rows of a sheet.
func (r *reader) parse(s *Sheet, text string) error {
	comma, body := sniffDelimiter(text)
	rows, faults, err := parseCSV(body, comma, r.budget)
	if err != nil {
		return err
	}
	if len(body) < len(text) {
		for i := range rows {
			rows[i].Line++
		}
	}
	for _, f := range faults {
		r.report(at{s.Index, s.Title(), f.line}, "bad_quotes", "", "", "%s", f.text)
	}
	if lines := recut(rows, comma); len(lines) > 0 {
		r.report(at{s.Index, s.Title(), lines[0]}, "recut_row", "", "",
			"%s: whole in quotation marks, or with another delimiter than the rest; read cell by cell", examples(lines))
	}
	nameRows(rows, comma)
	s.Rows, s.Delimiter, s.Broken = rows, delimiterName(comma), len(faults) > 0
	return nil
}

// isFlatODS reports whether a text is an OpenDocument spreadsheet in one file.
func isFlatODS(text string) bool {
	head := text[:min(len(text), 4096)]
	return strings.HasPrefix(head, "<") && strings.Contains(head, "<office:document") && strings.Contains(text, "<office:spreadsheet")
}

// checkNUL reports NUL bytes with their first line.
func checkNUL(r *reader, place at, text string) bool {
	i := strings.IndexByte(text, 0)
	if i < 0 {
		return true
	}
	place.row = 1 + strings.Count(text[:i], "\n")
	r.report(place, "nul_bytes", "", "", "%d NUL bytes: this is not a text file", strings.Count(text, "\x00"))
	return false
}

// stem returns a file's name without directories and extensions.
func stem(name string) string {
	name = filepath.Base(name)
	for _, p := range packings {
		name = cutEnding(name, p.ending)
	}
	for _, ending := range tableEndings {
		name = cutEnding(name, ending)
	}
	return name
}

// cutEnding cuts an ending off a name, whatever its case.
func cutEnding(name, ending string) string {
	if len(name) > len(ending) && strings.EqualFold(name[len(name)-len(ending):], ending) {
		return name[:len(name)-len(ending)]
	}
	return name
}

// delimiterName returns a delimiter as people call it.
func delimiterName(c byte) string {
	switch c {
	case '\t':
		return "tab"
	case ' ':
		return "space"
	}
	return string(rune(c))
}
