package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
)

// Options are what a format needs to know of where it is shown.
type Options struct {
	Width  int    // columns of the terminal; 0 means 80
	Colour bool   // the output is a terminal that shows colour
	Table  string // the table that CSV prints
}

// A Format writes a report.
type Format struct {
	ID        string
	Title     string
	Extension string // of a file in the format, with its dot
	Write     func(io.Writer, *calibrate.Report, Options) error
}

// Formats lists the formats; the first is the default.
var Formats = []Format{
	{"text", "for the terminal", ".txt", writeText},
	{"json", "the whole report, " + calibrate.Schema, ".json", writeJSON},
	{"csv", "one of its lists as a table, see --table", ".csv", writeCSV},
	{"markdown", "for GitHub, a wiki or an e-mail", ".md", writeMarkdown},
	{"html", "one page with charts, to read and to print", ".html", writeHTML},
	{"xlsx", "a workbook, a sheet a table", ".xlsx", writeXLSX},
}

// Lookup returns the format with a name; the error lists what there is.
func Lookup(id string) (*Format, error) {
	var ids []string
	for i := range Formats {
		if Formats[i].ID == id {
			return &Formats[i], nil
		}
		ids = append(ids, Formats[i].ID)
	}
	return nil, fmt.Errorf("no format %q: there are %s", id, strings.Join(ids, ", "))
}
