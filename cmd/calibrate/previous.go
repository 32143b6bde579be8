package main

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// since looks back on earlier rounds: files of ratings, or saved reports.
func (f *scoreFlags) since(ctx context.Context, j *command.Job, r *calibrate.Report) error {
	agreed, err := readDecisions(ctx, f.decisions, f.study)
	if err != nil {
		return err
	}
	if len(f.previous) > 0 {
		if err := f.sinceRounds(ctx, j, r); err != nil {
			return err
		}
	}
	if len(agreed) > 0 {
		if r.Since == nil {
			r.Since = &calibrate.Since{Indicators: []calibrate.SinceIndicator{}}
		}
		r.Since.Agreed = rounds.Agreements(agreed, r)
	}
	return nil
}

// sinceRounds compares with earlier rounds.
func (f *scoreFlags) sinceRounds(ctx context.Context, j *command.Job, r *calibrate.Report) error {
	o := rounds.Options{Options: f.options}
	var studies []calibrate.Study
	for _, path := range f.previous {
		study, named, err := readStudy(ctx, j, path)
		if err != nil {
			return err
		}
		o.Unknown = o.Unknown || !named
		studies = append(studies, study)
	}
	studies = append(studies, f.study)
	o.Order = roundNames(append(f.previous[:len(f.previous):len(f.previous)], j.Paths[0]))
	joined, err := rounds.Join(studies, o.Order)
	if err != nil {
		return command.Unread(err)
	}
	if err := knowsSame(j, joined); err != nil {
		return err
	}
	t, err := trendOf(ctx, joined, o)
	if err != nil {
		return err
	}
	sayAlike(j, t)
	r.Since = rounds.SinceOf(t)
	f.drifts = rounds.DriftsOf(joined, o)
	return nil
}

// readStudy reads a file of ratings, or a saved report; named says whether its
// people can be followed.
func readStudy(ctx context.Context, j *command.Job, path string) (study calibrate.Study, named bool, err error) {
	if strings.EqualFold(filepath.Ext(path), ".json") {
		r, err := readReport(j.Stdin, path)
		if err != nil {
			return study, false, command.Unread(err)
		}
		study, named, err = rounds.OfReport(r)
		if err != nil {
			err = command.Unread(fmt.Errorf("%s: %w", path, err))
		}
		return study, named, err
	}
	o, err := j.ReadFlags.Parse(j.Stdin)
	if err != nil {
		return study, false, err
	}
	o.WithoutReasons = true
	reading, err := input.Read(ctx, []string{path}, o)
	if err != nil {
		return study, false, command.Unread(err)
	}
	defer reading.Close()
	return reading.Study(), true, nil
}

// roundNames are the names of files that are a round each, no two alike.
func roundNames(paths []string) []string {
	var names []string
	seen := map[string]int{}
	for _, p := range paths {
		name := filepath.Base(p)
		if p == "-" {
			name = "now"
		}
		name = strings.TrimSuffix(name, filepath.Ext(name))
		if seen[name]++; seen[name] > 1 {
			name = fmt.Sprintf("%s (%d)", name, seen[name])
		}
		names = append(names, name)
	}
	return names
}
