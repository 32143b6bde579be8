package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// trendFlags are the flags of trend.
type trendFlags struct {
	options  rounds.Options
	idKey    command.IDKey
	standard string
	names    []string
	agreed   []string // files of decisions
	by       string
	full     bool
	apart    bool // two sets that are no series
	studies  []calibrate.Study
	surveys  []*answers.Answers // where the files are surveys
	series   report.Series
}

// trendCommand compares rounds.
func trendCommand(a *command.App) *cobra.Command {
	f := &trendFlags{options: rounds.Options{Options: calibrate.Options{Version: command.Version()}}}
	return command.Command[report.Series]{
		Use:   "trend FILE…",
		Short: "Rounds: did the team move together or apart, and does it hold",
		Long: `Trend compares rounds of one team: of a file with a round column, or of one file
a round, in their order. Words are said of the people and indicators that are in
both rounds: moved together, moved apart, or cannot tell. Of two surveys of where
a team is and should be it says whether the team moved toward its goals. A round
whose name says revote or second vote, after the talk, stands beside its first
vote and is no round of its own. Reports that score saved are read too. The page
is for the room; --full adds every figure with its limits, and how each rater
moved, under pseudonyms. JSON and CSV always hold everything.`,
		Example: `  calibrate trend ratings.csv
  calibrate trend fall.csv winter.csv spring.csv
  calibrate trend --full fall.csv winter.csv
  calibrate trend --rounds Fall,Spring ratings.csv
  calibrate trend --decisions decisions.csv fall.csv winter.csv
  calibrate trend fall.csv fall-revote.csv winter.csv
  calibrate trend --by school --columns round=Session ratings.csv
  calibrate trend survey-fall.csv survey-spring.csv`,
		Shape:   report.SeriesOf(report.Series{}, false),
		Choose:  func() report.Shape[report.Series] { return report.SeriesOf(f.series, f.full) },
		Read:    f.read,
		Flags:   f.add,
		Check:   f.check,
		Compute: f.compute,
		Gates:   &command.Gated[report.Series]{Knows: rounds.Knows, Figures: figuresOfSeries, Example: "exact=0.6,exact_change=0"},
	}.Command(a)
}

func (f *trendFlags) add(flags *pflag.FlagSet) {
	o := &f.options
	command.AddFull(flags, &f.full)
	flags.StringSliceVar(&f.names, "rounds", nil, "the rounds in their order: of one file, or a name for each file")
	flags.Float64Var(&o.LessonSD, "lesson-sd", 0, "standard deviation of exact from lesson to lesson, where rounds of one or two lessons cannot tell (default: 0.07)")
	flags.BoolVar(&o.Names, "names", false, "show names beside pseudonyms in JSON and CSV")
	flags.Uint64Var(&o.Seed, "seed", 1, "seed of the pseudonyms")
	flags.StringSliceVar(&f.agreed, "decisions", nil, "what was agreed, as calibrate agenda --decisions-out wrote it, filled in")
	flags.StringVar(&f.by, "by", "", "school: a line for each school; or another column, whose groups are asked who came to whom in the talk")
	f.idKey.Add(flags)
	command.AddStandard(flags, &f.standard)
	command.AddConfidence(flags, &o.Confidence)
}

// check holds the flags against what there is.
func (f *trendFlags) check(j *command.Job) (err error) {
	o := &f.options
	if o.LessonSD < 0 || o.LessonSD >= 1 {
		return command.Usage(fmt.Errorf("--lesson-sd %v is not between 0 and 1", o.LessonSD), "for example --lesson-sd 0.1")
	}
	if o.Standard, err = command.ParseStandard(f.standard); err != nil {
		return err
	}
	if o.Standard.NeedsMaster {
		return command.Usage(fmt.Errorf("the standard %s compares with an answer key, and a trend has none", o.Standard.ID), "choose district, naep or kansas")
	}
	if len(j.Paths) > 1 && len(f.names) > 0 && len(f.names) != len(j.Paths) {
		return command.Usage(fmt.Errorf("%s of rounds for %s", wording.Count(len(f.names), "name"), wording.Count(len(j.Paths), "file")), "name one for each file, in their order")
	}
	for i, path := range j.Paths {
		if slices.Contains(j.Paths[:i], path) {
			return command.Usage(fmt.Errorf("%s is named twice", path), "give one file a round")
		}
	}
	if len(j.Paths) == 1 && j.Options.Round == "" {
		j.Options.Round = "all"
	}
	j.Options.Series = len(j.Paths) > 1
	if o.IDs, err = f.idKey.IDs(j); err != nil {
		return err
	}
	return command.CheckConfidence(o.Confidence)
}

// read reads several files each for itself: ratings, or surveys.
func (f *trendFlags) read(ctx context.Context, j *command.Job) error {
	for i := range j.Paths {
		if strings.EqualFold(filepath.Ext(j.Paths[i]), ".json") {
			if err := f.readSaved(j, j.Paths[i]); err != nil {
				return err
			}
			continue
		}
		err := j.ReadFiles(ctx, j.Paths[i:i+1], false, false)
		if isSurvey(err) && i == 0 {
			return f.readSurveys(ctx, j)
		}
		if err != nil {
			return err
		}
		f.studies = append(f.studies, j.Reading.Study())
	}
	return nil
}

// readSaved reads a report that score saved: its ratings.
func (f *trendFlags) readSaved(j *command.Job, path string) error {
	r, err := readReport(j.Stdin, path)
	if err != nil {
		return command.Unread(err)
	}
	study, named, err := rounds.OfReport(r)
	if err != nil {
		return command.Unread(fmt.Errorf("%s: %w", path, err))
	}
	f.options.Unknown = f.options.Unknown || !named
	f.studies = append(f.studies, study)
	return nil
}

// compute makes the trend of what was read.
func (f *trendFlags) compute(ctx context.Context, j *command.Job) (report.Series, error) {
	var err error
	switch {
	case f.surveys != nil:
		f.series.Surveys, err = f.followSurveys(j)
	case strings.EqualFold(f.by, "school"):
		f.series.Schools, err = f.bySchool(ctx, j)
	default:
		f.series.Ratings, err = f.ofRatings(ctx, j)
	}
	return f.series, err
}

// ofRatings is the trend of ratings.
func (f *trendFlags) ofRatings(ctx context.Context, j *command.Job) (*rounds.Trend, error) {
	study, o, err := f.joined(j)
	if err != nil {
		return nil, err
	}
	if o.Decisions, err = readDecisions(ctx, f.agreed, study); err != nil {
		return nil, err
	}
	o.Groups = f.by
	t, err := trendOf(ctx, study, o)
	if err == nil {
		sayAlike(j, t)
	}
	return t, err
}

// sayAlike names on standard error, for whoever holds the files, what may be one
// person's names in two rounds.
func sayAlike(j *command.Job, t *rounds.Trend) {
	if j.Quiet {
		return
	}
	for _, pair := range t.Alike {
		same := layout.ShellWord(layout.Quoted(pair[1]) + "=" + layout.Quoted(pair[0]))
		j.Say("%q and %q may be one person: read as two; --same %s makes them one", pair[0], pair[1], same)
	}
}

// joined is all rounds in one study, with their order.
func (f *trendFlags) joined(j *command.Job) (calibrate.Study, rounds.Options, error) {
	o := f.options
	o.Order = f.names
	if len(f.studies) == 1 {
		if len(f.names) == 0 && j.Reading != nil {
			o.Order = j.Reading.Rounds.Found
		}
		return f.studies[0], o, nil
	}
	o.Order = f.roundNames(j)
	f.byDay(j, o.Order)
	study, err := rounds.Join(f.studies, o.Order)
	if err != nil {
		return study, o, command.Unread(err)
	}
	return study, o, knowsSame(j, study)
}

// knowsSame refuses a name of --same that stands in no file of a series.
func knowsSame(j *command.Job, study calibrate.Study) error {
	for _, pair := range j.Same() {
		name, _, ok := strings.Cut(pair, "=")
		called := func(s string) bool { return strings.EqualFold(strings.TrimSpace(s), strings.TrimSpace(name)) }
		t := study.Table
		if ok && !slices.ContainsFunc(slices.Concat(t.Raters(), t.Lessons(), t.Indicators()), called) {
			return command.Usage(fmt.Errorf("--same %s: no raters, lessons or indicators are called so", layout.ShellWord(pair)), "spell both names as the files do")
		}
	}
	return nil
}

// byDay puts rounds of one file each in the order of their days, where each has
// one and nobody named the order.
func (f *trendFlags) byDay(j *command.Job, names []string) {
	days := map[string]string{}
	at := make([]int, len(names))
	for k, s := range f.studies {
		if _, err := time.Parse(time.DateOnly, s.Day); err != nil || f.apart || len(f.names) > 0 {
			return
		}
		days[names[k]], at[k] = s.Day, k
	}
	slices.SortStableFunc(at, func(a, b int) int { return strings.Compare(f.studies[a].Day, f.studies[b].Day) })
	if slices.IsSorted(at) {
		return
	}
	studies, order := slices.Clone(f.studies), slices.Clone(names)
	var said []string
	for k, from := range at {
		f.studies[k], names[k] = studies[from], order[from]
		said = append(said, names[k]+" ("+wording.Day(days[names[k]])+")")
	}
	if !j.Quiet {
		j.Say("rounds are in the order of their days: %s; --rounds keeps that of the files", strings.Join(said, ", "))
	}
}

// figuresOfSeries are what gates hold of a trend of ratings.
func figuresOfSeries(s report.Series) []gates.Figure {
	if s.Ratings == nil {
		return nil
	}
	return rounds.FiguresOf(s.Ratings)
}

// roundNames are the rounds' names: as given, or those of the files.
func (f *trendFlags) roundNames(j *command.Job) []string {
	if len(f.names) > 0 {
		return f.names
	}
	return roundNames(j.Paths)
}

// trendOf says what is wrong with the input where there is nothing to compare.
func trendOf(ctx context.Context, study calibrate.Study, o rounds.Options) (*rounds.Trend, error) {
	t, err := rounds.Analyse(ctx, study, o)
	var names rounds.RoundError
	switch {
	case errors.As(err, &names):
		err = command.Usage(err, "see what was read with calibrate check")
	case errors.Is(err, rounds.ErrOneRound):
		err = command.Unread(fmt.Errorf("%w: name the column of the rounds with --columns round=Date, or give one file a round", err))
	}
	return t, err
}
