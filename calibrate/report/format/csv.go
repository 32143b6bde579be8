package format

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gocarina/gocsv"
)

// WriteRows writes a slice of structs with csv tags.
func WriteRows(w io.Writer, rows any) error {
	return gocsv.MarshalCSV(rows, &csvWriter{w: csv.NewWriter(w)})
}

// A File is a named content.
type File struct {
	Name    string
	Content []byte
}

// CSVFiles returns every table of a result as a file for a directory. A table
// without entries is a file with its header alone.
func CSVFiles(r Result) ([]File, error) {
	files := make([]File, len(r.Tables))
	for i, t := range r.Tables {
		var content bytes.Buffer
		if err := WriteRows(&content, t.Rows()); err != nil {
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
	again  []int // columns that stand once more under a name that SQL leaves free
}

// freeNames stand beside the names of columns that SQL reserves, so that a
// query need not quote them.
var freeNames = map[string]string{
	"by": "by_column", "group": "group_name", "from": "from_round", "to": "to_round", "of": "of_part", "end": "which_end",
}

// Write writes a row; the first is the header.
func (c *csvWriter) Write(row []string) error {
	for i, cell := range row {
		if c.headed {
			row[i] = harmless(cell)
			continue
		}
		row[i] = strings.ReplaceAll(cell, ".", "_")
		if freeNames[row[i]] != "" {
			c.again = append(c.again, i)
		}
	}
	for _, i := range c.again {
		cell := row[i]
		if !c.headed {
			cell = freeNames[cell]
		}
		row = append(row, cell)
	}
	c.headed = true
	return c.w.Write(row)
}

// Flush writes what is buffered.
func (c *csvWriter) Flush() { c.w.Flush() }

// Error returns the first error of a write.
func (c *csvWriter) Error() error { return c.w.Error() }

// harmless puts an apostrophe before a text that a spreadsheet would take for
// a formula, also behind what another delimiter would cut it at. A number that
// starts with a sign is none.
func harmless(cell string) string {
	inner := strings.TrimLeft(cell, " ;,|\"\u00a0")
	if inner == "" || isNumber(cell) {
		return cell
	}
	if first, _ := utf8.DecodeRuneInString(inner); strings.ContainsRune("=+-@\t\r\n＝＋－＠", first) {
		return "'" + cell
	}
	return cell
}

// isNumber reports whether a text is a decimal number.
func isNumber(s string) bool {
	_, err := strconv.ParseFloat(s, 64)
	return err == nil && strings.Trim(s, "0123456789.e+-") == ""
}
