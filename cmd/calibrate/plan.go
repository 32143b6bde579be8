package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// planningFlags are the flags of plan.
type planningFlags struct {
	readFlags
	format, output string
	options        calibrate.Options
}

// plan says how many raters and lessons more would help.
func (a *app) plan() *cobra.Command {
	f := &planningFlags{}
	cmd := &cobra.Command{
		Use:   "plan FILE…",
		Short: "How many raters for a dependable score, how many lessons for a narrow interval",
		Long: `Plan fits where the team's disagreement comes from, and says from it how many
raters make a lesson's mean over its indicators dependable, and how many lessons
bring the interval of exact agreement to a half-width, each with its uncertainty.`,
		Example: `  calibrate plan ratings.csv
  calibrate plan --for 0.9 --width 0.05 ratings.csv`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runPlan(cmd.Context(), f, args) },
	}
	f.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", report.PlanFormats[0].ID, formatsHelp(report.PlanFormats))
	flags.StringVarP(&f.output, "output", "o", "", "write the plan to a file")
	flags.Float64Var(&f.options.Plan.Dependability, "for", calibrate.DefaultDependability, "the dependability Φ to reach, between 0 and 1")
	flags.Float64Var(&f.options.Plan.HalfWidth, "width", calibrate.DefaultHalfWidth, "the half-width to reach, between 0 and 1")
	flags.Float64Var(&f.options.Confidence, "confidence", calibrate.DefaultConfidence, "of the intervals, 0.5 to 0.999")
	return cmd
}

// runPlan reads, analyses and prints the plan.
func (a *app) runPlan(ctx context.Context, f *planningFlags, paths []string) error {
	format, err := report.LookupPlan(f.format)
	if err != nil {
		return usageError{err, ""}
	}
	if err := f.check(); err != nil {
		return err
	}
	if err := notOver("--output", f.output, paths); err != nil {
		return err
	}
	reading, err := f.read(ctx, a, paths)
	if err != nil {
		return err
	}
	f.options.Version, f.options.Seed = version(), 1
	r, err := calibrate.Analyse(ctx, studyOf(reading), f.options)
	if err != nil {
		return err
	}
	return a.put(f.output, "", func(w io.Writer, o report.Options) error { return format.Write(w, r, o) })
}

// check holds the flags against their ranges.
func (f *planningFlags) check() error {
	if v := f.options.Plan.Dependability; !(v > 0 && v < 1) {
		return usageError{fmt.Errorf("--for %v is not between 0 and 1", v), "for example --for 0.8"}
	}
	if v := f.options.Plan.HalfWidth; !(v > 0 && v < 1) {
		return usageError{fmt.Errorf("--width %v is not between 0 and 1", v), "for example --width 0.1"}
	}
	return checkConfidence(f.options.Confidence)
}
