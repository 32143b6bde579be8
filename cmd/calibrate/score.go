package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/report"
)

// scoreFlags are the flags of score.
type scoreFlags struct {
	readFlags
	outputFlags
	key, individual     string
	standard, failUnder string
	master              string
	meeting             meetingFlags
	options             calibrate.Options
}

// score is the main job: the report.
func (a *app) score() *cobra.Command {
	f := &scoreFlags{}
	cmd := &cobra.Command{
		Use:   "score FILE…",
		Short: "The report: are we aligned, how far, where, and what to talk about first",
		Long: `Score reads ratings and prints the report. A FILE of - is standard input;
several files are one set of ratings. People stand under pseudonyms.`,
		Example: `  calibrate score ratings.csv
  calibrate score --scale 1-4 --by role ratings.csv
  calibrate score --open ratings.csv
  calibrate score --format json -o report.json ratings.csv
  calibrate score --fail-under exact=0.6 ratings.csv`,
		Args: filesWanted,
		RunE: func(cmd *cobra.Command, args []string) error { return a.runScore(cmd.Context(), f, args) },
	}
	f.readFlags.add(cmd)
	f.outputFlags.add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.standard, "standard", calibrate.Standards[0].ID, standardsHelp())
	flags.StringVar(&f.options.By, "by", "", "a column that groups the raters, such as role")
	flags.StringVar(&f.master, "master", "", "a file with the agreed scores, or the rater who gave them")
	flags.BoolVar(&f.options.Names, "names", false, "show names beside the pseudonyms")
	flags.StringVar(&f.key, "key", "", "write who is who to a file")
	flags.StringVar(&f.individual, "individual", "", "write one private sheet a rater to a directory")
	f.meeting.add(cmd)
	flags.BoolVar(&f.options.NoQuotes, "no-quotes", false, "leave out what was written")
	flags.StringVar(&f.failUnder, "fail-under", "", "exit 1 where a figure is below, such as exact=0.75,alpha=0.667")
	flags.Float64Var(&f.options.Confidence, "confidence", calibrate.DefaultConfidence, "of the intervals, 0.5 to 0.999")
	flags.IntVar(&f.options.Bootstrap, "bootstrap", 0, "replicates for the intervals of the coefficients")
	flags.Uint64Var(&f.options.Seed, "seed", 1, "of everything that is drawn at random")
	return cmd
}

// runScore reads, analyses and writes.
func (a *app) runScore(ctx context.Context, f *scoreFlags, paths []string) error {
	thresholds, err := f.parseScore(paths)
	if err != nil {
		return err
	}
	calibrate.Prepare()
	f.readFlags.options.InBlocks = true
	reading, err := f.read(ctx, a, paths)
	if err != nil {
		return err
	}
	defer reading.Close()
	study, err := f.study(ctx, a, reading)
	if err != nil {
		return err
	}
	r, err := calibrate.Analyse(ctx, study, f.options)
	if err != nil {
		return analysisError(err)
	}
	if err := a.deliver(ctx, f, reading, study, r); err != nil {
		return err
	}
	if !f.quiet {
		a.advise(r)
	}
	a.mention(f.quiet, reading)
	if unmet := calibrate.Unmet(r, thresholds); len(unmet) > 0 {
		return unmetError(unmet)
	}
	return nil
}

// parseScore checks all flags before anything is read.
func (f *scoreFlags) parseScore(paths []string) ([]calibrate.Threshold, error) {
	if err := f.outputFlags.parse(); err != nil {
		return nil, err
	}
	if err := f.meeting.apply(&f.options); err != nil {
		return nil, err
	}
	standard, err := calibrate.ParseStandard(f.standard)
	if err != nil {
		return nil, usageError{err, ""}
	}
	if standard.NeedsMaster && f.master == "" {
		return nil, usageError{fmt.Errorf("the standard %s compares with an answer key", standard.ID), "name it with --master, or choose district, naep or kansas"}
	}
	f.options.Standard = standard
	f.options.Version = version()
	if err := checkConfidence(f.options.Confidence); err != nil {
		return nil, err
	}
	if err := checkReplicates(f.options.Bootstrap); err != nil {
		return nil, err
	}
	var thresholds []calibrate.Threshold
	if f.failUnder != "" {
		if thresholds, err = calibrate.ParseThresholds(f.failUnder); err != nil {
			return nil, usageError{fmt.Errorf("--fail-under: %w", err), "for example --fail-under exact=0.75,alpha=0.667"}
		}
	}
	return thresholds, f.overwrites(paths)
}

// overwrites refuses to write over what is to be read.
func (f *scoreFlags) overwrites(paths []string) error {
	for _, out := range []struct{ flag, path string }{{"--output", f.output}, {"--key", f.key}} {
		if isDirectory(out.path) {
			continue // tables can stand beside what is read
		}
		if err := notOver(out.flag, out.path, paths); err != nil {
			return err
		}
	}
	if f.output != "" && f.key != "" && filepath.Clean(f.output) == filepath.Clean(f.key) {
		return usageError{errors.New("--output and --key name the same file"), "who is who stands apart from the report"}
	}
	return nil
}

// deliver writes the report, and the key and private sheets where they were
// asked for: all files, or none.
func (a *app) deliver(ctx context.Context, f *scoreFlags, reading *input.Reading, study calibrate.Study, r *calibrate.Report) error {
	files, content, err := f.render(a, r)
	if err != nil {
		return err
	}
	if f.key != "" {
		key, err := keyFile(calibrate.Key(study, f.options))
		if err != nil {
			return err
		}
		files = append(files, file{f.key, key, 0o600})
	}
	if f.individual != "" {
		sheets, err := f.sheets(ctx, study)
		if err != nil {
			return err
		}
		files = append(files, sheets...)
	}
	if err := reading.Err(); err != nil { // a reason could not be read again
		return inputError{err}
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	return f.finish(a, content)
}

// sheets returns one private sheet a rater: a page with --format html, else
// Markdown. Only its owner may read what it makes.
func (f *scoreFlags) sheets(ctx context.Context, study calibrate.Study) ([]file, error) {
	list, err := calibrate.Sheets(ctx, study, f.options)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(f.individual, 0o700); err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", f.individual, plainError(err))
	}
	write, extension := report.WriteMarkdown, ".md"
	if f.name == "html" {
		write, extension = report.WriteHTML, ".html"
	}
	var files []file
	for _, sheet := range list {
		var content bytes.Buffer
		if err := write(&content, report.ViewSheet(sheet)); err != nil {
			return nil, err
		}
		files = append(files, file{filepath.Join(f.individual, sheet.Stem()+extension), content.Bytes(), 0o600})
	}
	return files, nil
}

// advise says on standard error what the user should know beside the report.
func (a *app) advise(r *calibrate.Report) {
	if n := r.Input.Raters; calibrate.SmallTeam(n) {
		fmt.Fprintf(a.stderr, "calibrate: in a team of %d no pseudonym protects: each knows who the others are\n", n)
	}
}

func standardsHelp() string {
	s := "the rule of the verdict:"
	for _, standard := range calibrate.Standards {
		if !standard.NeedsMaster {
			s += " " + standard.ID + ","
		}
	}
	return s + " or exact=0.8,two-apart=0.05"
}
