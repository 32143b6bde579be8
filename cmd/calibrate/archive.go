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
)

// archiveCommand reports on each part of a large file in one line.
func archiveCommand(a *app) *cobra.Command {
	var o calibrate.Options
	var standard string
	cmd := command[*calibrate.Archive]{
		use:   "archive --by COLUMN FILE…",
		short: "One line for each school or round of an archive: verdict, agreement, distance",
		long: `Archive reads the ratings of many schools, rounds or teams in one pass and prints
one line for each: what calibrate score says first of these rows alone. All
rounds are read unless --round names one; reasons are not.`,
		example: `  calibrate archive --by school ratings.csv
  calibrate archive --by round --format json ratings.csv.gz > rounds.jsonl
  psql -c 'COPY ratings TO STDOUT CSV HEADER' | calibrate archive --by school -`,
		shape: report.Archive,
		flags: func(flags *pflag.FlagSet) {
			flags.StringVar(&o.By, "by", "", "school, lesson, indicator, round or another column: a line each")
			addStandard(flags, &standard)
			addConfidence(flags, &o.Confidence)
		},
		check: func(j *job) (err error) {
			if o.By == "" {
				return usageError{errors.New("--by is missing: what to report on"), "for example --by school, or --by round"}
			}
			if o.Standard, err = parseStandard(standard); err != nil {
				return err
			}
			if o.Standard.NeedsMaster {
				return usageError{fmt.Errorf("the standard %s compares with an answer key, and an archive has none", o.Standard.ID), "choose district, naep or kansas"}
			}
			if j.options.Round == "" {
				j.options.Round = "all"
			}
			j.options.WithoutReasons = true
			return checkConfidence(o.Confidence)
		},
		gates: &gated[*calibrate.Archive]{gates.LineKnows, gates.OfArchive, "exact=0.6,verdict=partly_aligned"},
		compute: func(ctx context.Context, j *job) (*calibrate.Archive, error) {
			lines, err := analysis.ArchiveOf(ctx, j.reading.Study(), o)
			if err == nil && len(lines.Rows) == 0 {
				err = inputError{fmt.Errorf("no rating has a value in the column %s", lines.By)}
			}
			return lines, err
		},
		after: func(j *job, lines *calibrate.Archive) error {
			if n := lines.Outside; n > 0 && !j.quiet && j.format.ID != format.Formats[0].ID {
				j.say("without a value in the column %s, and in no line: %d", lines.By, n)
			}
			return nil
		},
	}.command(a)
	cmd.Flags().Lookup("round").Usage = "the round to read, of several (default: all)"
	return cmd
}
