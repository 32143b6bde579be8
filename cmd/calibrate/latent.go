package main

import (
	"bytes"
	"context"
	"errors"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
	"github.com/cb401426/calibrate/stats/latent"
)

// latentFlags are the flags of latent.
type latentFlags struct {
	masterOut string
	options   models.LatentOptions
}

// latentCommand fits latent class models.
func latentCommand(a *command.App) *cobra.Command {
	f := &latentFlags{}
	return command.Command[*models.Latent]{
		Use:   "latent FILE…",
		Short: "Latent classes: the level that best explains all ratings, where nobody knows it",
		Long: `Latent finds for each item the level that best explains all ratings, and how
well each rater matches it: the chance to match, severity and noise, with
intervals. It compares three models (Dawid and Skene's, one coin, ordinal) and
takes the one with the lowest BIC.

What it finds is not the truth: raters who share a mistake are believed. It
takes three raters, ten items and two lessons.`,
		Example: `  calibrate latent ratings.csv
  calibrate latent --model dawid_skene --format json ratings.csv
  calibrate latent --master-out key.csv ratings.csv`,
		Shape: report.Latent,
		Gates: &command.Gated[*models.Latent]{Knows: models.LatentKnows, Figures: models.OfLatent, Example: "accuracy=0.6"},
		Flags: f.add,
		Check: f.check,
		Compute: func(ctx context.Context, j *command.Job) (*models.Latent, error) {
			l, err := models.FitLatent(ctx, j.Reading.Study(), f.options)
			if err != nil && ctx.Err() == nil {
				return nil, command.Usage(err, "run calibrate latent --help for the flags")
			}
			return l, err
		},
		Beside: f.beside,
	}.Command(a)
}

func (f *latentFlags) add(flags *pflag.FlagSet) {
	o := &f.options
	flags.StringVar(&o.Kind, "model", "", "dawid_skene, one_coin or ordinal (default: the lowest BIC)")
	flags.Float64Var(&o.Smoothing, "smoothing", 1, "ratings added to each level's own count of a rater; 0 is maximum likelihood")
	flags.IntVar(&o.Bootstrap, "bootstrap", 200, "samples of lessons (of items under five lessons) for intervals; 0 means none")
	flags.StringVar(&f.masterOut, "master-out", "", "write the levels as an answer key, marked as the model's, for calibrate score --master")
	flags.BoolVar(&o.Names, "names", false, "show names beside the pseudonyms")
	command.AddConfidence(flags, &o.Confidence)
	command.AddSeed(flags, &o.Seed)
}

func (f *latentFlags) check(j *command.Job) error {
	j.Options.WithoutReasons = true
	if err := command.CheckConfidence(f.options.Confidence); err != nil {
		return err
	}
	if err := command.CheckReplicates(f.options.Bootstrap); err != nil {
		return err
	}
	if f.options.Bootstrap == 0 {
		f.options.Bootstrap = -1
	}
	f.options.NoSmoothing = f.options.Smoothing == 0
	if _, err := latent.Fit(context.Background(), &latent.Data{}, f.options.Options); err != nil {
		return command.Usage(err, "")
	}
	return command.NotOver("--master-out", f.masterOut, j.Paths)
}

// beside is the answer key, where it was asked for.
func (f *latentFlags) beside(_ context.Context, _ *command.Job, l *models.Latent) ([]outfile.File, error) {
	if f.masterOut == "" {
		return nil, nil
	}
	if l.Model.Kind == "" {
		return nil, command.Unread(errors.New("there is no model to take an answer key from"))
	}
	var content bytes.Buffer
	if err := format.WriteRows(&content, l.Master()); err != nil {
		return nil, err
	}
	return []outfile.File{{Path: f.masterOut, Content: content.Bytes(), Mode: 0o644}}, nil
}
