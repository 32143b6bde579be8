package source

import (
	"context"
	"errors"
	"io"
)

// Options say what the files do not say of themselves. The zero value works.
type Options struct {
	Encoding string    // of text files, "" to find out
	Sheet    string    // the sheet of a workbook to read, "" for all that are shown
	Stdin    io.Reader // read for the path "-"
	Limits   *Limits   // nil for DefaultLimits

	// WhyCareful is why the input was not read in one pass, for the message on
	// files that are too large to be read otherwise.
	WhyCareful string

	// IsDate tells dates among the cells that a workbook shows.
	IsDate func(cell string) bool
}

// A Result is the sheets of some files in their order, and all that was odd.
type Result struct {
	Sheets   []*Sheet
	Problems []Problem
	Books    int // workbooks
	Met      int // sheets and files met, those that were not read included
}

// A reader is one reading in the making.
type reader struct {
	options Options
	limits  Limits
	result  Result
}

func newReader(o Options) *reader {
	r := &reader{options: o, limits: DefaultLimits}
	if o.Limits != nil {
		r.limits = *o.Limits
	}
	return r
}

// Read reads files as sheets. The error is that of the operating system for
// files that cannot be read, all together.
func Read(ctx context.Context, paths []string, o Options) (*Result, error) {
	if len(paths) == 0 {
		return nil, errors.New("no file to read")
	}
	r := newReader(o)
	var failed []error
	for _, path := range paths {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := r.openPath(path); err != nil {
			failed = append(failed, err)
		}
	}
	if err := errors.Join(failed...); err != nil {
		return nil, err
	}
	return &r.result, nil
}

// Parse reads the bytes of one file of a name.
func Parse(name string, data []byte, o Options) *Result {
	r := newReader(o)
	r.loadBytes(file{name, data}, 0)
	return &r.result
}

// next returns the index of the next sheet.
func (r *reader) next() int {
	r.result.Met++
	return r.result.Met
}

// addSheet takes in a sheet, or reports that it holds nothing.
func (r *reader) addSheet(s *Sheet) {
	if width := s.Width(); width > r.limits.Columns {
		r.report(of(s), "too_large", "", "keep the columns with ratings only", "%d columns: more than %d", width, r.limits.Columns)
		return
	}
	if s.empty() && !s.Broken {
		r.report(of(s), "empty_file", "", "", "there is nothing in it")
		return
	}
	r.result.Sheets = append(r.result.Sheets, s)
}
