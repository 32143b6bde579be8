package input

import (
	"context"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// limits bound a reading.
type limits struct {
	source.Limits
	fast int64 // bytes of a file that is worth the fast reading
}

// defaultLimits hold for every reading.
var defaultLimits = limits{Limits: source.DefaultLimits, fast: 256 << 10}

// bounds returns the limits of a reading.
func (o *Options) bounds() limits {
	if o.limits != nil {
		return *o.limits
	}
	return defaultLimits
}

// open reads files as sheets of cells.
func open(ctx context.Context, paths []string, o *Options, odd oddFile) (*source.Result, error) {
	return source.Read(ctx, paths, sourceOptions(o, odd))
}

// sourceOptions returns what the source stage has to know.
func sourceOptions(o *Options, odd oddFile) source.Options {
	bounds := o.bounds()
	return source.Options{
		Encoding: o.Encoding, Stdin: o.Stdin, Limits: &bounds.Limits, Budget: o.budget, WhyCareful: odd.why,
		Sheets: o.Sheets, Hidden: o.Hidden,
	}
}
