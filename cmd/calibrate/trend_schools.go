package main

import (
	"context"
	"errors"

	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// bySchool is a line for each school.
func (f *trendFlags) bySchool(ctx context.Context, j *command.Job) (*rounds.Schools, error) {
	study, o, err := f.joined(j)
	if err != nil {
		return nil, err
	}
	s, err := rounds.BySchool(ctx, study, f.by, o)
	var names rounds.RoundError
	if errors.As(err, &names) || errors.Is(err, rounds.ErrOneRound) {
		return nil, command.Unread(err)
	}
	return s, err
}
