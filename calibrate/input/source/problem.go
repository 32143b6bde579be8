package source

import (
	"fmt"
	"strings"
)

// A Problem is one oddity of a file and its place. Its codes are those of
// package input.
type Problem struct {
	Sheet int    // Index of the sheet; a file that gave none has one all the same
	File  string // the file's name, or the sheet's Title
	Row   int    // as an editor shows it, 0 where it is of the whole file
	Code  string
	Value string // what is wrong, where it is one word
	Text  string
	Fix   string // what to do; "" for what the code says
}

// at is where a problem stands.
type at struct {
	sheet int
	name  string
	row   int
}

// report adds a problem.
func (r *reader) report(at at, code, value, fix, format string, args ...any) {
	r.result.Problems = append(r.result.Problems, Problem{
		Sheet: at.sheet, File: at.name, Row: at.row, Code: code, Value: value, Text: fmt.Sprintf(format, args...), Fix: fix,
	})
}

// nowhere is the place of a file before it has sheets.
func (r *reader) nowhere(name string) at { return at{sheet: r.next(), name: name} }

// of is the place of a sheet.
func of(s *Sheet) at { return at{sheet: s.Index, name: s.Title()} }

// quoteAll lists names in quotation marks.
func quoteAll(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = fmt.Sprintf("%q", s)
	}
	return strings.Join(quoted, ", ")
}
