package input

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/input/large"
	"github.com/cb401426/calibrate/calibrate/input/source"
)

// Read reads files as one set of ratings. The error is a *problem.Faults with every
// fatal problem, or that of the operating system for files that cannot be
// read. The Reading is never nil beside those: it holds every problem.
func Read(ctx context.Context, paths []string, o Options) (*Reading, error) {
	if err := o.Check(); err != nil {
		return nil, err
	}
	o.Budget = source.NewBudget(ctx, o.Memory)
	reading, err := readFast(ctx, paths, &o)
	if !errors.Is(err, large.ErrCareful) {
		return reading, err
	}
	var odd large.Odd
	errors.As(err, &odd)
	if !o.Budget.Exhausted() { // what was read in vain is free again
		o.Budget = source.NewBudget(ctx, o.Memory)
	}
	result, err := open(ctx, paths, &o, odd)
	if err != nil {
		return nil, err
	}
	reading, err = readSheets(ctx, result, &o)
	if err != nil {
		tryCures(ctx, result, &o, reading, err)
	}
	return reading, err
}
