package input

import (
	"context"

	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// open reads files as sheets of cells.
func open(ctx context.Context, paths []string, o *Options, odd large.Odd) (*source.Result, error) {
	return source.Read(ctx, paths, sourceOptions(o, odd))
}

// sourceOptions returns what the source stage has to know.
func sourceOptions(o *Options, odd large.Odd) source.Options {
	bounds := o.Bounds()
	return source.Options{
		Encoding: o.Encoding, Stdin: o.Stdin, Limits: &bounds.Limits, Budget: o.Budget, WhyCareful: odd.Why,
		Sheets: o.Sheets, Hidden: o.Hidden,
	}
}
