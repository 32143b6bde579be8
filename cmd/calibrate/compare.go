package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/rounds"
)

// compareCommand sets two sets of ratings beside each other.
func compareCommand(a *app) *cobra.Command {
	f := &trendFlags{apart: true, options: rounds.Options{Options: calibrate.Options{Version: version()}, Apart: true}}
	return command[*rounds.Trend]{
		use:   "compare A B",
		short: "Two sets of ratings that are no series: which raters are closer to each other",
		long: `Compare sets two sets of ratings beside each other that are no rounds of one
team: two districts, two trainings, two versions of a rubric. The raters may be
others; what is compared are the indicators on one scale in both.`,
		example: `  calibrate compare north.csv south.csv
  calibrate compare --rounds "Training A,Training B" a.csv b.csv`,
		shape: report.Trend,
		read: func(ctx context.Context, j *job) error {
			if len(j.paths) != 2 {
				return usageError{fmt.Errorf("%d files, and compare takes two", len(j.paths)), "calibrate compare a.csv b.csv"}
			}
			err := f.read(ctx, j)
			if err == nil && f.surveys != nil {
				return inputError{errors.New("these are surveys, and compare takes ratings: see calibrate trend")}
			}
			return err
		},
		flags: func(flags *pflag.FlagSet) {
			flags.StringSliceVar(&f.names, "rounds", nil, "a name for each of the two (default: those of the files)")
			flags.Float64Var(&f.options.LessonSD, "lesson-sd", 0, "standard deviation of exact from lesson to lesson, for sets of one or two lessons (default: 0.07)")
			addStandard(flags, &f.standard)
			addConfidence(flags, &f.options.Confidence)
		},
		check:   f.check,
		compute: f.ofRatings,
	}.command(a)
}
