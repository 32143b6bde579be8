package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
)

// Exit codes.
const (
	exitDone        = 0
	exitUnmet       = 1
	exitUsage       = 2
	exitInput       = 3
	exitOther       = 4
	exitInterrupted = 130
)

// app is what every command needs of its surroundings.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	stderr *progress
}

// run runs the program and returns its exit code. Results go to stdout,
// messages to stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := &app{&interruptible{ctx: ctx, below: stdin}, stdout, &progress{out: stderr}}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	a.stderr.stop()
	code := exitCode(ctx, err)
	if err != nil && code != exitDone && code != exitInterrupted {
		a.complain(err)
	}
	return code
}

// commands lists the subcommands.
var commands = []func(*app) *cobra.Command{
	(*app).score,
	(*app).check,
	(*app).plan,
	(*app).stats,
	(*app).archive,
	(*app).reasons,
	(*app).agenda,
	(*app).render,
	(*app).rubric,
	(*app).template,
	(*app).anonymize,
	(*app).schema,
}

// root is the command without a subcommand.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "calibrate",
		Short: "How far is your team from a shared understanding of good instruction?",
		Long: `Calibrate reads how administrators rated the same lesson, each on their own,
and says how far the team is from a shared understanding: where it is apart,
why, and what to talk about first.`,
		Example: `  calibrate score ratings.csv
  calibrate score --by role --standard kansas ratings.csv
  calibrate check ratings.csv`,
		Version:           version(),
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{HiddenDefaultCmd: true},
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return usageError{fmt.Errorf("no command %q%s", args[0], suggestions(cmd, args[0])), "run calibrate --help for the commands"}
			}
			return nil
		},
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return applySettings(cmd) },
	}
	root.SetIn(a.stdin)
	root.SetOut(a.stdout)
	root.SetErr(a.stderr)
	root.SetVersionTemplate("calibrate {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return usageError{err, "run " + cmd.CommandPath() + " --help for the flags"}
	})
	for _, command := range commands {
		root.AddCommand(command(a))
	}
	return root
}

// suggestions names commands that look like what was typed.
func suggestions(cmd *cobra.Command, typed string) string {
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		return ": did you mean " + strings.Join(near, " or ") + "?"
	}
	return ""
}

// usageError is a mistake in the command line, with what to do.
type usageError struct {
	err  error
	hint string
}

func (e usageError) Error() string { return e.err.Error() }
func (e usageError) Unwrap() error { return e.err }

// analysisError is an error of the analysis, with what to do where the command
// line asked for what the ratings do not have.
func analysisError(err error) error {
	var unknown *calibrate.UnknownColumnError
	var keyless *calibrate.NeedsMasterError
	switch {
	case errors.As(err, &unknown):
		return usageError{err, "see what was read with calibrate check"}
	case errors.As(err, &keyless):
		return usageError{err, "name it with --master"}
	}
	return err
}

// inputError is trouble with what was to be read.
type inputError struct{ error }

func (e inputError) Unwrap() error { return e.error }

// unmetError says which thresholds of --fail-under are not met.
type unmetError []string

func (e unmetError) Error() string { return "--fail-under is not met: " + strings.Join(e, "; ") }

// exitCode maps an error to the exit code.
func exitCode(ctx context.Context, err error) int {
	var usage usageError
	var read inputError
	var unmet unmetError
	switch {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return exitDone
	case ctx.Err() != nil:
		return exitInterrupted
	case errors.As(err, &unmet):
		return exitUnmet
	case errors.As(err, &usage):
		return exitUsage
	case errors.As(err, &read):
		return exitInput
	}
	return exitOther
}

// complain writes an error to stderr, each fault on a line, then a hint.
func (a *app) complain(err error) {
	var faults *input.Faults
	if errors.As(err, &faults) {
		for _, fault := range *faults {
			fmt.Fprintf(a.stderr, "calibrate: %v\n", fault)
		}
		return
	}
	if errors.Is(err, errSaid) {
		return
	}
	fmt.Fprintf(a.stderr, "calibrate: %v\n", err)
	var usage usageError
	if errors.As(err, &usage) && usage.hint != "" {
		fmt.Fprintf(a.stderr, "hint: %s\n", usage.hint)
	}
}
