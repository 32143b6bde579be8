// Package command is what all subcommands share: the shape of a command that
// reads ratings and writes a result, its flags, settings, gates and messages,
// and how an error becomes an exit code.
package command

import (
	"context"
	"errors"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// A command reads ratings, computes something of them and writes it. All
// commands that read ratings have this one shape: they read, warn, format and
// write alike, and a subcommand's file holds its own flags and what it
// computes.
type Command[T any] struct {
	Use, Short, Long, Example string

	Shape report.Shape[T]
	// Choose returns the shape where flags decide it; nil means shape.
	Choose func() report.Shape[T]
	// Flags defines the command's own flags.
	Flags func(*pflag.FlagSet)
	// Check holds them against what there is, before anything is read.
	Check func(*Job) error
	// Compute makes the result of what was read.
	Compute func(context.Context, *Job) (T, error)
	// Beside returns files to write beside the result, all or none with it.
	Beside func(context.Context, *Job, T) ([]outfile.File, error)
	// After is what is left to say when the result is written.
	After func(*Job, T) error
	// Gates are what --fail-under and --fail-over can hold.
	Gates *Gated[T]
	// Alone says that it also works without a file.
	Alone bool
	// Input defines the flags of what is read in place of ratings, and read
	// reads it.
	Input func(*Job, *cobra.Command)
	Read  func(context.Context, *Job) error
	// Single says that the ratings of one rater will do.
	Single bool
	// Faulty says that the result shows the faults of what cannot be read.
	Faulty bool
}

// Job is one run of a command: its flags, and what was read.
type Job struct {
	*App
	ReadFlags
	OutputFlags
	runFlags
	gateFlags
	Hashing  hashing
	run      *calibrate.Run
	Paths    []string
	Reading  *input.Reading
	readings []*input.Reading // of several files that are read apart
	before   []int            // how many inputs stand before those of each reading
	Faults   *problem.Faults  // where the command is faulty
}

// Command returns the cobra command.
func (c Command[T]) Command(a *App) *cobra.Command {
	j := &Job{App: a}
	cmd := &cobra.Command{
		Use: c.Use, Short: c.Short, Long: c.Long, Example: c.Example, Args: FilesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			j.Paths = args
			return c.run(cmd.Context(), j)
		},
	}
	if c.Alone {
		cmd.Args = cobra.ArbitraryArgs
	}
	if c.Input != nil {
		c.Input(j, cmd)
	} else {
		j.ReadFlags.Add(cmd)
	}
	if c.Flags != nil {
		c.Flags(cmd.Flags())
	}
	if c.Gates != nil {
		j.gateFlags.add(cmd.Flags(), c.Gates.Example)
	}
	j.OutputFlags.Add(cmd, c.Shape.TableIDs())
	j.runFlags.add(cmd.Flags())
	return cmd
}

// run checks, reads, computes and writes.
func (c Command[T]) run(ctx context.Context, j *Job) (err error) {
	if err := j.OutputFlags.Parse(j.Paths); err != nil {
		return err
	}
	if j.run, err = j.runFlags.parse(); err != nil {
		return err
	}
	if c.Gates != nil {
		if err := j.gateFlags.parse(j.flags, c.Gates.Knows, c.Gates.Example); err != nil {
			return err
		}
	}
	if c.Check != nil {
		if err := c.Check(j); err != nil {
			return err
		}
	}
	defer j.close()
	read := c.Read
	if read == nil {
		read = func(ctx context.Context, j *Job) error { return j.Read(ctx, c.Faulty, !c.Single) }
	}
	if len(j.Paths) > 0 {
		j.Hashing.start(j.Paths)
	}
	if err := read(ctx, j); err != nil {
		return err
	}
	result, err := c.Compute(ctx, j)
	if err != nil {
		return analysisError(err)
	}
	j.stamp(result)
	if c.Gates != nil && len(j.list) > 0 {
		if err := j.hold(result, c.Gates.Figures(result)); err != nil {
			return err
		}
	}
	if err := c.write(ctx, j, result); err != nil {
		return err
	}
	j.mention()
	if c.After != nil {
		if err := c.After(j, result); err != nil {
			return err
		}
	}
	return j.unmet()
}

// write writes the result and what goes beside it: all files, or none.
func (c Command[T]) write(ctx context.Context, j *Job, result T) error {
	shape := c.Shape
	if c.Choose != nil {
		shape = c.Choose()
	}
	files, content, err := j.Render(j.App, shape.Of(result))
	if err != nil {
		return err
	}
	if c.Beside != nil {
		more, err := c.Beside(ctx, j, result)
		if err != nil {
			return err
		}
		files = append(files, more...)
	}
	for _, r := range j.readings {
		if err := r.Err(); err != nil { // a reason could not be read again
			return Unread(err)
		}
	}
	if err := WriteFiles(files); err != nil {
		return err
	}
	return j.Finish(j.App, content)
}

// close lets go of what was read.
func (j *Job) close() {
	for _, r := range j.readings {
		r.Close()
	}
}

// Read reads the files as one set of ratings. Faults end a command that does
// not show them.
func (j *Job) Read(ctx context.Context, faulty, shared bool) error {
	if len(j.Paths) == 0 {
		return nil // of a command that works alone
	}
	return j.ReadFiles(ctx, j.Paths, faulty, shared)
}

func (j *Job) ReadFiles(ctx context.Context, paths []string, faulty, shared bool) error {
	o, err := j.ReadFlags.Parse(j.Stdin)
	if err != nil {
		return err
	}
	o.Shared = shared
	o.Stdin = j.Hashing.Pass(o.Stdin)
	budgetMemory(paths)
	if !j.Quiet {
		j.Stderr.start()
		o.Progress = j.Stderr.tell
	}
	reading, err := input.Read(ctx, paths, o)
	if faulty && reading != nil && errors.As(err, &j.Faults) {
		err = nil
	}
	if err != nil {
		return Unread(err)
	}
	if len(o.Sheets) > 0 && reading != nil && len(reading.Files) > 0 && !slices.ContainsFunc(reading.Files, func(f input.File) bool { return f.Sheet != "" }) {
		return Usage(errors.New("--sheet chooses of a workbook, and this is none"), "leave --sheet out")
	}
	j.Reading = reading
	j.readings = append(j.readings, reading)
	j.before = append(j.before, len(source.Files(j.Paths[:slices.Index(j.Paths, paths[0])])))
	return nil
}

// mention says on standard error how much the reading repaired or warns of.
func (j *Job) mention() {
	if j.Quiet || j.Reading == nil || j.Faults != nil {
		return
	}
	repairs, warnings := 0, 0
	for _, r := range j.readings {
		for _, p := range r.Problems {
			switch p.Severity {
			case problem.Repair:
				repairs++
			case problem.Warning:
				warnings++
			}
		}
	}
	if s := repaired(repairs, warnings); s != "" {
		file := "FILE"
		if len(j.Paths) == 1 && j.Paths[0] != "-" {
			file = j.Paths[0]
		}
		j.Say("%s while reading; calibrate check %s lists %s", s, file, wording.Plural(repairs+warnings, "it", "them"))
	}
}
