package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// archiveCommand reports on each part of a large file in one line.
func archiveCommand(a *command.App) *cobra.Command {
	var o calibrate.Options
	var standard string
	cmd := command.Command[*calibrate.Archive]{
		Use:   "archive --by COLUMN FILE…",
		Short: "One line for each school or round of an archive: verdict, agreement, distance",
		Long: `Archive reads the ratings of many schools, rounds or teams in one pass and prints
one line for each: what calibrate score says first of these rows alone. All
rounds are read unless --round names one; reasons are not.`,
		Example: `  calibrate archive --by school ratings.csv
  calibrate archive --by round --format json ratings.csv.gz > rounds.jsonl
  psql -c 'COPY ratings TO STDOUT CSV HEADER' | calibrate archive --by school -`,
		Shape: report.Archive,
		Flags: func(flags *pflag.FlagSet) {
			flags.StringVar(&o.By, "by", "", "school, lesson, indicator, round or another column: a line each")
			command.AddStandard(flags, &standard)
			command.AddConfidence(flags, &o.Confidence)
		},
		Check: func(j *command.Job) (err error) {
			if o.By == "" {
				return command.Usage(errors.New("--by is missing: what to report on"), "for example --by school, or --by round")
			}
			if o.Standard, err = command.ParseStandard(standard); err != nil {
				return err
			}
			if o.Standard.NeedsMaster {
				return command.Usage(fmt.Errorf("the standard %s compares with an answer key, and an archive has none", o.Standard.ID), "choose district, naep or kansas")
			}
			if j.Options.Round == "" {
				j.Options.Round = "all"
			}
			j.Options.WithoutReasons = true
			return command.CheckConfidence(o.Confidence)
		},
		Gates: &command.Gated[*calibrate.Archive]{Knows: gates.LineKnows, Figures: gates.OfArchive, Example: "exact=0.6,verdict=partly_aligned"},
		Compute: func(ctx context.Context, j *command.Job) (*calibrate.Archive, error) {
			lines, err := analysis.ArchiveOf(ctx, j.Reading.Study(), o)
			if err != nil {
				return nil, err
			}
			if lines.Withheld > 0 && len(lines.Rows) == 0 {
				return nil, command.Unread(fmt.Errorf("every group of %s is under three people, or could be worked out from the others", lines.By))
			}
			if lines.Round = j.Options.Round; len(lines.Rows) == 0 {
				return nil, command.Unread(fmt.Errorf("no rating has a value in the column %s", lines.By))
			}
			return lines, nil
		},
		After: func(j *command.Job, lines *calibrate.Archive) error {
			if n := lines.Withheld; n > 0 && !j.Quiet {
				j.Say("%s left out: groups of fewer than three people, and those from which they could be worked out", wording.Count(n, "line"))
			}
			if n := lines.Outside; n > 0 && !j.Quiet && j.Format.ID != format.Formats[0].ID {
				j.Say("without a value in the column %s, and in no line: %d", lines.By, n)
			}
			return nil
		},
	}.Command(a)
	cmd.Flags().Lookup("round").Usage = "the round to read, of several (default: all)"
	return cmd
}
