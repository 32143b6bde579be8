package report

import (
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
)

// Options are what a format needs to know of where it is shown.
type Options struct {
	Width  int    // columns of the terminal; 0 means 80
	Colour bool   // the output is a terminal that shows colour
	Table  string // the table that CSV prints
}

// A FormatOf writes one kind of result.
type FormatOf[T any] struct {
	ID        string
	Title     string
	Extension string // of a file in the format, with its dot
	Write     func(io.Writer, T, Options) error
}

// FormatIDs lists the names of formats.
func FormatIDs[T any](formats []FormatOf[T]) []string {
	ids := make([]string, len(formats))
	for i, f := range formats {
		ids[i] = f.ID
	}
	return ids
}

// lookup returns the format with a name; the error lists what there is.
func lookup[T any](formats []FormatOf[T], id string) (*FormatOf[T], error) {
	for i := range formats {
		if formats[i].ID == id {
			return &formats[i], nil
		}
	}
	return nil, fmt.Errorf("no format %q: there are %s", id, strings.Join(FormatIDs(formats), ", "))
}

// asText writes what a view makes of a result for the terminal.
func asText[T any](view func(T) Document) func(io.Writer, T, Options) error {
	return func(w io.Writer, of T, o Options) error { return WriteText(w, view(of), o) }
}

// asJSON writes a result as it is.
func asJSON[T any](w io.Writer, of T, _ Options) error { return WriteJSON(w, of) }

// ByExtension returns the id of the format whose files end like a path, where
// one does.
func ByExtension[T any](formats []FormatOf[T], path string) (id string, ok bool) {
	for _, f := range formats {
		if extension := filepath.Ext(path); extension != "" && strings.EqualFold(extension, f.Extension) {
			return f.ID, true
		}
	}
	return "", false
}

// A TableOf is a list of a result that CSV can print, by the name that it has
// in JSON: a slice of structs with csv tags.
type TableOf[T any] struct {
	ID   string
	Rows func(T) any
}

// TableIDs lists the names of tables.
func TableIDs[T any](tables []TableOf[T]) []string {
	ids := make([]string, len(tables))
	for i, t := range tables {
		ids[i] = t.ID
	}
	return ids
}

// LookupTable returns the table with a name, the first by default; the error
// lists what there is.
func LookupTable[T any](tables []TableOf[T], id string) (*TableOf[T], error) {
	for i := range tables {
		if tables[i].ID == id || id == "" && i == 0 {
			return &tables[i], nil
		}
	}
	return nil, fmt.Errorf("no table %q: there are %s", id, strings.Join(TableIDs(tables), ", "))
}

// writeTable writes the table with a name, the first by default.
func writeTable[T any](w io.Writer, tables []TableOf[T], id string, of T) error {
	t, err := LookupTable(tables, id)
	if err != nil {
		return err
	}
	return writeRows(w, t.Rows(of))
}

// A Format writes a report.
type Format = FormatOf[*calibrate.Report]

// Formats lists the formats; the first is the default.
var Formats = []Format{
	{"text", "for the terminal", ".txt", asText(View)},
	{"json", "the whole report, " + calibrate.Schema, ".json", asJSON[*calibrate.Report]},
	{"csv", "one of its lists as a table, see --table", ".csv", writeCSV},
	{"markdown", "for GitHub, a wiki or an e-mail", ".md", writeMarkdown},
	{"html", "one page with charts, to read and to print", ".html", writeHTML},
	{"xlsx", "a workbook, a sheet a table", ".xlsx", writeXLSX},
}

// Lookup returns the format of a report with a name; the error lists what
// there is.
func Lookup(id string) (*Format, error) { return lookup(Formats, id) }
