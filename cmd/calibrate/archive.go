package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// archiveFlags are the flags of archive.
type archiveFlags struct {
	readFlags
	format, output, standard string
	options                  calibrate.Options
	chosen                   *report.ArchiveFormat
}

// archive reports on each part of a large file in one line.
func (a *app) archive() *cobra.Command {
	f := &archiveFlags{}
	cmd := &cobra.Command{
		Use:   "archive --by COLUMN FILE…",
		Short: "One line for each school or round of an archive: verdict, agreement, distance",
		Long: `Archive reads the ratings of many schools, rounds or teams in one pass and prints
one line for each: what calibrate score says first of these rows alone. All
rounds are read unless --round names one; reasons are not.`,
		Example: `  calibrate archive --by school ratings.csv
  calibrate archive --by round --format json ratings.csv.gz > rounds.jsonl
  psql -c 'COPY ratings TO STDOUT CSV HEADER' | calibrate archive --by school --format csv -`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.format = formatOf(cmd.Flags(), report.ArchiveFormats, f.output)
			return a.runArchive(cmd.Context(), f, args)
		},
	}
	f.readFlags.add(cmd)
	flags := cmd.Flags()
	flags.Lookup("round").Usage = "the round to read, of several (default: all)"
	flags.StringVar(&f.options.By, "by", "", "a column such as school, or lesson, indicator or round: one line for each of its values")
	flags.StringVar(&f.format, "format", report.ArchiveFormats[0].ID, formatsHelp(report.ArchiveFormats))
	flags.StringVarP(&f.output, "output", "o", "", "write to a file")
	flags.StringVar(&f.standard, "standard", calibrate.Standards[0].ID, standardsHelp())
	flags.Float64Var(&f.options.Confidence, "confidence", calibrate.DefaultConfidence, "of the intervals, 0.5 to 0.999")
	return cmd
}

// runArchive reads, reports and writes.
func (a *app) runArchive(ctx context.Context, f *archiveFlags, paths []string) error {
	if err := f.parseArchive(paths); err != nil {
		return err
	}
	reading, err := f.read(ctx, a, paths)
	if err != nil {
		return err
	}
	lines, err := calibrate.Lines(ctx, studyOf(reading), f.options)
	if err != nil {
		return analysisError(err)
	}
	if len(lines.Lines) == 0 {
		return inputError{fmt.Errorf("no rating has a value in the column %s", lines.By)}
	}
	a.mention(f.quiet, reading)
	if n := lines.Outside; n > 0 && !f.quiet && f.chosen.ID != report.ArchiveFormats[0].ID {
		fmt.Fprintf(a.stderr, "calibrate: without a value in the column %s, and in no line: %d\n", lines.By, n)
	}
	return a.put(f.output, "", func(w io.Writer, o report.Options) error { return f.chosen.Write(w, lines, o) })
}

// parseArchive checks all flags before any rating is read.
func (f *archiveFlags) parseArchive(paths []string) error {
	var err error
	if f.options.By == "" {
		return usageError{errors.New("--by is missing: what to report on"), "for example --by school, or --by round"}
	}
	if f.chosen, err = report.LookupArchive(f.format); err != nil {
		return usageError{err, ""}
	}
	if f.options.Standard, err = calibrate.ParseStandard(f.standard); err != nil {
		return usageError{err, ""}
	}
	if f.options.Standard.NeedsMaster {
		return usageError{fmt.Errorf("the standard %s compares with an answer key, and an archive has none", f.options.Standard.ID), "choose district, naep or kansas"}
	}
	if err := checkConfidence(f.options.Confidence); err != nil {
		return err
	}
	if f.readFlags.options.Round == "" {
		f.readFlags.options.Round = "all"
	}
	f.readFlags.options.WithoutReasons = true
	return notOver("--output", f.output, paths)
}
