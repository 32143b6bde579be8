package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats/parallel"
)

// runSafely is run, but that a fault of the program itself is an error like any
// other.
func runSafely(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (code int) {
	defer func() {
		if value := recover(); value != nil {
			fault, ok := value.(*parallel.Fault)
			if !ok {
				fault = &parallel.Fault{Value: value}
			}
			fmt.Fprintf(stderr, "calibrate: %s\n", command.Safe(fault.Error()))
			code = command.ExitOther
		}
	}()
	return run(ctx, args, stdin, stdout, stderr)
}

// run runs the program and returns its exit code. Results go to stdout,
// messages to stderr.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	a := command.NewApp(ctx, stdin, stdout, stderr)
	root := root(a)
	command.AddLogFormat(root, a, args)
	if !completes(args) { // what a shell asks for is parsed twice
		onceEach(root, args)
	}
	help := &command.Watched{Writer: stdout} // cobra drops the errors of what it writes
	root.SetOut(help)
	root.SetArgs(args)
	execute := root.ExecuteContext
	if command.Dropped(root, args) {
		execute = func(ctx context.Context) error { return a.RunDropped(ctx, root, args) }
	}
	err := execute(ctx)
	a.Stderr.Stop()
	if err == nil {
		err = command.StdoutError(help.Err)
	}
	code := command.ExitCode(ctx, err)
	if err != nil && code != command.ExitInterrupted {
		a.Complain(err, code)
	}
	return code
}

// root is the command without a subcommand.
func root(a *command.App) *cobra.Command {
	root := &cobra.Command{
		Use:   "calibrate",
		Short: "How far is your team from a shared understanding of good instruction?",
		Long: `Calibrate reads how administrators rated the same lesson, each on their own,
and says how far the team is from a shared understanding: where it is apart,
why, and what to talk about first.`,
		Example: `  calibrate score ratings.csv
  calibrate score --by role --standard kansas ratings.csv
  calibrate check ratings.csv`,
		Version:       command.Version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return command.Usage(fmt.Errorf("no command %q%s", args[0], suggestions(cmd, args[0])), "run calibrate --help for the commands")
			}
			return nil
		},
		RunE:              func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		PersistentPreRunE: func(cmd *cobra.Command, _ []string) error { return command.ApplySettings(a, cmd) },
	}
	root.SetIn(a.Stdin)
	root.SetErr(a.Stderr)
	root.SetVersionTemplate("calibrate {{.Version}}\n")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return command.Usage(err, "run "+cmd.CommandPath()+" --help for the flags")
	})
	command.AddSettings(root)
	for _, command := range append(slices.Clone(commands), extraCommands...) {
		root.AddCommand(command(a))
	}
	usageOfArguments(root)
	command.SetHelp(root)
	command.CompleteValues(root)
	return root
}

// completes reports whether a shell asks what may come next.
func completes(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// once is a flag that is given once at most: of two values one would be lost
// without a word.
type once struct {
	pflag.Value
	name  string
	given bool
}

func (o *once) Set(s string) error {
	if o.given {
		return errors.New("it is given twice")
	}
	o.given = true
	return o.Value.Set(s)
}

// onceEach refuses flags of the command that args name which are repeated, but
// for lists.
func onceEach(root *cobra.Command, args []string) {
	wrap := func(f *pflag.Flag) {
		_, list := f.Value.(pflag.SliceValue)
		if _, done := f.Value.(*once); !list && !done {
			f.Value = &once{Value: f.Value, name: f.Name}
		}
	}
	for cmd, _, _ := root.Find(args); cmd != nil; cmd = cmd.Parent() {
		cmd.PersistentFlags().VisitAll(wrap)
		cmd.Flags().VisitAll(wrap)
	}
}

// usageOfArguments makes what cobra says of arguments an error of usage.
func usageOfArguments(cmd *cobra.Command) {
	if check := cmd.Args; check != nil {
		cmd.Args = func(cmd *cobra.Command, args []string) error {
			err := check(cmd, args)
			var usage command.UsageError
			if err == nil || errors.As(err, &usage) {
				return err
			}
			return command.Usage(err, "run "+cmd.CommandPath()+" --help for the arguments")
		}
	}
	for _, child := range cmd.Commands() {
		usageOfArguments(child)
	}
}

// suggestions names commands that look like what was typed.
func suggestions(cmd *cobra.Command, typed string) string {
	if near := cmd.SuggestionsFor(typed); len(near) > 0 {
		return ": did you mean " + strings.Join(near, " or ") + "?"
	}
	return ""
}
