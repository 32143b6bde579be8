package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// rubricNote writes what was agreed into a district's rubric.
func rubricNote(a *command.App) *cobra.Command {
	var agreed []string
	output, anchors, quiet := "", "", false
	cmd := &cobra.Command{
		Use: "note RUBRIC.yaml", Short: "Write what was agreed into your rubric, as notes of its indicators",
		Long: `Note adds the agreed wording and levels of a sheet of decisions to the indicators
of your rubric's file. They stand in the next template, agenda and private sheet,
and calibrate rubric show shows them. A level with a moment of a lesson's video is
an anchor: --anchors writes all of the rubric as an answer key for --master.`,
		Example: `  calibrate rubric note --decisions decisions.csv ours.yaml
  calibrate rubric note --decisions agreed.csv --anchors anchors.csv ours.yaml
  calibrate score --rubric ours.yaml --master anchors.csv ratings.csv`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(agreed) == 0 {
				return command.Usage(errors.New("no --decisions to take notes from"), "calibrate rubric note --decisions decisions.csv "+args[0])
			}
			to := output
			if to == "" {
				to = args[0]
			}
			added, files, err := noteFiles(cmd.Context(), args[0], to, anchors, agreed)
			if err != nil {
				return err
			}
			if err := command.WriteFiles(files); err != nil {
				return err
			}
			if !quiet {
				a.Say("%s added to %s", wording.Count(added, "note"), to)
			}
			return nil
		},
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringSliceVar(&agreed, "decisions", nil, "what was agreed: the sheet of calibrate agenda --decisions-out, filled in")
	flags.StringVarP(&output, "output", "o", "", "write the rubric to another file")
	flags.StringVar(&anchors, "anchors", "", "write the rubric's anchors, new and old, as an answer key")
	flags.BoolVarP(&quiet, "quiet", "q", false, "no messages but errors")
	return cmd
}

// noteFiles is the rubric with its notes, and its anchors where they are asked
// for.
func noteFiles(ctx context.Context, path, to, anchors string, agreed []string) (int, []outfile.File, error) {
	if _, ok := rubric.Find(path); ok {
		return 0, nil, command.Usage(fmt.Errorf("%s is built in, and cannot be written", path), "begin your own with calibrate rubric init "+path+" -o ours.yaml")
	}
	content, err := source.ReadFile(path, rubric.MaxYAML)
	if err != nil {
		return 0, nil, command.Unread(fmt.Errorf("cannot read %s: %w", path, wording.Plain(err)))
	}
	r, err := rubric.Parse(path, content)
	if err != nil {
		return 0, nil, command.Unread(err)
	}
	notes := map[string][]rubric.Note{}
	for _, from := range agreed {
		list, err := decisions.Read(ctx, from, decisions.Options{Levels: levelsOf(r)})
		if err != nil {
			return 0, nil, command.Unread(err)
		}
		for _, d := range list {
			if n, ok := noteOf(&d); ok {
				notes[d.Indicator] = append(notes[d.Indicator], n)
			}
		}
	}
	if len(notes) == 0 {
		return 0, nil, command.Unread(fmt.Errorf("%s: no level and no wording was agreed", strings.Join(agreed, ", ")))
	}
	written, added, err := rubric.AddNotes(path, content, notes)
	if err != nil {
		return 0, nil, command.Unread(err)
	}
	files := []outfile.File{{Path: to, Content: written, Mode: 0o644}}
	if anchors != "" {
		key, err := anchorFile(path, anchors, written)
		if err != nil {
			return 0, nil, err
		}
		files = append(files, key)
	}
	return added, files, nil
}

// levelsOf are the levels of a rubric's indicators.
func levelsOf(r *rubric.Rubric) func(string) []rating.Level {
	return func(indicator string) []rating.Level {
		in, ok := r.Match(indicator)
		if !ok || r.ScaleOf(in).HalfPoints {
			return nil
		}
		return r.ScaleOf(in).Rating(rating.Declared).Levels
	}
}

// noteOf is what a decision adds to its indicator.
func noteOf(d *decisions.Decision) (rubric.Note, bool) {
	n := rubric.Note{Text: d.Wording}
	if v, ok := d.Level.Value(); ok {
		n.Level, n.Lesson, n.Time = &v, d.Lesson, d.Time
	}
	return n, d.Settled()
}

// anchorFile is the answer key of a rubric's anchors.
func anchorFile(name, path string, content []byte) (outfile.File, error) {
	r, err := rubric.Parse(name, content)
	if err != nil {
		return outfile.File{}, command.Unread(err)
	}
	var list []decisions.Anchor
	for _, in := range r.Indicators {
		for _, n := range in.Notes {
			if n.Level != nil && n.Lesson != "" {
				list = append(list, decisions.Anchor{
					Lesson: n.Lesson, Indicator: in.ID, Time: n.Time, Level: stats.Of(*n.Level), Label: r.LabelOf(in, *n.Level), Wording: n.Text,
				})
			}
		}
	}
	if len(list) == 0 {
		return outfile.File{}, command.Unread(fmt.Errorf("%s has no level with a lesson that shows it: fill in level, and time", name))
	}
	slices.SortStableFunc(list, func(a, b decisions.Anchor) int { return strings.Compare(a.Lesson, b.Lesson) })
	key, err := decisions.EncodeAnchors(list)
	return outfile.File{Path: path, Content: key, Mode: 0o644}, err
}
