package format

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// Formats lists the formats of every result; the first is the default.
var Formats = []Format{
	{ID: "text", Title: "for the terminal", Extensions: []string{".txt"}, Write: asText},
	{ID: "json", Title: "all of it, for programs", Extensions: []string{".json", ".jsonl"}, Write: asJSON},
	{ID: "csv", Title: "one table, see --table", Extensions: []string{".csv"}, Write: asCSV},
	{ID: "markdown", Title: "for GitHub, a wiki or an e-mail", Extensions: []string{".md", ".markdown"}, Write: asMarkdown},
	{ID: "html", Title: "one page with charts, to read and to print", Extensions: []string{".html", ".htm"}, Write: asHTML},
	{ID: "xlsx", Title: "a workbook", Extensions: []string{".xlsx"}, Binary: true, Write: asXLSX},
}

// IDs lists the names of the formats.
func IDs() []string {
	ids := make([]string, len(Formats))
	for i, f := range Formats {
		ids[i] = f.ID
	}
	return ids
}

// Lookup returns the format with a name; the error lists what there is.
func Lookup(id string) (*Format, error) {
	for i := range Formats {
		if Formats[i].ID == id {
			return &Formats[i], nil
		}
	}
	return nil, fmt.Errorf("no format %q: there are %s", id, strings.Join(IDs(), ", "))
}

// OfFile returns the format whose files end like a path; the error lists the
// endings that there are.
func OfFile(path string) (*Format, error) {
	extension := strings.ToLower(filepath.Ext(strings.TrimSuffix(path, gzipSuffix)))
	var endings []string
	for i, f := range Formats {
		if slices.Contains(f.Extensions, extension) {
			return &Formats[i], nil
		}
		endings = append(endings, f.Extensions[0])
	}
	if extension == "" {
		return nil, fmt.Errorf("%s: a name without an ending names no format: there are %s", path, strings.Join(endings, ", "))
	}
	return nil, fmt.Errorf("%s: no format ends in %s: there are %s", path, extension, strings.Join(endings, ", "))
}

func asText(w io.Writer, r Result, o Options) error     { return WriteText(w, r.Document(), o) }
func asMarkdown(w io.Writer, r Result, _ Options) error { return WriteMarkdown(w, r.Document()) }
func asHTML(w io.Writer, r Result, _ Options) error     { return WriteHTML(w, r.Document()) }
func asXLSX(w io.Writer, r Result, _ Options) error     { return WriteXLSX(w, r.Document()) }
func asJSON(w io.Writer, r Result, _ Options) error     { return r.JSON(w) }

// asCSV writes the table with a name, the first by default.
func asCSV(w io.Writer, r Result, o Options) error {
	if len(r.Tables) == 0 {
		return errors.New("there is no table to write as CSV")
	}
	if o.Table == "" {
		return WriteRows(w, r.Tables[0].Rows())
	}
	var ids []string
	for _, t := range r.Tables {
		if t.ID == o.Table {
			return WriteRows(w, t.Rows())
		}
		ids = append(ids, t.ID)
	}
	return CheckTable(ids, o.Table)
}

// gzipSuffix ends the names of files that are written packed.
const gzipSuffix = ".gz"

// Packed are endings of packed files that are not written.
var packed = []string{".bz2", ".xz", ".zst", ".zip", ".7z", ".tar", ".tgz", ".br", ".lz4"}

// CheckName refuses a name that promises what is not written.
func CheckName(path string) error {
	if extension := strings.ToLower(filepath.Ext(path)); slices.Contains(packed, extension) {
		return fmt.Errorf("%s: nothing is written as %s", path, extension)
	}
	return nil
}

// ForFile makes the content of a file what its name says: a line of JSON in
// .jsonl, packed in .gz. The same content gives the same bytes.
func ForFile(path string, content []byte) ([]byte, error) {
	name := strings.ToLower(path)
	if strings.HasSuffix(strings.TrimSuffix(name, gzipSuffix), ".jsonl") {
		var lines bytes.Buffer
		decoder := json.NewDecoder(bytes.NewReader(content))
		for decoder.More() {
			var one json.RawMessage
			if err := decoder.Decode(&one); err != nil {
				return nil, err
			}
			if err := json.Compact(&lines, one); err != nil {
				return nil, err
			}
			lines.WriteByte('\n')
		}
		content = lines.Bytes()
	}
	if !strings.HasSuffix(name, gzipSuffix) {
		return content, nil
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
