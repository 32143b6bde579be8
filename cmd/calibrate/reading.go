package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
)

// readFlags are the flags of every command that reads ratings.
type readFlags struct {
	columns []string
	scale   string
	rubric  string
	options input.Options
	quiet   bool
}

func (f *readFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&f.columns, "columns", nil, "which column is what, such as rater=Email,score=Rating")
	flags.StringVar(&f.scale, "scale", "", "the levels of the scale: 1-4, 0-4, 1,3,5 or Yes,No")
	flags.StringVar(&f.rubric, "rubric", "", "a built-in rubric, or the file of your own: see calibrate rubric list")
	flags.StringVar(&f.options.Layout, "layout", "", "how the file is laid out, where it is not seen: "+layoutIDs())
	flags.StringVar(&f.options.Round, "round", "", "the round to read, of several (default: the last)")
	flags.StringVar(&f.options.Sheet, "sheet", "", "the sheet of a workbook, where several could be meant")
	flags.StringVar(&f.options.Encoding, "encoding", "", "of text files, where it is not seen: windows-1252, macroman, …")
	flags.StringVar(&f.options.Duplicates, "duplicates", "", "of two ratings by one person, without a time: highest, lowest, mean or drop")
	flags.BoolVar(&f.options.Strict, "strict", false, "take any repair of the input as an error")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no messages but errors")
}

// layoutIDs lists the layouts that can be read.
func layoutIDs() string {
	var ids []string
	for _, l := range input.Layouts {
		ids = append(ids, l.ID)
	}
	return strings.Join(ids, ", ")
}

// parse turns the flags into options; an error is one of usage.
func (f *readFlags) parse(a *app) (input.Options, error) {
	o := f.options
	o.Stdin = a.stdin
	if err := o.Check(); err != nil {
		return o, usageError{err, ""}
	}
	columns, err := input.ParseColumns(f.columns)
	if err != nil {
		return o, usageError{err, "for example --columns rater=Email,score=Rating"}
	}
	o.Columns = columns
	if f.scale != "" {
		scale, err := input.ParseScale(f.scale)
		if err != nil {
			return o, usageError{err, "for example --scale 1-4"}
		}
		o.Scale = &scale
	}
	if f.rubric != "" {
		if o.Rubric, err = findRubric(f.rubric); err != nil {
			return o, err
		}
	}
	return o, nil
}

// read reads the files; its error is an inputError.
func (f *readFlags) read(ctx context.Context, a *app, paths []string) (*input.Reading, error) {
	o, err := f.parse(a)
	if err != nil {
		return nil, err
	}
	budgetMemory(paths)
	if !f.quiet {
		a.stderr.start()
		o.Progress = a.stderr.tell
	}
	reading, err := input.Read(ctx, paths, o)
	if err != nil {
		return nil, inputError{err}
	}
	return reading, nil
}

// mention says on standard error how much the reading mended or warns of.
func (a *app) mention(quiet bool, r *input.Reading) {
	n := 0
	for _, p := range r.Problems {
		if p.Severity == input.Repair || p.Severity == input.Warning {
			n++
		}
	}
	if n > 0 && !quiet {
		fmt.Fprintf(a.stderr, "calibrate: the reading mended or warns of %d; calibrate check lists them\n", n)
	}
}

// filesWanted is the argument rule of commands that read ratings.
func filesWanted(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return usageError{fmt.Errorf("no file to read"), "name one, or - for standard input: " + cmd.CommandPath() + " ratings.csv"}
	}
	return nil
}

// studyOf hands what was read to the analysis.
func studyOf(r *input.Reading) calibrate.Study {
	s := calibrate.Study{
		Table: r.Table, Layout: r.Layout, Absent: r.Absent, Duplicates: r.Duplicates,
		Repairs: r.Repairs, Names: r.IndicatorNames, LevelWords: levelWords(r), Round: r.Rounds.Chosen,
	}
	for _, p := range r.Problems {
		if p.Severity == input.Warning || worthSaying(p, r) {
			s.Notes = append(s.Notes, calibrate.Note{Code: "reading", Path: "/input", Text: p.Text, Fix: p.Hint})
		}
	}
	return s
}

// worthSaying reports whether a note of the reading belongs into the report:
// that only one of several rounds was read, and that there is one lesson where
// ratings of the same person were taken for each other's correction.
func worthSaying(p input.Problem, r *input.Reading) bool {
	return p.Code == "several_rounds" || p.Code == "one_lesson" && r.Duplicates > 0
}

// levelWords are the rubric's words for the levels of the indicators that were
// read.
func levelWords(r *input.Reading) map[string]map[float64]string {
	if r.Rubric == nil {
		return nil
	}
	words := map[string]map[float64]string{}
	for _, id := range r.Table.Indicators() {
		if in, ok := r.Rubric.Match(id); ok && len(in.Words) > 0 {
			words[id] = r.Rubric.WordsByLevel(in)
		}
	}
	return words
}
