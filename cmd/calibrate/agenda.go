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
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
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
		return command.Usage(err, "see --minutes and --items")
	}
	if _, err := time.Parse("15:04", o.Start); o.Start != "" && err != nil {
		return command.Usage(fmt.Errorf("%q is no time of day such as 14:10", o.Start), "calibrate agenda --start 14:10")
	}
	return nil
}

// agendaFlags are the flags of agenda.
type agendaFlags struct {
	options calibrate.Options
	out     string   // the sheet for what will be agreed
	earlier []string // sheets of what was agreed
}

// agendaCommand prints the facilitator's page.
func agendaCommand(a *command.App) *cobra.Command {
	f := &agendaFlags{options: calibrate.Options{Version: command.Version()}}
	return command.Command[*calibrate.Report]{
		Use:   "agenda FILE…",
		Short: "The facilitator's page: what to settle, who speaks first, which question to ask",
		Long: `Agenda turns the ratings and their reasons into a meeting: norms, a prediction, a
silent look, then the items whose settling wins most, each with the boundary at
stake, two quotes, one question, and room for the new vote and the words that the
team agrees on; then the rubric, commitments, and the next lesson. --decisions-out
writes a sheet for what you agree on; the next meeting's agenda reads it back, and
says what was agreed, whether it held, and which commitments to follow up.`,
		Example: `  calibrate agenda ratings.csv
  calibrate agenda --minutes 45 --items 2 -o agenda.html ratings.csv
  calibrate agenda --decisions-out decisions.csv fall.csv
  calibrate agenda --decisions decisions.csv winter.csv`,
		Shape: report.Agenda,
		Flags: func(flags *pflag.FlagSet) {
			addMeeting(flags, &f.options)
			command.AddQuotes(flags, &f.options.NoQuotes)
			flags.StringVar(&f.out, "decisions-out", "", "write the sheet for what you will agree on: a .csv to fill in, or .json")
			flags.StringSliceVar(&f.earlier, "decisions", nil, "what was agreed in earlier meetings: that sheet, filled in")
			command.AddSeed(flags, &f.options.Seed)
		},
		Check: func(j *command.Job) error {
			if err := command.NotOver("--decisions-out", f.out, append(j.Paths, f.earlier...)); err != nil {
				return err
			}
			return checkMeeting(&f.options)
		},
		Compute: f.compute,
		Beside: func(_ context.Context, _ *command.Job, r *calibrate.Report) ([]outfile.File, error) {
			if f.out == "" {
				return nil, nil
			}
			sheet, err := decisionsFile(f.out, r)
			return []outfile.File{sheet}, err
		},
	}.Command(a)
}

// compute makes the agenda, and looks back on what was agreed.
func (f *agendaFlags) compute(ctx context.Context, j *command.Job) (*calibrate.Report, error) {
	study := j.Reading.Study()
	agreed, err := readDecisions(ctx, f.earlier, study)
	if err != nil {
		return nil, err
	}
	rounds.AddAgreed(&study, agreed)
	r, err := analysis.Analyse(ctx, study, f.options)
	if err == nil && len(f.earlier) > 0 {
		r.Since = &calibrate.Since{Agreed: rounds.Agreements(agreed, r), Indicators: []calibrate.SinceIndicator{}}
	}
	return r, err
}
