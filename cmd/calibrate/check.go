package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/report"
)

// checkFlags are the flags of check.
type checkFlags struct {
	readFlags
	format  string
	explain bool
}

// check says what would be read, and everything odd.
func (a *app) check() *cobra.Command {
	f := &checkFlags{}
	cmd := &cobra.Command{
		Use:   "check FILE…",
		Short: "What would be read, and everything odd, with file, row and column",
		Long: `Check reads ratings as score does and computes nothing. It prints which column
is what, the first ratings as they were understood, and every problem. It ends
with 3 where a problem is fatal.`,
		Example: `  calibrate check ratings.csv
  calibrate check --explain ratings.csv
  calibrate check --format json ratings.csv`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runCheck(cmd.Context(), f, args) },
	}
	f.add(cmd)
	cmd.Flags().StringVar(&f.format, "format", "text", "how to show it: text, json")
	cmd.Flags().BoolVar(&f.explain, "explain", false, "show what each column was taken for, and why")
	return cmd
}

// runCheck prints what was read. Faults are part of the result; they end the
// command with the exit code of bad input and no further message.
func (a *app) runCheck(ctx context.Context, f *checkFlags, paths []string) error {
	if f.format != "text" && f.format != "json" {
		return usageError{fmt.Errorf("no format %q: there are text, json", f.format), ""}
	}
	o, err := f.parse(a)
	if err != nil {
		return err
	}
	reading, err := input.Read(ctx, paths, o)
	var faults *input.Faults
	if err != nil && (!errors.As(err, &faults) || reading == nil) {
		return inputError{err}
	}
	check := newChecked(reading, faults != nil)
	var content bytes.Buffer
	if f.format == "json" {
		err = report.WriteJSON(&content, check)
	} else {
		err = report.WriteText(&content, check.document(f.explain), a.looks())
	}
	if err != nil {
		return err
	}
	if err := a.print(&content); err != nil {
		return err
	}
	if faults != nil {
		return inputError{errSaid}
	}
	return nil
}

// errSaid is an error whose words the result holds already.
var errSaid = errors.New("said in the result")
