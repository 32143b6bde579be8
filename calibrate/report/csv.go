package report

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/calibrate"
)

// csvTables lists what --table can name; the first is the default.
var csvTables = []TableOf[*calibrate.Report]{
	{"indicators", func(r *calibrate.Report) any { return r.Indicators }},
	{"lessons", func(r *calibrate.Report) any { return r.Lessons }},
	{"raters", func(r *calibrate.Report) any { return r.Raters }},
	{"findings", findingRows},
	{"groups", func(r *calibrate.Report) any { return r.Groups }},
	{"rater_indicators", func(r *calibrate.Report) any { return r.RaterIndicators }},
	{"without", func(r *calibrate.Report) any { return r.Without }},
	{"pairs", func(r *calibrate.Report) any { return r.Pairs }},
	{"master_indicators", func(r *calibrate.Report) any { return orEmpty(r.Master).Indicators }},
	{"master_levels", func(r *calibrate.Report) any { return orEmpty(r.Master).Levels }},
	{"coefficients", func(r *calibrate.Report) any { return r.Coefficients }},
	{"alignment", alignmentRows},
	{"not_observed_items", notObservedRows},
	{"reasons", reasonRows},
	{"agenda", func(r *calibrate.Report) any { return r.Agenda }},
	{"ratings", func(r *calibrate.Report) any { return r.Ratings }},
	{"notes", func(r *calibrate.Report) any { return r.Notes }},
}

// orEmpty is a master section, empty where there is none.
func orEmpty(m *calibrate.Master) *calibrate.Master {
	if m == nil {
		return &calibrate.Master{}
	}
	return m
}

// Tables returns the names that Options.Table takes; the first is the default.
func Tables() []string { return TableIDs(csvTables) }

// writeCSV writes one list of the report: its fields as they are.
func writeCSV(w io.Writer, r *calibrate.Report, o Options) error {
	return writeTable(w, csvTables, o.Table, r)
}

// writeRows writes a slice of structs with csv tags.
func writeRows(w io.Writer, rows any) error {
	return gocsv.MarshalCSV(rows, &csvWriter{w: csv.NewWriter(w)})
}

// A File is a named content.
type File struct {
	Name    string
	Content []byte
}

// CSVFiles returns every list of the report as a file for a directory. A list
// without entries is a file with its header alone.
func CSVFiles(r *calibrate.Report) ([]File, error) {
	files := make([]File, len(csvTables))
	for i, t := range csvTables {
		var content bytes.Buffer
		if err := writeCSV(&content, r, Options{Table: t.ID}); err != nil {
			return nil, fmt.Errorf("table %s: %w", t.ID, err)
		}
		files[i] = File{t.ID + ".csv", content.Bytes()}
	}
	return files, nil
}

// csvWriter stands between gocsv and the file. It joins the names of nested
// fields as exact_value, and writes texts that a spreadsheet would run as a
// formula so that it shows them.
type csvWriter struct {
	w      *csv.Writer
	headed bool
}

// Write writes a row; the first is the header.
func (c *csvWriter) Write(row []string) error {
	for i, cell := range row {
		if c.headed {
			row[i] = harmless(cell)
		} else {
			row[i] = strings.ReplaceAll(cell, ".", "_")
		}
	}
	c.headed = true
	return c.w.Write(row)
}

// Flush writes what is buffered.
func (c *csvWriter) Flush() { c.w.Flush() }

// Error returns the first error of a write.
func (c *csvWriter) Error() error { return c.w.Error() }

// harmless puts an apostrophe before a text that a spreadsheet would take for
// a formula. A number that starts with a sign is none.
func harmless(cell string) string {
	if cell == "" || !strings.ContainsRune("=+-@\t\r", rune(cell[0])) || isNumber(cell) {
		return cell
	}
	return "'" + cell
}

// isNumber reports whether a text is a decimal number.
func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && strings.Trim(s, "0123456789.e+-") == ""
}
