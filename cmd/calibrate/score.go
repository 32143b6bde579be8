package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/reasons"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// scoreFlags are the flags of score.
type scoreFlags struct {
	key, individual     string
	standard, master    string
	options             calibrate.Options
	idKey               command.IDKey
	full, force, rasch  bool
	earlier             []string // private sheets of another run
	previous, decisions []string
	drifts              map[string]calibrate.PersonalDrift
	study               calibrate.Study
}

// scoreCommand is the main job: the report.
func scoreCommand(a *command.App) *cobra.Command {
	f := &scoreFlags{options: calibrate.Options{Version: command.Version()}}
	return command.Command[*calibrate.Report]{
		Use:   "score FILE…",
		Short: "The report: are we aligned, how far, where, and what to talk about first",
		Long: `Score reads ratings and prints a page for the room: are we aligned, what to talk
about first, how everyone rated, what the reasons say. It has no row of a person.
--full adds everything for the facilitator and the statistician: every figure,
and the raters under pseudonyms. JSON and CSV always hold everything. A FILE of
- is standard input; several files are one set of ratings.`,
		Example: `  calibrate score ratings.csv
  calibrate score --scale 1-4 --by role ratings.csv
  calibrate score --open ratings.csv
  calibrate score --full ratings.csv
  calibrate score -o report.json ratings.csv
  calibrate score --previous fall.csv winter.csv
  calibrate score --fail-under exact=0.6 ratings.csv`,
		Shape:   report.Room,
		Choose:  func() report.Shape[*calibrate.Report] { return command.Readings(f.full) },
		Flags:   f.add,
		Check:   f.check,
		Compute: f.compute,
		Gates:   &command.Gated[*calibrate.Report]{Knows: gates.ReportKnows, Figures: gates.OfReport, Example: "exact=0.6,3d.exact=0.5,verdict=partly_aligned"},
		Beside:  f.beside,
		After:   f.after,
	}.Command(a)
}

func (f *scoreFlags) add(flags *pflag.FlagSet) {
	command.AddFull(flags, &f.full)
	flags.BoolVar(&f.rasch, "rasch", false, "with --full: severity by the many-facet Rasch model beside ours")
	command.AddStandard(flags, &f.standard)
	flags.StringVar(&f.options.By, "by", "", "a column that groups the raters, such as role")
	flags.StringVar(&f.master, "master", "", "a file with the agreed scores, or the rater who gave them")
	flags.BoolVar(&f.options.Names, "names", false, "show names beside the pseudonyms")
	flags.StringVar(&f.key, "key", "", "write who is who to a file")
	flags.StringVar(&f.individual, "individual", "", "write one private sheet a rater to a directory")
	flags.BoolVar(&f.force, "force", false, "remove private sheets of an earlier run")
	flags.StringSliceVar(&f.previous, "previous", nil, "earlier rounds, the oldest first: files of ratings, or saved reports")
	flags.StringSliceVar(&f.decisions, "decisions", nil, "what was agreed in earlier meetings: the sheet of calibrate agenda, filled in")
	f.idKey.Add(flags)
	addMeeting(flags, &f.options)
	command.AddQuotes(flags, &f.options.NoQuotes)
	command.AddConfidence(flags, &f.options.Confidence)
	flags.IntVar(&f.options.Bootstrap, "bootstrap", 0, "replicates for the intervals of the coefficients")
	command.AddSeed(flags, &f.options.Seed)
}

// check holds all flags against what there is.
func (f *scoreFlags) check(j *command.Job) (err error) {
	if err := checkMeeting(&f.options); err != nil {
		return err
	}
	if f.options.Standard, err = command.ParseStandard(f.standard); err != nil {
		return err
	}
	if f.options.Standard.NeedsMaster && f.master == "" {
		return command.Usage(fmt.Errorf("the standard %s compares with an answer key", f.options.Standard.ID), "name it with --master, or choose district, naep or kansas")
	}
	if err := command.CheckConfidence(f.options.Confidence); err != nil {
		return err
	}
	if err := command.CheckReplicates(f.options.Bootstrap); err != nil {
		return err
	}
	if j.Output != "" && f.key != "" && filepath.Clean(j.Output) == filepath.Clean(f.key) {
		return command.Usage(errors.New("--output and --key name the same file"), "who is who stands apart from the report")
	}
	if f.options.IDs, err = f.idKey.IDs(j); err != nil {
		return err
	}
	reasons.Prepare()
	j.Options.InBlocks, j.Options.Series = true, len(f.previous) > 0
	return command.NotOver("--key", f.key, j.Paths)
}

// compute makes the report.
func (f *scoreFlags) compute(ctx context.Context, j *command.Job) (*calibrate.Report, error) {
	f.study = j.Reading.Study()
	command.SpareMemory(f.study.Table.Ratings())
	if f.master != "" {
		f.study.MasterFrom = "file"
		if slices.Contains(f.study.Table.Raters(), f.master) {
			f.study.MasterFrom = "rater"
		}
		if err := addMaster(ctx, j, &f.study, f.master); err != nil {
			return nil, err
		}
	}
	r, err := analysis.Analyse(ctx, f.study, f.options)
	if err == nil && f.rasch {
		err = models.AddSeverity(ctx, r, f.study, f.options)
	}
	if err == nil {
		err = f.since(ctx, j, r)
	}
	return r, err
}

// beside is who is who and the private sheets, where they were asked for.
func (f *scoreFlags) beside(ctx context.Context, j *command.Job, r *calibrate.Report) ([]outfile.File, error) {
	var files []outfile.File
	if f.key != "" {
		key, err := keyFile(f.key, privacy.Key(f.study, f.options), r.Data.SHA256)
		if err != nil {
			return nil, err
		}
		files = append(files, outfile.File{Path: f.key, Content: key, Mode: 0o600})
	}
	if f.individual == "" {
		return files, nil
	}
	list, err := meeting.PersonalReports(ctx, f.study, f.options)
	if err != nil {
		return nil, err
	}
	f.addDrifts(list)
	sheets, err := sheetFiles(f.individual, list, j.Format)
	f.earlier = earlierSheets(f.individual, sheets)
	return append(files, sheets...), err
}

// addDrifts gives each private sheet how its rater's place in the team changed.
func (f *scoreFlags) addDrifts(list []calibrate.PersonalReport) {
	names := map[string]string{}
	for _, who := range privacy.Key(f.study, f.options) {
		names[who.ID] = strings.ToLower(who.Name)
	}
	for i := range list {
		if d, ok := f.drifts[names[list[i].ID]]; ok {
			list[i].Drift = &d
		}
	}
}

// after says what the user should know beside the report.
func (f *scoreFlags) after(j *command.Job, r *calibrate.Report) error {
	if n := r.Input.Raters; privacy.SmallTeam(n) && !j.Quiet {
		j.Say("in a team of %d no pseudonym protects: each knows who the others are", n)
	}
	return mentionEarlier(j, f.earlier, f.force)
}
