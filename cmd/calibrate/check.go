package main

import (
	"context"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// checkCommand says what would be read, and everything odd. Faults are part of
// the result; they end the command with the exit code of bad input and no
// further message.
func checkCommand(a *app) *cobra.Command {
	explain, settings := false, ""
	return command[*checked]{
		use:   "check FILE…",
		short: "What would be read, and everything odd, with file, row and column",
		long: `Check reads ratings as score does and computes nothing. It prints which column
is what, the first ratings as they were understood, and every problem. It ends
with 3 where a problem is fatal.`,
		example: `  calibrate check ratings.csv
  calibrate check --explain ratings.csv
  calibrate check --format json ratings.csv`,
		shape: checkShape,
		flags: func(flags *pflag.FlagSet) {
			flags.BoolVar(&explain, "explain", false, "show what each column was taken for, and why")
			flags.StringVar(&settings, "settings-out", "", "write the reading as settings, for files like this one")
		},
		faulty: true,
		single: true,
		compute: func(_ context.Context, j *job) (*checked, error) {
			c := newChecked(j.reading, j.faults != nil)
			c.explain = explain
			return c, nil
		},
		beside: func(_ context.Context, j *job, _ *checked) ([]outfile.File, error) {
			if settings == "" || j.faults != nil {
				return nil, nil
			}
			content, err := readingSettings(j.reading, &j.readFlags)
			return []outfile.File{{Path: settings, Content: content, Mode: 0o644}}, err
		},
		after: func(j *job, _ *checked) error {
			if j.faults != nil {
				return inputError{errSaid}
			}
			return nil
		},
	}.command(a)
}
