package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/anonymize"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// anonymizeFlags are the flags of anonymize.
type anonymizeFlags struct {
	*command.Job
	keyFile, output string
	keep            []string
	noReasons       bool
}

// anonymizeCommand writes a copy of ratings under pseudonyms.
func anonymizeCommand(a *command.App) *cobra.Command {
	f := &anonymizeFlags{Job: &command.Job{App: a}}
	cmd := &cobra.Command{
		Use:   "anonymize FILE…",
		Short: "A copy with keyed pseudonyms, the reasons swept of names",
		Long: `Anonymize writes the ratings as CSV, a row a rating, with a pseudonym for each
rater. It hangs on the name and on the key in --key-file alone: with the same
key a person has the same pseudonym in every file and round. Whoever has the key
and a list of names can tell who is who: keep it apart from the copy.

The names of raters, and what else looks like a name or an e-mail address, are
taken out of the reasons. No program finds all: read them before you pass the
copy on. Where a lesson, a round, an indicator, a header or a kept value names a
rater, the pseudonym stands there; other names in them are listed. Columns such as role and school are
left out: in a small team they say who somebody is. --keep keeps them.`,
		Example: `  calibrate anonymize --key-file team.key -o shared.csv ratings.csv
  calibrate anonymize --key-file team.key --keep role --no-reasons ratings.csv`,
		Args: command.FilesWanted,
		RunE: func(cmd *cobra.Command, args []string) error {
			f.Paths = args
			return f.run(cmd.Context())
		},
	}
	f.ReadFlags.Add(cmd)
	flags := cmd.Flags()
	flags.StringVar(&f.keyFile, "key-file", "", "the file with the key; it is made if it is not there")
	flags.StringSliceVar(&f.keep, "keep", nil, "further columns to keep, such as role,school; lesson, round or indicator: their names were looked at")
	flags.BoolVar(&f.noReasons, "no-reasons", false, "leave out what people wrote")
	flags.StringVarP(&f.output, "output", "o", "", "write the copy to a file")
	return cmd
}

// run reads, replaces and writes. Every round is read unless one is
// chosen.
func (f *anonymizeFlags) run(ctx context.Context) error {
	if err := f.check(); err != nil {
		return err
	}
	key, made, err := f.key()
	if err != nil {
		return err
	}
	if f.Options.Round == "" {
		f.Options.Round = "all"
	}
	f.Options.WithoutReasons = f.noReasons // reads large files sooner
	if err := f.Read(ctx, false, false); err != nil {
		return err
	}
	copied, err := anonymize.Ratings(f.Reading, key, anonymize.Kept{Columns: f.keep, Reasons: !f.noReasons})
	if err != nil {
		return command.Usage(err, "see what was read with calibrate check")
	}
	var content bytes.Buffer
	if err := copied.WriteCSV(&content); err != nil {
		return err
	}
	return f.hand(copied, content, made)
}

// check refuses flags that are missing, and to write over what is read.
func (f *anonymizeFlags) check() error {
	if f.keyFile == "" {
		return command.Usage(errors.New("no --key-file"), "name a file for the key, for example --key-file team.key; it is made if it is not there")
	}
	if f.output != "" && (command.SameFile(f.output, f.keyFile) || filepath.Clean(f.output) == filepath.Clean(f.keyFile)) {
		return command.Usage(errors.New("--output and --key-file name the same file"), "the key stands apart from the copy")
	}
	return command.NotOver("--output", f.output, f.Paths)
}

// key returns the key of the file, or a new one with the file to make.
func (f *anonymizeFlags) key() (key []byte, made []outfile.File, err error) {
	content, err := source.ReadFile(f.keyFile, source.SmallFile)
	if errors.Is(err, fs.ErrNotExist) {
		content, err = []byte(anonymize.NewKey()), nil
		made = []outfile.File{{Path: f.keyFile, Content: content, Mode: 0o600}}
	}
	if err != nil {
		return nil, nil, command.Unread(fmt.Errorf("cannot read %s: %w", f.keyFile, wording.Plain(err)))
	}
	if key, err = anonymize.ParseKey(content); err != nil {
		return nil, nil, command.Unread(fmt.Errorf("%s: %w", f.keyFile, err))
	}
	if len(made) == 0 && readByOthers(f.keyFile) {
		f.Say("others on this computer can read the key in %s: chmod 600 %[1]s", f.keyFile)
	}
	return key, made, nil
}

// readByOthers reports whether a file can be read by others than its owner.
// The modes of Windows do not say.
func readByOthers(path string) bool {
	info, err := os.Stat(path)
	return err == nil && runtime.GOOS != "windows" && info.Mode().IsRegular() && info.Mode().Perm()&0o077 != 0
}

// hand writes the copy, and the key where it is new, and says what was done.
func (f *anonymizeFlags) hand(copied *anonymize.Copy, content bytes.Buffer, made []outfile.File) error {
	files := slices.Clone(made)
	if f.output != "" {
		files = append(files, outfile.File{Path: f.output, Content: content.Bytes(), Mode: 0o644})
	}
	if err := command.WriteFiles(files); err != nil {
		return err
	}
	if f.output == "" {
		if err := f.Print(&content); err != nil {
			return err
		}
	}
	if f.Quiet {
		return nil
	}
	if len(made) > 0 {
		f.Say("a new key stands in %s: keep it, and keep it apart from the copy", f.keyFile)
	}
	if !f.noReasons {
		f.Say("names taken out of the reasons: %d, e-mail addresses: %d. No program finds all: read the reasons before you pass them on, or leave them out with --no-reasons",
			copied.Names, copied.Emails)
	}
	if copied.Labels > 0 {
		f.Say("pseudonyms stand in %d lessons, rounds, indicators, headers or values that named a rater", copied.Labels)
	}
	if len(copied.Telling) > 0 {
		f.Say("these stay as they are and may name somebody: %s; look at them, and --keep lesson, round or indicator leaves this out", strings.Join(copied.Telling, "; "))
	}
	return nil
}
