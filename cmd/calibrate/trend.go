package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// trendFlags are the flags of trend.
type trendFlags struct {
	options  rounds.Options
	standard string
	names    []string
	surveys  []*answers.Answers // where the files are surveys
	series   report.Series
}

// trendCommand compares rounds.
func trendCommand(a *app) *cobra.Command {
	f := &trendFlags{options: rounds.Options{Options: calibrate.Options{Version: version()}}}
	return command[report.Series]{
		use:   "trend FILE…",
		short: "Rounds: did the team move together or apart, and does it hold",
		long: `Trend compares rounds of one team: of a file with a round column, or of one file
a round, in their order. Words are said of the people and indicators that are in
both rounds: moved together, moved apart, or cannot tell. Of two surveys of where
a team is and should be it says whether the team moved toward its goals.`,
		example: `  calibrate trend ratings.csv
  calibrate trend fall.csv winter.csv spring.csv
  calibrate trend --rounds Fall,Spring ratings.csv
  calibrate trend survey-fall.csv survey-spring.csv`,
		shape:   report.SeriesOf(report.Series{}),
		choose:  func() report.Shape[report.Series] { return report.SeriesOf(f.series) },
		read:    f.read,
		flags:   f.add,
		check:   f.check,
		compute: f.compute,
		gates:   &gated[report.Series]{rounds.Knows, figuresOfSeries, "exact=0.6,exact_change=0"},
	}.command(a)
}

func (f *trendFlags) add(flags *pflag.FlagSet) {
	o := &f.options
	flags.StringSliceVar(&f.names, "rounds", nil, "the rounds in their order: of one file, or a name for each file")
	flags.Float64Var(&o.LessonSD, "lesson-sd", 0, "standard deviation of exact from lesson to lesson, where rounds of one or two lessons cannot tell (default: 0.07)")
	flags.BoolVar(&o.Names, "names", false, "show names beside pseudonyms in JSON and CSV")
	flags.Uint64Var(&o.Seed, "seed", 1, "seed of the pseudonyms")
	addStandard(flags, &f.standard)
	addConfidence(flags, &o.Confidence)
}

// check holds the flags against what there is.
func (f *trendFlags) check(j *job) (err error) {
	o := &f.options
	if o.LessonSD < 0 || o.LessonSD >= 1 {
		return usageError{fmt.Errorf("--lesson-sd %v is not between 0 and 1", o.LessonSD), "for example --lesson-sd 0.1"}
	}
	if o.Standard, err = parseStandard(f.standard); err != nil {
		return err
	}
	if o.Standard.NeedsMaster {
		return usageError{fmt.Errorf("the standard %s compares with an answer key, and a trend has none", o.Standard.ID), "choose district, naep or kansas"}
	}
	if len(j.paths) > 1 && len(f.names) > 0 && len(f.names) != len(j.paths) {
		return usageError{fmt.Errorf("%s of rounds for %s", wording.Count(len(f.names), "name"), wording.Count(len(j.paths), "file")), "name one for each file, in their order"}
	}
	if len(j.paths) == 1 && j.options.Round == "" {
		j.options.Round = "all"
	}
	return checkConfidence(o.Confidence)
}

// read reads several files each for itself: ratings, or surveys.
func (f *trendFlags) read(ctx context.Context, j *job) error {
	for i := range j.paths {
		err := j.readFiles(ctx, j.paths[i:i+1], false, false)
		if isSurvey(err) && i == 0 {
			return f.readSurveys(ctx, j)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// compute makes the trend of what was read.
func (f *trendFlags) compute(ctx context.Context, j *job) (report.Series, error) {
	var err error
	if f.surveys != nil {
		f.series.Surveys, err = f.followSurveys(j)
	} else {
		f.series.Ratings, err = f.ofRatings(ctx, j)
	}
	return f.series, err
}

// ofRatings is the trend of ratings.
func (f *trendFlags) ofRatings(ctx context.Context, j *job) (*rounds.Trend, error) {
	o := f.options
	o.Order = f.names
	if len(j.paths) == 1 {
		if len(f.names) == 0 {
			o.Order = j.reading.Rounds.Found
		}
		return trendOf(ctx, j.reading.Study(), o)
	}
	var studies []calibrate.Study
	for _, r := range j.readings {
		studies = append(studies, r.Study())
	}
	o.Order = f.roundNames(j)
	study, err := rounds.Join(studies, o.Order)
	if err != nil {
		return nil, inputError{err}
	}
	return trendOf(ctx, study, o)
}

// figuresOfSeries are what gates hold of a trend of ratings.
func figuresOfSeries(s report.Series) []gates.Figure {
	if s.Ratings == nil {
		return nil
	}
	return rounds.FiguresOf(s.Ratings)
}

// roundNames are the rounds' names: as given, or those of the files.
func (f *trendFlags) roundNames(j *job) []string {
	if len(f.names) > 0 {
		return f.names
	}
	var names []string
	for _, p := range j.paths {
		name := filepath.Base(p)
		names = append(names, strings.TrimSuffix(name, filepath.Ext(name)))
	}
	return names
}

// trendOf says what is wrong with the input where there is nothing to compare.
func trendOf(ctx context.Context, study calibrate.Study, o rounds.Options) (*rounds.Trend, error) {
	t, err := rounds.Analyse(ctx, study, o)
	var names rounds.RoundError
	switch {
	case errors.As(err, &names):
		err = inputError{err}
	case errors.Is(err, rounds.ErrOneRound):
		err = inputError{fmt.Errorf("%w: name the column of the rounds with --columns round=Date, or give one file a round", err)}
	}
	return t, err
}
