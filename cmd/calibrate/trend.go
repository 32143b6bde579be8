package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// trendCommand compares rounds.
func trendCommand(a *app) *cobra.Command {
	o := rounds.Options{Options: calibrate.Options{Version: version()}}
	var standard string
	var names []string
	cmd := command[*rounds.Trend]{
		use:   "trend FILE…",
		short: "Rounds: did the team move together or apart, and does it hold",
		long: `Trend compares rounds of one team: of a file with a round column, or of one file
a round, in their order. Words are said of the people and indicators that are in
both rounds: moved together, moved apart, or cannot tell.`,
		example: `  calibrate trend ratings.csv
  calibrate trend fall.csv winter.csv spring.csv
  calibrate trend --rounds Fall,Spring ratings.csv`,
		shape: report.Trend,
		read:  readRounds,
		flags: func(flags *pflag.FlagSet) {
			flags.StringSliceVar(&names, "rounds", nil, "the rounds in their order: of one file, or a name for each file")
			flags.Float64Var(&o.LessonSD, "lesson-sd", 0, "standard deviation of exact from lesson to lesson, where rounds of one or two lessons cannot tell (default: 0.07)")
			flags.BoolVar(&o.Names, "names", false, "show names beside pseudonyms in JSON and CSV")
			flags.Uint64Var(&o.Seed, "seed", 1, "seed of the pseudonyms")
			addStandard(flags, &standard)
			addConfidence(flags, &o.Confidence)
		},
		check: func(j *job) (err error) {
			if o.LessonSD < 0 || o.LessonSD >= 1 {
				return usageError{fmt.Errorf("--lesson-sd %v is not between 0 and 1", o.LessonSD), "for example --lesson-sd 0.1"}
			}
			if o.Standard, err = parseStandard(standard); err != nil {
				return err
			}
			if o.Standard.NeedsMaster {
				return usageError{fmt.Errorf("the standard %s compares with an answer key, and a trend has none", o.Standard.ID), "choose district, naep or kansas"}
			}
			if len(j.paths) > 1 && len(names) > 0 && len(names) != len(j.paths) {
				return usageError{fmt.Errorf("%s of rounds for %s", wording.Count(len(names), "name"), wording.Count(len(j.paths), "file")), "name one for each file, in their order"}
			}
			if len(j.paths) == 1 && j.options.Round == "" {
				j.options.Round = "all"
			}
			return checkConfidence(o.Confidence)
		},
		compute: func(ctx context.Context, j *job) (*rounds.Trend, error) {
			o.Order = names
			if len(j.paths) == 1 {
				if len(names) == 0 {
					o.Order = j.reading.Rounds.Found
				}
				return trendOf(ctx, j.reading.Study(), o)
			}
			var studies []calibrate.Study
			if len(names) == 0 {
				names = fileNames(j.paths)
			}
			for _, r := range j.readings {
				studies = append(studies, r.Study())
			}
			study, err := rounds.Join(studies, names)
			if err != nil {
				return nil, inputError{err}
			}
			o.Order = names
			return trendOf(ctx, study, o)
		},
	}.command(a)
	return cmd
}

// readRounds reads several files each for itself.
func readRounds(ctx context.Context, j *job) error {
	for i := range j.paths {
		if err := j.readFiles(ctx, j.paths[i:i+1], false, false); err != nil {
			return err
		}
	}
	return nil
}

// trendOf says what is wrong with the input where there is nothing to compare.
func trendOf(ctx context.Context, study calibrate.Study, o rounds.Options) (*rounds.Trend, error) {
	t, err := rounds.Analyse(ctx, study, o)
	var names rounds.RoundError
	switch {
	case errors.As(err, &names):
		err = inputError{err}
	case errors.Is(err, rounds.ErrOneRound):
		err = inputError{fmt.Errorf("%w: name the column of the rounds with --columns round=Date, or give one file a round", err)}
	}
	return t, err
}

// fileNames are the rounds' names where the files name them.
func fileNames(paths []string) []string {
	var names []string
	for _, p := range paths {
		name := filepath.Base(p)
		names = append(names, strings.TrimSuffix(name, filepath.Ext(name)))
	}
	return names
}
