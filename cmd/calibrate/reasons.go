package main

import (
	"context"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/report"
)

// reasonsCommand lists what was written.
func reasonsCommand(a *app) *cobra.Command {
	var o calibrate.Options
	var key idKey
	return command[*calibrate.ReasonList]{
		use:    "reasons FILE…",
		single: true,
		short:  "Every reason with its class, and every pair of reasons with what it may mean",
		long: `Reasons says of every reason whether it rests on evidence (what another person
with the same video could check), on opinion, on both, or says nothing of the
lesson, and which words led to that. Two reasons for the same rating that are
alike are a shared understanding; unlike, it is the same rating for different
reasons. Like reasons for different ratings show a boundary of the rubric that
may be unclear.

Names and e-mail addresses are left out as far as they are found, and people
stand under the pseudonyms of calibrate score. It reads English.`,
		example: `  calibrate reasons ratings.csv
  calibrate reasons --format json ratings.csv
  calibrate reasons --format csv --table pairs ratings.csv`,
		shape: report.Reasons,
		flags: func(flags *pflag.FlagSet) {
			key.add(flags)
			addQuotes(flags, &o.NoQuotes)
			addSeed(flags, &o.Seed)
		},
		check: func(j *job) (err error) {
			o.IDs, err = key.ids(j)
			return err
		},
		compute: func(ctx context.Context, j *job) (*calibrate.ReasonList, error) {
			return reasons.List(ctx, j.reading.Study(), o)
		},
	}.command(a)
}
