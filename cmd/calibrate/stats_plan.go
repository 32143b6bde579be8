package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strconv"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/statistics"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats/weight"
)

// samplePlanFlags are the flags of stats plan.
type samplePlanFlags struct {
	margins []string
	weights string
	plan    statistics.SamplePlan
}

// statsPlan says how many items a wanted precision takes.
func statsPlan(a *command.App) *cobra.Command {
	f := &samplePlanFlags{}
	var flags *pflag.FlagSet
	return command.Command[[]calibrate.SampleSize]{
		Use:   "plan [FILE…]",
		Short: "How many items a narrow interval or a test of kappa takes",
		Long: `Plan says how many items two raters must both rate for Cohen's kappa to have an
interval of the wanted width, or a test against a value the wanted power. With
a FILE it says how many items, or lessons, like those in it would do for each
of the usual coefficients.`,
		Example: `  calibrate stats plan --kappa 0.6 --half-width 0.1 --margins 0.2,0.5,0.3
  calibrate stats plan --kappa 0.7 --null 0.4 --margins 0.5,0.5
  calibrate stats plan --half-width 0.1 ratings.csv`,
		Shape: report.SampleSizes,
		Alone: true,
		Flags: func(to *pflag.FlagSet) { flags = to; f.add(to) },
		Check: func(j *command.Job) error {
			f.plan.Tests = flags.Changed("null")
			return f.parse(len(j.Paths) > 0)
		},
		Compute: func(ctx context.Context, j *command.Job) ([]calibrate.SampleSize, error) {
			if j.Reading == nil {
				return statistics.PlanItems(f.plan), nil
			}
			return statistics.PlanLike(ctx, j.Reading.Study(), f.plan)
		},
	}.Command(a)
}

func (f *samplePlanFlags) add(flags *pflag.FlagSet) {
	flags.Float64Var(&f.plan.HalfWidth, "half-width", 0.1, "half the width of the interval that is wanted")
	flags.Float64Var(&f.plan.Kappa, "kappa", 0.6, "the kappa that is expected")
	flags.Float64Var(&f.plan.Null, "null", 0, "the kappa to test against")
	flags.Float64Var(&f.plan.Power, "power", 0.8, "of the test")
	flags.StringSliceVar(&f.margins, "margins", nil, "share of each level, such as 0.2,0.5,0.3")
	flags.StringVar(&f.weights, "weights", "identity", "weights of kappa")
	command.AddConfidence(flags, &f.plan.Confidence)
}

// parse checks the flags.
func (f *samplePlanFlags) parse(files bool) (err error) {
	p := &f.plan
	if p.Weights, err = weight.Lookup(f.weights); err != nil {
		return command.Usage(err, "")
	}
	sum := 0.0
	for _, s := range f.margins {
		share, err := strconv.ParseFloat(s, 64)
		if err != nil || !(share > 0 && share < 1) {
			return command.Usage(fmt.Errorf("--margins: %q is not a share between 0 and 1", s), "for example --margins 0.2,0.5,0.3")
		}
		p.Margins = append(p.Margins, share)
		sum += share
	}
	switch confidence := command.CheckConfidence(p.Confidence); {
	case !files && len(p.Margins) < 2:
		return command.Usage(errors.New("--margins names the share of each level"), "for example --margins 0.2,0.5,0.3, or name a file to plan from")
	case !files && math.Abs(sum-1) > 0.011:
		return command.Usage(fmt.Errorf("--margins add up to %v, not to 1", sum), "")
	case confidence != nil:
		return confidence
	case !(p.Power > 0.05 && p.Power < 1):
		return command.Usage(fmt.Errorf("a power of %v is not between 0.05 and 1", p.Power), "")
	case !(p.HalfWidth > 0 && p.HalfWidth < 1):
		return command.Usage(fmt.Errorf("--half-width %v is not between 0 and 1", p.HalfWidth), "")
	case !(p.Kappa > -1 && p.Kappa < 1) || !(p.Null > -1 && p.Null < 1):
		return command.Usage(errors.New("--kappa and --null lie between -1 and 1"), "")
	}
	for i := range p.Margins {
		p.Margins[i] /= sum
	}
	return nil
}
