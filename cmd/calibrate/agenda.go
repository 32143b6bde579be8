package main

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/calibrate/report"
)

// addMeeting defines the flags of whatever plans a meeting.
func addMeeting(flags *pflag.FlagSet, o *calibrate.Options) {
	flags.IntVar(&o.Minutes, "minutes", calibrate.DefaultMeeting,
		fmt.Sprintf("of the meeting, %d to %d", calibrate.ShortestMeeting, calibrate.LongestMeeting))
	flags.StringVar(&o.Start, "start", "", "when the meeting starts, as 14:10: the parts then stand by the clock")
	flags.IntVar(&o.Items, "items", 0, "how many items to settle in it (default: as many as fit)")
}

// checkMeeting holds them against their ranges.
func checkMeeting(o *calibrate.Options) error {
	if err := meeting.Check(o.Minutes, o.Items); err != nil {
		return usageError{err, "see --minutes and --items"}
	}
	if _, err := time.Parse("15:04", o.Start); o.Start != "" && err != nil {
		return usageError{fmt.Errorf("%q is no time of day such as 14:10", o.Start), "calibrate agenda --start 14:10"}
	}
	return nil
}

// agendaCommand prints the facilitator's page.
func agendaCommand(a *app) *cobra.Command {
	o := calibrate.Options{Version: version()}
	return command[*calibrate.Report]{
		use:   "agenda FILE…",
		short: "The facilitator's page: what to settle, who speaks first, which question to ask",
		long: `Agenda turns the ratings and their reasons into a meeting: norms, a prediction, a
silent look, then the items whose settling wins most, each with the boundary at
stake, two quotes, one question, and room for the new vote and the words that the
team agrees on; then the rubric, commitments, and the next lesson.`,
		example: `  calibrate agenda ratings.csv
  calibrate agenda --minutes 45 --items 2 -o agenda.html ratings.csv`,
		shape: report.Agenda,
		flags: func(flags *pflag.FlagSet) {
			addMeeting(flags, &o)
			addQuotes(flags, &o.NoQuotes)
			addSeed(flags, &o.Seed)
		},
		check: func(*job) error { return checkMeeting(&o) },
		compute: func(ctx context.Context, j *job) (*calibrate.Report, error) {
			return analysis.Analyse(ctx, j.reading.Study(), o)
		},
	}.command(a)
}
