package source

import (
	"context"
	"errors"
)

// Read reads files as sheets. The error is that of the operating system for
// files that cannot be read, all together, or that of the context.
func Read(ctx context.Context, paths []string, o Options) (*Result, error) {
	if len(paths) == 0 {
		return nil, errors.New("no file to read")
	}
	r := newReader(ctx, o)
	ends, failed := r.openAll(paths)
	if err := r.finish(ends); err != nil {
		return nil, err
	}
	return &r.result, failed
}

// Parse reads the bytes of one file of a name. Where the budget's context has
// ended there is nothing in it.
func Parse(name string, data []byte, o Options) *Result {
	r := newReader(context.Background(), o)
	if err := r.finish(r.loadBytes(file{name, data}, 0)); err != nil {
		return &Result{}
	}
	return &r.result
}

// finish reports a reading that was beyond its budget: nothing of it counts.
func (r *reader) finish(ends error) error {
	var exceeded *Exceeded
	if !errors.As(ends, &exceeded) {
		return ends
	}
	text, fix := exceeded.Error(), TooLargeFix
	if why := r.options.WhyCareful; why != "" {
		text += "; it was not clean enough to be read in one pass: " + why
	}
	r.result.Problems = nil
	r.report(at{sheet: r.result.Met, name: r.name}, "too_large", "", fix, "%s", text)
	return nil
}
