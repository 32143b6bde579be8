package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// isSurvey reports whether a file could not be read as ratings because it is a
// survey.
func isSurvey(err error) bool {
	var faults *problem.Faults
	if !errors.As(err, &faults) {
		return false
	}
	for _, p := range *faults {
		if p.Code == "survey" {
			return true
		}
	}
	return false
}

// readSurveys reads each file as a survey.
func (f *trendFlags) readSurveys(ctx context.Context, j *command.Job) error {
	o, err := j.ReadFlags.Parse(j.Stdin)
	if err != nil {
		return err
	}
	asked := answers.Options{Rubric: o.Rubric}
	if o.Scale != nil {
		own := rubric.ScaleOf(*o.Scale)
		asked.Scale = &own
	}
	for i := range j.Paths {
		read, err := answers.ReadFiles(ctx, j.Paths[i:i+1], source.Options{Stdin: j.Stdin, Encoding: o.Encoding}, asked)
		if errors.Is(err, answers.ErrNoSurvey) {
			return command.Unread(fmt.Errorf("%s is no survey, and %s is one: a trend takes files of one kind", j.Paths[i], j.Paths[0]))
		}
		if err != nil {
			return command.Unread(err)
		}
		f.surveys = append(f.surveys, read)
	}
	if len(f.surveys) < 2 {
		return command.Unread(errors.New("there is one survey, and a trend takes two: give the earlier file first"))
	}
	return nil
}

// followSurveys compares the first survey with the last.
func (f *trendFlags) followSurveys(j *command.Job) (*survey.Trend, error) {
	t, err := survey.Follow(f.surveys, f.roundNames(j), survey.Options{Version: command.Version(), Confidence: f.options.Confidence})
	var apart survey.TrendError
	if errors.As(err, &apart) {
		return nil, command.Unread(err)
	}
	if err == nil && !j.Quiet {
		for _, pair := range t.Alike {
			j.Say("%q and %q may be one person: read as two", pair[0], pair[1])
		}
	}
	return t, err
}
