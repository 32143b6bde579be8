package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// meetingFlags are the flags of whatever plans a meeting.
type meetingFlags struct{ minutes, items int }

func (f *meetingFlags) add(cmd *cobra.Command) {
	cmd.Flags().IntVar(&f.minutes, "minutes", calibrate.DefaultMeeting,
		fmt.Sprintf("of the meeting, %d to %d", calibrate.ShortestMeeting, calibrate.LongestMeeting))
	cmd.Flags().IntVar(&f.items, "items", 0, "how many items to settle in it (default: as many as fit)")
}

// apply checks the flags and hands them over.
func (f *meetingFlags) apply(o *calibrate.Options) error {
	if err := calibrate.CheckMeeting(f.minutes, f.items); err != nil {
		return usageError{err, "see --minutes and --items"}
	}
	o.Minutes, o.Items = f.minutes, f.items
	return nil
}

// agendaFlags are the flags of agenda.
type agendaFlags struct {
	readFlags
	meeting        meetingFlags
	format, output string
	options        calibrate.Options
}

// agenda prints the facilitator's page.
func (a *app) agenda() *cobra.Command {
	f := &agendaFlags{}
	cmd := &cobra.Command{
		Use:   "agenda FILE…",
		Short: "The facilitator's page: what to settle, who speaks first, which question to ask",
		Long: `Agenda turns the ratings and their reasons into a meeting: norms, a prediction, a
silent look, then the items whose settling wins most, each with the line at
stake, two quotes, one question, and room for the new vote and the line that the
team agrees on; then the rubric, commitments, and the next lesson.`,
		Example: `  calibrate agenda ratings.csv
  calibrate agenda --minutes 45 --items 2 --format html -o agenda.html ratings.csv`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.format = formatOf(cmd.Flags(), report.AgendaFormats, f.output)
			return a.runAgenda(cmd.Context(), f, args)
		},
	}
	f.add(cmd)
	f.meeting.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.format, "format", report.AgendaFormats[0].ID, "how to show it: text, json, markdown or html")
	flags.StringVarP(&f.output, "output", "o", "", "write the agenda to a file")
	flags.BoolVar(&f.options.NoQuotes, "no-quotes", false, "leave out what was written")
	flags.Uint64Var(&f.options.Seed, "seed", 1, "of everything that is drawn at random")
	return cmd
}

// runAgenda reads, analyses and prints the agenda.
func (a *app) runAgenda(ctx context.Context, f *agendaFlags, paths []string) error {
	format, err := report.LookupAgenda(f.format)
	if err != nil {
		return usageError{err, ""}
	}
	if err := f.meeting.apply(&f.options); err != nil {
		return err
	}
	if err := notOver("--output", f.output, paths); err != nil {
		return err
	}
	reading, err := f.read(ctx, a, paths)
	if err != nil {
		return err
	}
	f.options.Version = version()
	r, err := calibrate.Analyse(ctx, studyOf(reading), f.options)
	if err != nil {
		return err
	}
	return a.put(f.output, "", func(w io.Writer, o report.Options) error { return format.Write(w, r, o) })
}
