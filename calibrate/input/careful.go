package input

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/sheets"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// readSheets reads the sheets as one set of ratings.
func readSheets(ctx context.Context, result *source.Result, o *Options) (*Reading, error) {
	r := newReader(o)
	all := sheets.Plan(sheets.Take(result, o, &r.journal), o, &r.journal, false)
	entries, err := entries.Read(ctx, all, o, &r.journal)
	r.Entries = entries
	if err := r.tooLarge(err); err != nil {
		return nil, err
	}
	o.Tell(Progress{Rows: int64(len(r.All)), Read: true})
	return r.finish()
}

// tooLarge reports a reading that is beyond its budget, and returns any other
// error.
func (r *reader) tooLarge(err error) error {
	var exceeded *source.Exceeded
	if !errors.As(err, &exceeded) {
		return err
	}
	r.journal.Add(problem.Place{}, "too_large", "", source.TooLargeFix, "%v", exceeded)
	return nil
}
