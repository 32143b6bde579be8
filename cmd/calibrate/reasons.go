package main

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// reasonsCommand lists what was written.
func reasonsCommand(a *command.App) *cobra.Command {
	var o calibrate.Options
	var key command.IDKey
	return command.Command[*calibrate.ReasonList]{
		Use:    "reasons FILE…",
		Single: true,
		Short:  "Every reason with its class, and every pair of reasons with what it may mean",
		Long: `Reasons says of every reason whether it rests on evidence (what another person
with the same video could check), on opinion, on both, or says nothing of the
lesson, and which words led to that. Two reasons for the same rating that are
alike are a shared understanding; unlike, it is the same rating for different
reasons. Like reasons for different ratings show a boundary of the rubric that
may be unclear.

Names and e-mail addresses are left out as far as they are found, and people
stand under the pseudonyms of calibrate score. It reads English and Spanish, and
counts what it cannot read.`,
		Example: `  calibrate reasons ratings.csv
  calibrate reasons --format json ratings.csv
  calibrate reasons --format csv --table pairs ratings.csv`,
		Shape: report.Reasons,
		Flags: func(flags *pflag.FlagSet) {
			key.Add(flags)
			command.AddQuotes(flags, &o.NoQuotes)
			command.AddSeed(flags, &o.Seed)
		},
		Check: func(j *command.Job) (err error) {
			o.IDs, err = key.IDs(j)
			return err
		},
		Compute: func(ctx context.Context, j *command.Job) (*calibrate.ReasonList, error) {
			return reasons.List(ctx, j.Reading.Study(), o)
		},
	}.Command(a)
}
