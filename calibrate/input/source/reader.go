package source

import (
	"context"
	"errors"
	"io"
)

// Options say what the files do not say of themselves. The zero value works.
type Options struct {
	Encoding string    // of text files, "" to find out
	Sheets   []string  // the sheets of workbooks to read, none for all that are shown
	Hidden   bool      // read the sheets of a workbook that are hidden too
	Stdin    io.Reader // read for the path "-"
	Limits   *Limits   // nil for DefaultLimits
	Budget   *Budget   // nil for one of DefaultMemory

	// WhyCareful is why the input was not read in one pass, for the message on
	// files that are too large to be read otherwise.
	WhyCareful string
}

// A Result is the sheets of some files in their order, and all that was odd.
type Result struct {
	Sheets   []*Sheet
	Problems []Problem
	Books    int // workbooks
	Met      int // sheets and files met, those that were not read included
}

// A file is the bytes of one.
type file struct {
	name string // as messages show it
	data []byte
}

// A reader is one reading in the making.
type reader struct {
	options Options
	limits  Limits
	budget  *Budget
	result  Result
	entries int    // of archives
	name    string // of the file that is read
	input   int    // its number among the files that were opened, from 1
}

func newReader(ctx context.Context, o Options) *reader {
	r := &reader{options: o, limits: DefaultLimits, budget: o.Budget}
	if o.Limits != nil {
		r.limits = *o.Limits
	}
	if r.budget == nil {
		r.budget = NewBudget(ctx, 0)
	}
	return r
}

// TooLargeFix is what to do about a reading beyond its budget.
const TooLargeFix = "split it by lesson or round, or allow more: --memory 16GiB"

// ends reports whether an error ends the reading as a whole.
func (r *reader) ends(err error) bool {
	var exceeded *Exceeded
	return errors.As(err, &exceeded) || err != nil && r.budget.ctx.Err() != nil
}

// next returns the index of the next sheet.
func (r *reader) next() int {
	r.result.Met++
	return r.result.Met
}

// addSheet takes in a sheet, or reports that it holds nothing.
func (r *reader) addSheet(s *Sheet) {
	s.Input = max(1, r.input)
	if width := s.Width(); width > r.limits.Columns {
		r.report(of(s), "too_large", "", "keep the columns with ratings only", "%d columns: more than %d", width, r.limits.Columns)
		return
	}
	if s.empty() && !s.Broken && len(s.Marks) == 0 {
		r.report(of(s), "empty_file", "", "", "there is nothing in it")
		return
	}
	if line := s.nul(); line > 0 {
		place := of(s)
		place.row = line
		r.report(place, "nul_bytes", "", "delete what stands in the cell", "a NUL character in a cell")
		return
	}
	r.result.Sheets = append(r.result.Sheets, s)
}
