package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/layout/recognize"
	"github.com/cb401426/calibrate/calibrate/input/settings"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/stats/parallel"
)

// ReadFlags are the flags of every command that reads ratings.
type ReadFlags struct {
	columns []string
	missing []string
	same    []string
	scale   string
	rubric  string
	memory  string
	Options input.Options
	Quiet   bool
}

// Repeated is a flag that is given again for each of its values. That of pflag
// writes its values as CSV whenever a command is made, with a buffer for each:
// half of what a start allocated.
type Repeated struct{ Values *[]string }

func (r Repeated) Set(s string) error            { return r.Append(s) }
func (r Repeated) Append(s string) error         { *r.Values = append(*r.Values, s); return nil }
func (r Repeated) Replace(values []string) error { *r.Values = values; return nil }
func (r Repeated) GetSlice() []string            { return *r.Values }
func (r Repeated) Type() string                  { return "stringArray" }
func (r Repeated) String() string                { return strings.Join(*r.Values, ",") }

func (f *ReadFlags) Add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.Var(Repeated{&f.columns}, "columns", "which column is what: rater=Email,lesson=Video+Clip,ignore=@C")
	flags.StringVar(&f.scale, "scale", "", "the levels of the scale: 1-4, 1,3,5 or Low,Mid,High; observed, nominal or checklist")
	flags.Var(Repeated{&f.missing}, "missing", "what stands for a missing score: 99,-9")
	flags.StringVar(&f.rubric, "rubric", "", "a built-in rubric, or a file: see calibrate rubric list")
	flags.StringVar(&f.Options.Layout, "layout", "", "how the file is laid out: "+strings.Join(layoutIDs(), ", "))
	flags.StringVar(&f.Options.Round, "round", "", "the round to read, of several (default: the last)")
	flags.Var(Repeated{&f.Options.Sheets}, "sheet", "the sheets of a workbook to read, of several")
	flags.BoolVar(&f.Options.Hidden, "hidden", false, "read hidden sheets, rows and columns too")
	flags.Var(Repeated{&f.same}, "same", "names that are one: \"Lesson 1=Lesson1\", or none")
	flags.StringVar(&f.Options.Encoding, "encoding", "", "of text files: windows-1252, macroman, …")
	flags.StringVar(&f.Options.Duplicates, "duplicates", "", "of two ratings by one person: latest, highest, lowest, mean or drop")
	flags.BoolVar(&f.Options.Strict, "strict", false, "take any repair of the input as an error")
	flags.StringVar(&f.memory, "memory", "", "memory that the reading may take (default: 4GiB)")
	flags.BoolVarP(&f.Quiet, "quiet", "q", false, "no messages but errors")
	Complete(cmd, "rubric", rubricIDs())
	Complete(cmd, "layout", layoutIDs())
	Complete(cmd, "duplicates", []string{"latest", "highest", "lowest", "mean", "drop"})
}

// Complete offers values of a flag to the shell.
func Complete(cmd *cobra.Command, flag string, values []string) {
	err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveDefault))
	if err != nil {
		panic(err) // the flag is defined beside
	}
}

// layoutIDs lists the layouts that can be read.
func layoutIDs() []string {
	var ids []string
	for _, l := range recognize.Layouts {
		ids = append(ids, l.ID)
	}
	return ids
}

// Same are the names that --same says are one.
func (f *ReadFlags) Same() []string { return settings.ParseSame(f.same) }

// Parse turns the flags into options; an error is one of usage.
func (f *ReadFlags) Parse(stdin io.Reader) (input.Options, error) {
	o := f.Options
	o.Stdin = stdin
	o.Survey = answers.Looks
	o.Missing, o.Same = settings.ParseList(f.missing), f.Same()
	if err := o.Check(); err != nil {
		return o, Usage(err, "")
	}
	o.Memory = memoryToRead()
	if f.memory != "" {
		var err error
		if o.Memory, err = source.ParseMemory(f.memory); err != nil {
			return o, Usage(fmt.Errorf("--memory %w", err), "")
		}
	}
	columns, err := settings.ParseColumns(f.columns)
	if err != nil {
		return o, Usage(err, "for example --columns rater=Email,score=Rating")
	}
	o.Columns = columns
	if o.Scale, o.Levels, err = settings.ParseLevels(f.scale); err != nil {
		return o, Usage(err, "for example --scale 1-4")
	}
	if f.rubric != "" {
		if o.Rubric, err = FindRubric(f.rubric); err != nil {
			return o, err
		}
	}
	return o, nil
}

// repaired says how much was repaired and how much needs a look; empty where
// there is nothing to say.
func repaired(repairs, warnings int) string {
	var parts []string
	if repairs > 0 {
		parts = append(parts, wording.Count(repairs, "repair"))
	}
	if warnings > 0 {
		parts = append(parts, wording.Count(warnings, "warning"))
	}
	return strings.Join(parts, " and ")
}

// FilesWanted is the argument rule of commands that read ratings.
func FilesWanted(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return Usage(errors.New("no file to read"), "name one, or - for standard input: "+cmd.CommandPath()+" ratings.csv")
	}
	return nil
}

// interruptible is a reader that gives up when its context ends, though the
// one below goes on waiting: a pipe that nobody writes to must not hold up an
// interrupt.
type interruptible struct {
	ctx    context.Context
	below  io.Reader
	buffer []byte
}

func (r *interruptible) Read(b []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	type result struct {
		n   int
		err error
	}
	if len(r.buffer) < len(b) {
		r.buffer = make([]byte, len(b))
	}
	// A read that is given up may still write: never into the caller's bytes.
	buffer, got := r.buffer[:len(b)], make(chan result, 1)
	go func() {
		var x result
		x.err = parallel.Safely(func() (err error) {
			x.n, err = r.below.Read(buffer)
			return err
		})()
		got <- x
	}()
	select {
	case <-r.ctx.Done():
		return 0, r.ctx.Err()
	case x := <-got:
		return copy(b, buffer[:x.n]), x.err
	}
}
