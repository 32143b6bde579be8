package main

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// planCommand says how many raters and lessons more would help.
func planCommand(a *command.App) *cobra.Command {
	o := calibrate.Options{Version: command.Version()}
	return command.Command[*calibrate.Report]{
		Use:   "plan FILE…",
		Short: "How many raters for a dependable score, how many lessons for a narrow interval",
		Long: `Plan fits where the team's disagreement comes from, and says from it how many
raters make a lesson's mean over its indicators dependable, and how many lessons
bring the interval of exact agreement to a half-width, each with its uncertainty.`,
		Example: `  calibrate plan ratings.csv
  calibrate plan --for 0.9 --width 0.05 ratings.csv`,
		Shape: report.Plan,
		Flags: func(flags *pflag.FlagSet) {
			flags.Float64Var(&o.Plan.Dependability, "for", calibrate.DefaultDependability, "the dependability Φ to reach, between 0 and 1")
			flags.Float64Var(&o.Plan.HalfWidth, "width", calibrate.DefaultHalfWidth, "the half-width to reach, between 0 and 1")
			command.AddConfidence(flags, &o.Confidence)
		},
		Check: func(*command.Job) error {
			for _, x := range []struct {
				flag    string
				value   float64
				example string
			}{{"for", o.Plan.Dependability, "0.8"}, {"width", o.Plan.HalfWidth, "0.1"}} {
				if !(x.value > 0 && x.value < 1) {
					return command.Usage(fmt.Errorf("--%s %v is not between 0 and 1", x.flag, x.value), "for example --"+x.flag+" "+x.example)
				}
			}
			return command.CheckConfidence(o.Confidence)
		},
		Compute: func(ctx context.Context, j *command.Job) (*calibrate.Report, error) {
			return analysis.Analyse(ctx, j.Reading.Study(), o)
		},
	}.Command(a)
}
