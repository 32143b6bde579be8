package main

import (
	"context"
	"fmt"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// checkCommand says what would be read, and everything odd. Faults are part of
// the result; they end the command with the exit code of bad input and no
// further message.
func checkCommand(a *command.App) *cobra.Command {
	explain, settings := false, ""
	return command.Command[*checked]{
		Use:   "check FILE…",
		Short: "What would be read, and everything odd, with file, row and column",
		Long: `Check reads ratings as score does and computes nothing. It prints which column
is what, the first ratings as they were understood, and every problem. It ends
with 3 where a problem is fatal.`,
		Example: `  calibrate check ratings.csv
  calibrate check --explain ratings.csv
  calibrate check --format json ratings.csv`,
		Shape: checkShape,
		Flags: func(flags *pflag.FlagSet) {
			flags.BoolVar(&explain, "explain", false, "show what each column was taken for, and why")
			flags.StringVar(&settings, "settings-out", "", "write the reading as settings, for files like this one")
		},
		Faulty: true,
		Single: true,
		Compute: func(_ context.Context, j *command.Job) (*checked, error) {
			c := newChecked(j.Reading, j.Faults != nil)
			c.explain = explain
			return c, nil
		},
		Beside: func(_ context.Context, j *command.Job, _ *checked) ([]outfile.File, error) {
			if settings == "" || j.Faults != nil {
				return nil, nil
			}
			content, err := command.ReadingSettings(j.Reading, &j.ReadFlags)
			return []outfile.File{{Path: settings, Content: content, Mode: 0o644}}, err
		},
		After: func(j *command.Job, _ *checked) error {
			switch {
			case j.Faults == nil:
				return nil
			case j.Output != "": // who reads standard error has not seen them
				return command.Unread(j.Faults)
			}
			return command.Unread(fmt.Errorf("%w: %w", command.ErrSaid, j.Faults))
		},
	}.Command(a)
}
