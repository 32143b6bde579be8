package input

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// limits bound a reading.
type limits struct {
	source.Limits
	fast int64 // bytes of a file that is worth the fast reading
}

// defaultLimits hold for every reading.
var defaultLimits = limits{Limits: source.DefaultLimits, fast: 256 << 10}

// source returns what the source stage has to know.
func (r *reader) source() source.Options {
	return source.Options{
		Encoding: r.options.Encoding, Sheet: r.options.Sheet, Stdin: r.options.Stdin, Limits: &r.limits.Limits,
		Budget: r.budget, WhyCareful: r.odd.why,
	}
}

// open reads the files and cuts them into sheets. All files that cannot be
// read are reported together.
func (r *reader) open(ctx context.Context, paths []string) error {
	r.budget = source.NewBudget(ctx, r.options.Memory)
	result, err := source.Read(ctx, paths, r.source())
	if err != nil {
		return err
	}
	r.takeIn(result)
	return nil
}

// tooLarge reports a reading that is beyond its budget, and returns any other
// error.
func (r *reader) tooLarge(err error) error {
	var exceeded *source.Exceeded
	if !errors.As(err, &exceeded) {
		return err
	}
	r.journal.add(place{}, "too_large", "", source.TooLargeFix, "%v", exceeded)
	return nil
}

// takeIn takes in what the source stage has read.
func (r *reader) takeIn(result *source.Result) {
	for _, p := range result.Problems {
		r.journal.add(place{sheet: p.Sheet, name: p.File, row: p.Row}, p.Code, p.Value, p.Fix, "%s", p.Text)
	}
	for _, s := range result.Sheets {
		r.sheets = append(r.sheets, &reading{
			sheet: &sheet{s}, book: s.Book, broken: s.Broken,
			file: File{Name: s.File, Encoding: s.Encoding, Delimiter: s.Delimiter},
		})
	}
	r.books, r.count = result.Books, result.Met
}
