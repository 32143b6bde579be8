package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// reasonsFlags are the flags of reasons.
type reasonsFlags struct {
	readFlags
	format, output, table string
	options               calibrate.Options
}

// reasons lists what was written.
func (a *app) reasons() *cobra.Command {
	f := &reasonsFlags{}
	cmd := &cobra.Command{
		Use:   "reasons FILE…",
		Short: "Every reason with its class, and every pair of reasons with what it may mean",
		Long: `Reasons says of every reason whether it rests on evidence (what another person
with the same video could check), on opinion, on both, or says nothing of the
lesson, and which words led to that. Two reasons for the same rating that are
alike are a shared understanding; unlike, the agreement may be luck. Like
reasons for different ratings show a line of the rubric that may be unclear.

Names and e-mail addresses are left out as far as they are found, and people
stand under the pseudonyms of calibrate score. It reads English.`,
		Example: `  calibrate reasons ratings.csv
  calibrate reasons --format json ratings.csv
  calibrate reasons --format csv --table pairs ratings.csv`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.format = formatOf(cmd.Flags(), report.ReasonsFormats, f.output)
			return a.runReasons(cmd.Context(), f, args)
		},
	}
	f.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", report.ReasonsFormats[0].ID, "how to show it: text, json or csv")
	flags.StringVar(&f.table, "table", "", tablesHelp(report.ReasonsTables))
	flags.StringVarP(&f.output, "output", "o", "", "write to a file")
	flags.BoolVar(&f.options.NoQuotes, "no-quotes", false, "leave out what was written: classes and pairs alone")
	flags.Uint64Var(&f.options.Seed, "seed", 1, "of everything that is drawn at random")
	return cmd
}

// runReasons reads, compares and writes.
func (a *app) runReasons(ctx context.Context, f *reasonsFlags, paths []string) error {
	format, err := f.check(paths)
	if err != nil {
		return err
	}
	reading, err := f.read(ctx, a, paths)
	if err != nil {
		return err
	}
	list, err := calibrate.ListReasons(ctx, studyOf(reading), f.options)
	if err != nil {
		return err
	}
	return a.put(f.output, f.table, func(w io.Writer, o report.Options) error { return format.Write(w, list, o) })
}

// check holds the flags against what there is.
func (f *reasonsFlags) check(paths []string) (*report.ReasonsFormat, error) {
	format, err := report.LookupReasons(f.format)
	if err != nil {
		return nil, usageError{err, ""}
	}
	if _, err := report.LookupTable(report.ReasonsTables, f.table); err != nil {
		return nil, usageError{err, ""}
	}
	return format, notOver("--output", f.output, paths)
}
