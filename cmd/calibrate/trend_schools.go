package main

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/rounds"
)

// bySchool is a line for each school.
func (f *trendFlags) bySchool(ctx context.Context, j *job) (*rounds.Schools, error) {
	study, o, err := f.joined(j)
	if err != nil {
		return nil, err
	}
	s, err := rounds.BySchool(ctx, study, f.by, o)
	var names rounds.RoundError
	if errors.As(err, &names) || errors.Is(err, rounds.ErrOneRound) {
		return nil, inputError{err}
	}
	return s, err
}
