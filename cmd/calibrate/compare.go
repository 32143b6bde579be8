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
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// compareCommand sets two sets of ratings beside each other.
func compareCommand(a *command.App) *cobra.Command {
	f := &trendFlags{apart: true, options: rounds.Options{Options: calibrate.Options{Version: command.Version()}, Apart: true}}
	return command.Command[*rounds.Trend]{
		Use:   "compare A B",
		Short: "Two sets of ratings that are no series: which raters are closer to each other",
		Long: `Compare sets two sets of ratings beside each other that are no rounds of one
team: two districts, two trainings, two versions of a rubric. The raters may be
others; what is compared are the indicators on one scale in both.`,
		Example: `  calibrate compare north.csv south.csv
  calibrate compare --rounds "Training A,Training B" a.csv b.csv
  calibrate compare --fail-under exact_change=-0.1 before.csv after.csv`,
		Shape:  report.Trend,
		Choose: func() report.Shape[*rounds.Trend] { return report.TrendOf(f.full) },
		Read: func(ctx context.Context, j *command.Job) error {
			if len(j.Paths) != 2 {
				return command.Usage(fmt.Errorf("%d files, and compare takes two", len(j.Paths)), "calibrate compare a.csv b.csv")
			}
			err := f.read(ctx, j)
			if err == nil && f.surveys != nil {
				return command.Unread(errors.New("these are surveys, and compare takes ratings: see calibrate trend"))
			}
			return err
		},
		Flags: func(flags *pflag.FlagSet) {
			command.AddFull(flags, &f.full)
			flags.StringSliceVar(&f.names, "rounds", nil, "a name for each of the two (default: those of the files)")
			flags.Float64Var(&f.options.LessonSD, "lesson-sd", 0, "standard deviation of exact from lesson to lesson, for sets of one or two lessons (default: 0.07)")
			command.AddStandard(flags, &f.standard)
			command.AddConfidence(flags, &f.options.Confidence)
		},
		Check:   f.check,
		Compute: f.ofRatings,
		Gates:   &command.Gated[*rounds.Trend]{Knows: rounds.Knows, Figures: rounds.FiguresOf, Example: "exact=0.6,exact_change=0"},
	}.Command(a)
}
