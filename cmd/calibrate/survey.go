package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// surveyFlags say what the files of a survey do not say of themselves.
type surveyFlags struct {
	files         source.Options
	answers       answers.Options
	scale, rubric string
	full          bool
	lessons       string
	survey        survey.Options
	read          *answers.Answers
}

// surveyCommand reads where a team is and where it should be.
func surveyCommand(a *command.App) *cobra.Command {
	f := &surveyFlags{survey: survey.Options{Version: command.Version()}}
	return command.Command[*survey.Report]{
		Use:   "survey FILE…",
		Short: "Where we are and where we should be: aligned, apart, and what to talk about",
		Long: `Survey reads what each of a team answered, alone, on where it is and where it
should be, for a list of dimensions, and says where the team is aligned, where it
sees today differently, where it wants different things, and plans the
conversation. It reads the exports of forms, with two columns a dimension, two
blocks, two rows a person or one row an answer. Nobody's answers are shown by name.`,
		Example: `  calibrate survey answers.csv
  calibrate survey --rubric tensions --by role answers.xlsx
  calibrate survey --full -o survey.html answers.csv`,
		Shape: report.Survey,
		Choose: func() report.Shape[*survey.Report] {
			if f.full {
				return report.SurveyFull
			}
			return report.Survey
		},
		Input: f.input,
		Read:  f.readAnswers,
		Flags: func(flags *pflag.FlagSet) {
			flags.BoolVar(&f.full, "full", false, "every figure, for the facilitator and the statistician")
			flags.StringVar(&f.survey.By, "by", "", "a column that groups the people, such as role")
			flags.IntVar(&f.survey.Minutes, "minutes", survey.DefaultMinutes, "of the conversation, 30 to 180")
			flags.StringVar(&f.lessons, "lessons", "", "a report saved by score: what the team's lessons show")
			command.AddQuotes(flags, &f.survey.NoQuotes)
			command.AddConfidence(flags, &f.survey.Confidence)
		},
		Check: f.check,
		Compute: func(context.Context, *command.Job) (*survey.Report, error) {
			r, err := survey.Analyse(f.read, f.survey)
			var unknown *survey.UnknownColumnError
			if errors.As(err, &unknown) {
				return nil, command.Usage(err, "name one of them with --by")
			}
			return r, err
		},
		Gates: &command.Gated[*survey.Report]{Knows: survey.Knows, Figures: survey.FiguresOf, Example: "aligned=0.5,is_within_one=0.6"},
	}.Command(a)
}

// input defines the flags of reading.
func (f *surveyFlags) input(j *command.Job, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.scale, "scale", "", "the scale: 1-5, 1-7, 0-10, or 0-100 for a slider")
	flags.StringVar(&f.rubric, "rubric", "", "the dimensions with their ends: tensions, or a file of your own")
	flags.StringVar(&f.answers.Is, "is", "", "the words in the headers for where you are")
	flags.StringVar(&f.answers.Should, "should", "", "the words in the headers for where you should be")
	flags.StringVar(&f.answers.Person, "person", "", "the column of the people")
	flags.Var(command.Repeated{Values: &f.files.Sheets}, "sheet", "the sheets of a workbook to read, of several")
	flags.StringVar(&f.files.Encoding, "encoding", "", "of text files: windows-1252, macroman, …")
	flags.BoolVarP(&j.Quiet, "quiet", "q", false, "no messages but errors")
	command.Complete(cmd, "rubric", []string{"tensions"})
}

// check holds the flags against what there is.
func (f *surveyFlags) check(j *command.Job) error {
	if m := f.survey.Minutes; m < 30 || m > 180 {
		return command.Usage(fmt.Errorf("--minutes %d is not between 30 and 180", m), "")
	}
	if err := command.CheckConfidence(f.survey.Confidence); err != nil {
		return err
	}
	if f.scale != "" {
		scale, err := rubric.ParseScale(f.scale)
		if err != nil {
			return command.Usage(err, "for example --scale 1-5")
		}
		own := rubric.ScaleOf(scale)
		f.answers.Scale = &own
	}
	var err error
	if f.rubric != "" {
		if f.answers.Rubric, err = command.FindRubric(f.rubric); err != nil {
			return err
		}
	}
	if f.lessons != "" {
		if f.survey.Lessons, err = readReport(j.Stdin, f.lessons); err != nil {
			return command.Unread(err)
		}
	}
	f.files.Stdin = j.Hashing.Pass(j.Stdin)
	return nil
}

// readAnswers reads the files.
func (f *surveyFlags) readAnswers(ctx context.Context, j *command.Job) error {
	var err error
	f.read, err = answers.ReadFiles(ctx, j.Paths, f.files, f.answers)
	switch {
	case errors.Is(err, answers.ErrNoSurvey):
		return command.Unread(fmt.Errorf("%w; name their words with --is and --should, such as --is Reality --should Wish", err))
	case err != nil:
		return command.Unread(err)
	}
	return nil
}
