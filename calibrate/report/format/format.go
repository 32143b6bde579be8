package format

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// Options are what a format needs to know of where it is shown.
type Options struct {
	Width int  // columns of the terminal; 0 means 80
	Color bool // the output shows color
	// Terminal says that the output scrolls before somebody's eyes.
	Terminal bool
	Table    string // the table that CSV prints, the first by default
}

// A Result is what was computed, in the forms that formats write: a document
// for people, JSON and tables for programs.
type Result struct {
	Document func() document.Document
	JSON     func(io.Writer) error
	Tables   []Listing
	// Private says that JSON and tables hold rows of people.
	Private bool
}

// A Listing is a list of a result by the name that it has in JSON: a slice of
// structs with csv tags.
type Listing struct {
	ID   string
	Rows func() any
}

// A Format writes any result.
type Format struct {
	ID         string
	Title      string
	Extensions []string // of a file in the format, with their dots; the first is the usual one
	Binary     bool     // not for a screen
	Write      func(io.Writer, Result, Options) error
}

// CheckTable says whether a name is one of those of tables.
func CheckTable(ids []string, id string) error {
	if slices.Contains(ids, id) {
		return nil
	}
	return fmt.Errorf("no table %q: there are %s", id, strings.Join(ids, ", "))
}
