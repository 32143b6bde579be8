package input

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/stats/rating"
)

// A source is the bytes of one file.
type source struct {
	name string // as messages show it
	data []byte
}

// open reads the files and cuts them into sheets. All files that cannot be
// read are reported together.
func (r *reader) open(ctx context.Context, paths []string) error {
	if len(paths) == 0 {
		return errors.New("no file to read")
	}
	var failed []error
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := r.openPath(path); err != nil {
			failed = append(failed, err)
		}
	}
	return errors.Join(failed...)
}

// openPath reads one path.
func (r *reader) openPath(path string) error {
	if path == "-" {
		if r.options.Stdin == nil {
			return errors.New("-: no standard input")
		}
		return r.load("standard input", r.options.Stdin)
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	if info.IsDir() {
		return r.openDirectory(path)
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	return r.load(filepath.Base(path), f)
}

// load reads a stream to its end.
func (r *reader) load(name string, in io.Reader) error {
	data, err := io.ReadAll(io.LimitReader(in, r.limits.bytes+1))
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if int64(len(data)) > r.limits.bytes {
		r.tooLarge(name)
		return nil
	}
	r.loadBytes(source{name, data}, 0)
	return nil
}

// tooLarge reports a file that only the reading in one pass could read.
func (r *reader) tooLarge(name string) {
	text := fmt.Sprintf("more than %d MiB", r.limits.bytes>>20)
	hint := "split it by lesson or round; calibrate stats and archive read clean long files of any size"
	if r.odd.why != "" {
		text += ", and not clean enough to be read in one pass: " + r.odd.why
		hint = "mend that, or split it by lesson or round"
	}
	r.journal.add(r.nowhere(name), "too_large", "", hint, "%s", text)
}

// openDirectory reads the tables in a directory, in natural order.
func (r *reader) openDirectory(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() && readable(e.Name()) {
			names = append(names, e.Name())
		}
	}
	slices.SortFunc(names, rating.CompareNatural)
	if len(names) == 0 {
		r.journal.add(r.nowhere(filepath.Base(dir)), "empty_file", "", "the .csv and .xlsx files of a directory are read", "a directory without a table in it")
		return nil
	}
	var failed []error
	for _, name := range names {
		failed = append(failed, r.openPath(filepath.Join(dir, name)))
	}
	return errors.Join(failed...)
}

// loadText reads a text file as one sheet.
func (r *reader) loadText(src source) {
	at := r.nowhere(src.name)
	if len(strings.TrimSpace(string(src.data[:min(len(src.data), 4096)]))) == 0 && len(strings.TrimSpace(string(src.data))) == 0 {
		r.journal.add(at, "empty_file", "", "", "the file is empty")
		return
	}
	text, encoding, guessed, err := decode(src.data, r.options.Encoding)
	if err != nil {
		r.journal.add(at, "unrecognised", "", "save it as CSV (UTF-8)", "the text cannot be read as %s: %v", encoding, err)
		return
	}
	if !r.checkNUL(at, text) {
		return
	}
	comma, body := sniffDelimiter(text)
	rows, faults := parseCSV(body, comma)
	s := &sheet{index: at.sheet, file: src.name, stem: stem(src.name), rows: rows, ragged: true}
	if len(body) < len(text) {
		for i := range rows {
			rows[i].line++
		}
	}
	for _, f := range faults {
		at.row = f.line
		r.journal.add(at, "bad_quotes", "", "", "%s", f.text)
	}
	if guessed {
		at.row = 0
		r.journal.add(at, "guessed_encoding", encoding, "", "the text is not UTF-8: read as %s", encoding)
	}
	r.addSheet(s, File{Name: src.name, Encoding: encoding, Delimiter: delimiterName(comma)}, len(faults) > 0)
}

// checkNUL reports NUL bytes with their first line.
func (r *reader) checkNUL(at place, text string) bool {
	i := strings.IndexByte(text, 0)
	if i < 0 {
		return true
	}
	at.row = 1 + strings.Count(text[:i], "\n")
	r.journal.add(at, "nul_bytes", "", "", "%d NUL bytes: this is not a text file", strings.Count(text, "\x00"))
	return false
}

// nowhere is the place of a file before it has sheets.
func (r *reader) nowhere(name string) place { return place{sheet: r.next(), name: name} }

// next returns the index of the next sheet.
func (r *reader) next() int {
	r.count++
	return r.count
}

// addSheet takes in a sheet, or reports that it holds nothing.
func (r *reader) addSheet(s *sheet, f File, broken bool) {
	if width := s.width(); width > r.limits.columns {
		r.journal.add(place{sheet: s.index, name: s.title()}, "too_large", "", "keep the columns with ratings only",
			"%d columns: more than %d", width, r.limits.columns)
		return
	}
	if !slicesAnyRow(s.rows) && !broken {
		r.journal.add(place{sheet: s.index, name: s.title()}, "empty_file", "", "", "there is nothing in it")
		return
	}
	r.sheets = append(r.sheets, &reading{sheet: s, file: f, broken: broken})
}

// slicesAnyRow reports whether any row has a cell that is not empty.
func slicesAnyRow(rows []row) bool {
	for _, r := range rows {
		if !r.empty() {
			return true
		}
	}
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
