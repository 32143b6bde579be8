package answers

import (
	"context"
	"errors"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/source"
)

// ReadFiles reads files as one survey. The error is that of the operating
// system, or names everything in the files that cannot be read.
func ReadFiles(ctx context.Context, paths []string, files source.Options, o Options) (*Answers, error) {
	read, err := source.Read(ctx, paths, files)
	if err != nil {
		return nil, err
	}
	var faults []error
	for _, p := range read.Problems {
		if p.Code == "guessed_encoding" {
			continue
		}
		at := p.File
		if p.Row > 0 {
			at = fmt.Sprintf("%s:%d", p.File, p.Row)
		}
		text := at + ": " + p.Text
		if p.Fix != "" {
			text += " (" + p.Fix + ")"
		}
		faults = append(faults, errors.New(text))
	}
	if len(faults) > 0 {
		return nil, errors.Join(faults...)
	}
	return Read(read.Sheets, o)
}
