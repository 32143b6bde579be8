package source

import (
	"path/filepath"
	"strings"
)

// loadText reads a text file as one sheet.
func (r *reader) loadText(src file) {
	place := r.nowhere(src.name)
	if strings.TrimSpace(string(src.data[:min(len(src.data), 4096)])) == "" && strings.TrimSpace(string(src.data)) == "" {
		r.report(place, "empty_file", "", "", "the file is empty")
		return
	}
	text, encoding, guessed, err := Decode(src.data, r.options.Encoding)
	if err != nil {
		r.report(place, "unrecognised", "", "save it as CSV (UTF-8)", "the text cannot be read as %s: %v", encoding, err)
		return
	}
	if !r.checkNUL(place, text) {
		return
	}
	comma, body := sniffDelimiter(text)
	rows, faults := parseCSV(body, comma)
	if len(body) < len(text) {
		for i := range rows {
			rows[i].Line++
		}
	}
	for _, f := range faults {
		place.row = f.line
		r.report(place, "bad_quotes", "", "", "%s", f.text)
	}
	if guessed {
		place.row = 0
		r.report(place, "guessed_encoding", encoding, "", "the text is not UTF-8: read as %s", encoding)
	}
	r.addSheet(&Sheet{
		Index: place.sheet, File: src.name, Stem: stem(src.name), Encoding: encoding, Delimiter: delimiterName(comma),
		Rows: rows, Ragged: true, Broken: len(faults) > 0,
	})
}

// checkNUL reports NUL bytes with their first line.
func (r *reader) checkNUL(place at, text string) bool {
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
	for _, ext := range []string{".gz", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm"} {
		if len(name) > len(ext) && strings.EqualFold(name[len(name)-len(ext):], ext) {
			name = name[:len(name)-len(ext)]
		}
	}
	return name
}

// delimiterName returns a delimiter as people call it.
func delimiterName(c byte) string {
	if c == '\t' {
		return "tab"
	}
	return string(rune(c))
}
