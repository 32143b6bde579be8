package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/simulate"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// simulateFlags are the flags of simulate.
type simulateFlags struct {
	output, truth string
	options       simulate.Options
}

// simulateCommand makes up ratings.
func simulateCommand(a *command.App) *cobra.Command {
	f := &simulateFlags{}
	cmd := &cobra.Command{
		Use:   "simulate",
		Short: "Made-up ratings with known effects in them, to practice on",
		Long: `Simulate makes up a file of ratings with what you plant in it: severe raters,
camps, an unclear indicator, drift, gaps, reasons. The same flags and seed make
the same bytes. --truth writes every planted value by id, to hold a report
against.

The presets aligned, typical and unaligned are teams of which two agree exactly
about 67%, 55% and 48% of the time.`,
		Example: `  calibrate simulate -o practice.csv
  calibrate simulate --preset unaligned --severe 1 -o team.csv --truth t.json
  calibrate simulate --rounds 2 --revote --converge 0.6 --reasons -o meeting.csv`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return f.run(a) },
	}
	o := simulate.Default()
	f.options = o
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.options.Preset, "preset", o.Preset, "how far the team agrees: aligned, typical or unaligned")
	flags.IntVar(&f.options.Raters, "raters", o.Raters, "how many people rate")
	flags.IntVar(&f.options.Lessons, "lessons", o.Lessons, "how many lessons in each round")
	flags.IntVar(&f.options.Indicators, "indicators", o.Indicators, "how many indicators")
	flags.IntVar(&f.options.SeenBy, "seen-by", 0, "how many rate each lesson (default: all)")
	flags.Float64SliceVar(&f.options.Shares, "shares", o.Shares, "the share of each level, from the lowest; their number is that of the levels")
	flags.IntVar(&f.options.Severe, "severe", 0, "raters who give lower ratings")
	flags.IntVar(&f.options.Lenient, "lenient", 0, "raters who give higher ratings")
	flags.Float64Var(&f.options.SeveritySize, "severity-size", o.SeveritySize, "by how many levels")
	flags.IntVar(&f.options.Central, "central", 0, "raters who keep to the middle of the scale")
	flags.IntVar(&f.options.OneLevel, "one-level", 0, "raters who give one level throughout")
	flags.IntVar(&f.options.Halo, "halo", 0, "raters who give one level a lesson")
	flags.IntVar(&f.options.Odd, "odd", 0, "raters who rate whatever the lesson is")
	flags.Float64Var(&f.options.Camps, "camps", 0, "levels between two camps, on every other indicator")
	flags.Float64Var(&f.options.GroupGap, "group-gap", 0, "levels by which the central office is more severe than schools")
	flags.IntVar(&f.options.Unclear, "unclear", 0, "indicators that everyone reads in their own way")
	flags.IntVar(&f.options.Rounds, "rounds", o.Rounds, "how many rounds")
	flags.Float64Var(&f.options.Drift, "drift", 0, "levels by which all grow more severe each round")
	flags.BoolVar(&f.options.Revote, "revote", false, "later rounds rate the first one's lessons again")
	flags.Float64Var(&f.options.Converge, "converge", 0, "share of the way to the others that a revote moves, 0 to 1")
	flags.BoolVar(&f.options.Reasons, "reasons", false, "give reasons")
	flags.Float64Var(&f.options.SameFacts, "same-facts", o.SameFacts, "share of items of which all noticed the same")
	flags.Float64Var(&f.options.NotObserved, "not-observed", 0, "share of N/A, half of it where others rate low")
	flags.Float64Var(&f.options.Absent, "absent", 0, "share of rows that are missing")
	flags.Float64Var(&f.options.Blank, "blank", 0, "share of rows without a score")
	flags.Float64Var(&f.options.Duplicates, "duplicates", 0, "share of rows that stand twice")
	command.AddSeed(flags, &f.options.Seed)
	flags.StringVarP(&f.output, "output", "o", "", "write to a file")
	flags.StringVar(&f.truth, "truth", "", "write what was planted, as JSON")
	return cmd
}

// run makes the files.
func (f *simulateFlags) run(a *command.App) error {
	if f.output != "" && filepath.Clean(f.output) == filepath.Clean(f.truth) {
		return command.Usage(errors.New("--output and --truth name the same file"), "the truth stands apart from the ratings")
	}
	if ext := strings.ToLower(filepath.Ext(f.output)); f.output != "" && ext != ".csv" && command.IsFile(f.output) {
		return command.Usage(errors.New("simulate writes CSV"), "end the name in .csv")
	}
	rows, truth, err := simulate.Make(f.options)
	if err != nil {
		return command.Usage(err, "run calibrate simulate --help for the flags")
	}
	var content bytes.Buffer
	if err := format.WriteRows(&content, rows); err != nil {
		return err
	}
	var files []outfile.File
	if f.truth != "" {
		planted, err := json.MarshalIndent(truth, "", "  ")
		if err != nil {
			return err
		}
		files = append(files, outfile.File{Path: f.truth, Content: append(planted, '\n'), Mode: 0o644})
	}
	if f.output == "" {
		if err := command.WriteFiles(files); err != nil {
			return err
		}
		return a.Print(&content)
	}
	return command.WriteFiles(append(files, outfile.File{Path: f.output, Content: content.Bytes(), Mode: 0o644}))
}
