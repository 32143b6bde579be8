package main

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// A command reads ratings, computes something of them and writes it. All
// commands that read ratings have this one shape: they read, warn, format and
// write alike, and a subcommand's file holds its own flags and what it
// computes.
type command[T any] struct {
	use, short, long, example string

	shape report.Shape[T]
	// choose returns the shape where flags decide it; nil means shape.
	choose func() report.Shape[T]
	// flags defines the command's own flags.
	flags func(*pflag.FlagSet)
	// check holds them against what there is, before anything is read.
	check func(*job) error
	// compute makes the result of what was read.
	compute func(context.Context, *job) (T, error)
	// beside returns files to write beside the result, all or none with it.
	beside func(context.Context, *job, T) ([]outfile.File, error)
	// after is what is left to say when the result is written.
	after func(*job, T) error
	// gates are what --fail-under and --fail-over can hold.
	gates *gated[T]
	// alone says that it also works without a file.
	alone bool
	// input defines the flags of what is read in place of ratings, and read
	// reads it.
	input func(*job, *cobra.Command)
	read  func(context.Context, *job) error
	// single says that the ratings of one rater will do.
	single bool
	// faulty says that the result shows the faults of what cannot be read.
	faulty bool
}

// job is one run of a command: its flags, and what was read.
type job struct {
	*app
	readFlags
	outputFlags
	runFlags
	gateFlags
	hashing  hashing
	run      *calibrate.Run
	paths    []string
	reading  *input.Reading
	readings []*input.Reading // of several files that are read apart
	faults   *input.Faults    // where the command is faulty
}

// command returns the cobra command.
func (c command[T]) command(a *app) *cobra.Command {
	j := &job{app: a}
	cmd := &cobra.Command{
		Use: c.use, Short: c.short, Long: c.long, Example: c.example, Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			j.paths = args
			return c.run(cmd.Context(), j)
		},
	}
	if c.alone {
		cmd.Args = cobra.ArbitraryArgs
	}
	if c.input != nil {
		c.input(j, cmd)
	} else {
		j.readFlags.add(cmd)
	}
	if c.flags != nil {
		c.flags(cmd.Flags())
	}
	if c.gates != nil {
		j.gateFlags.add(cmd.Flags(), c.gates.example)
	}
	j.outputFlags.add(cmd, c.shape.TableIDs())
	j.runFlags.add(cmd.Flags())
	return cmd
}

// run checks, reads, computes and writes.
func (c command[T]) run(ctx context.Context, j *job) (err error) {
	if err := j.outputFlags.parse(j.paths); err != nil {
		return err
	}
	if j.run, err = j.runFlags.parse(); err != nil {
		return err
	}
	if c.gates != nil {
		if err := j.gateFlags.parse(j.flags, c.gates.knows, c.gates.example); err != nil {
			return err
		}
	}
	if c.check != nil {
		if err := c.check(j); err != nil {
			return err
		}
	}
	defer j.close()
	read := c.read
	if read == nil {
		read = func(ctx context.Context, j *job) error { return j.read(ctx, c.faulty, !c.single) }
	}
	if len(j.paths) > 0 {
		j.hashing.start(j.paths)
	}
	if err := read(ctx, j); err != nil {
		return err
	}
	result, err := c.compute(ctx, j)
	if err != nil {
		return analysisError(err)
	}
	j.stamp(result)
	if c.gates != nil && len(j.list) > 0 {
		if err := j.hold(result, c.gates.figures(result)); err != nil {
			return err
		}
	}
	if err := c.write(ctx, j, result); err != nil {
		return err
	}
	j.mention()
	if c.after != nil {
		if err := c.after(j, result); err != nil {
			return err
		}
	}
	return j.unmet()
}

// write writes the result and what goes beside it: all files, or none.
func (c command[T]) write(ctx context.Context, j *job, result T) error {
	shape := c.shape
	if c.choose != nil {
		shape = c.choose()
	}
	files, content, err := j.render(j.app, shape.Of(result))
	if err != nil {
		return err
	}
	if c.beside != nil {
		more, err := c.beside(ctx, j, result)
		if err != nil {
			return err
		}
		files = append(files, more...)
	}
	for _, r := range j.readings {
		if err := r.Err(); err != nil { // a reason could not be read again
			return inputError{err}
		}
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	return j.finish(j.app, content)
}

// close lets go of what was read.
func (j *job) close() {
	for _, r := range j.readings {
		r.Close()
	}
}

// read reads the files as one set of ratings. Faults end a command that does
// not show them.
func (j *job) read(ctx context.Context, faulty, shared bool) error {
	if len(j.paths) == 0 {
		return nil // of a command that works alone
	}
	return j.readFiles(ctx, j.paths, faulty, shared)
}

func (j *job) readFiles(ctx context.Context, paths []string, faulty, shared bool) error {
	o, err := j.readFlags.parse(j.stdin)
	if err != nil {
		return err
	}
	o.Shared = shared
	o.Stdin = j.hashing.pass(o.Stdin)
	budgetMemory(paths)
	if !j.quiet {
		j.stderr.start()
		o.Progress = j.stderr.tell
	}
	reading, err := input.Read(ctx, paths, o)
	if faulty && reading != nil && errors.As(err, &j.faults) {
		err = nil
	}
	if err != nil {
		return inputError{err}
	}
	if len(o.Sheets) > 0 && reading != nil && len(reading.Files) > 0 && !slices.ContainsFunc(reading.Files, func(f input.File) bool { return f.Sheet != "" }) {
		return usageError{errors.New("--sheet chooses of a workbook, and this is none"), "leave --sheet out"}
	}
	j.reading = reading
	j.readings = append(j.readings, reading)
	return nil
}

// mention says on standard error how much the reading repaired or warns of.
func (j *job) mention() {
	if j.quiet || j.reading == nil || j.faults != nil {
		return
	}
	repairs, warnings := 0, 0
	for _, r := range j.readings {
		for _, p := range r.Problems {
			switch p.Severity {
			case input.Repair:
				repairs++
			case input.Warning:
				warnings++
			}
		}
	}
	if s := repaired(repairs, warnings); s != "" {
		file := "FILE"
		if len(j.paths) == 1 && j.paths[0] != "-" {
			file = j.paths[0]
		}
		j.say("%s while reading; calibrate check %s lists %s", s, file, wording.Plural(repairs+warnings, "it", "them"))
	}
}
