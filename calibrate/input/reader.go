package input

import (
	"github.com/cb401426/calibrate/calibrate/input/entries"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// A reader is one reading in the making: what its stages hand on.
type reader struct {
	options *Options
	journal problem.Journal
	*entries.Entries
	result *Reading // by itself: it outlives the reader and its cells
}

func newReader(o *Options) *reader {
	return &reader{
		options: o, result: &Reading{}, Entries: entries.NewEntries(nil),
	}
}
