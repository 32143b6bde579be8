package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/analysis"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// keyFile writes who is who in the report with a hash of its ratings: as JSON
// where the file is called so, else as CSV.
func keyFile(path string, key []privacy.KeyEntry, report string) ([]byte, error) {
	if !strings.EqualFold(filepath.Ext(path), ".json") {
		rows := make([]privacy.KeyRow, len(key))
		for i, e := range key {
			rows[i] = privacy.KeyRow{KeyEntry: e, Report: report}
		}
		return gocsv.MarshalBytes(rows)
	}
	var content bytes.Buffer
	err := format.WriteJSON(&content, privacy.KeyFile{Schema: privacy.KeySchema, Report: report, Raters: command.OrEmpty(key)})
	return content.Bytes(), err
}

// sheetFiles are the private sheets, a page each, ready to mail, or Markdown where
// that is asked for. Only their owner may read what they make.
func sheetFiles(directory string, sheets []calibrate.PersonalReport, named *format.Format) ([]outfile.File, error) {
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", directory, wording.Plain(err))
	}
	write, extension := format.WriteHTML, ".html"
	if named.ID == "markdown" {
		write, extension = format.WriteMarkdown, ".md"
	}
	var files []outfile.File
	for _, sheet := range sheets {
		var content bytes.Buffer
		if err := write(&content, report.ViewSheet(sheet)); err != nil {
			return nil, err
		}
		files = append(files, outfile.File{Path: filepath.Join(directory, sheet.Stem()+extension), Content: content.Bytes(), Mode: 0o600})
	}
	return files, nil
}

// sheetName is the name of a private sheet's file.
var sheetName = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^R\d+(?:-.*)?\.(?:html|md)$`) })

// earlierSheets lists the private sheets of a folder that this run has not
// written.
func earlierSheets(directory string, written []outfile.File) []string {
	entries, err := os.ReadDir(directory)
	if err != nil {
		return nil
	}
	var all []string
	for _, e := range entries {
		path := filepath.Join(directory, e.Name())
		if e.Type().IsRegular() && sheetName().MatchString(e.Name()) && !slices.ContainsFunc(written, func(f outfile.File) bool { return f.Path == path }) {
			all = append(all, path)
		}
	}
	return all
}

// mentionEarlier names the sheets of an earlier run, or removes them.
func mentionEarlier(j *command.Job, earlier []string, remove bool) error {
	if len(earlier) == 0 {
		return nil
	}
	if remove {
		for _, path := range earlier {
			if err := os.Remove(path); err != nil {
				return fmt.Errorf("cannot remove %s: %w", path, wording.Plain(err))
			}
		}
		return nil
	}
	shown := strings.Join(earlier[:min(len(earlier), 5)], ", ")
	if more := len(earlier) - 5; more > 0 {
		shown += fmt.Sprintf(" and %d more", more)
	}
	j.Say("these sheets are of an earlier run: %s; --force removes them", shown)
	return nil
}

// addMaster gives a study its answer key: the ratings of the rater that
// --master names, or a file.
func addMaster(ctx context.Context, j *command.Job, study *calibrate.Study, master string) (err error) {
	if slices.Contains(study.Table.Raters(), master) {
		*study, err = analysis.TakeMaster(*study, master)
		return err
	}
	if j.Reading.IsMaster(master) {
		return nil // the reading has taken it for the answer key already
	}
	study.Master = nil
	if _, err := os.Stat(master); errors.Is(err, fs.ErrNotExist) {
		return command.Usage(fmt.Errorf("--master %s: no file and no rater is called so", master), "see who rated with calibrate check")
	}
	o, err := j.ReadFlags.Parse(j.Stdin)
	if err != nil {
		return err
	}
	o.Columns = nil // they are those of the ratings
	key, err := input.ReadMaster(ctx, master, j.Reading, o)
	if err != nil {
		return command.Unread(err)
	}
	for _, s := range key.Scores {
		study.Master = append(study.Master, calibrate.MasterScore{
			Lesson: s.Lesson, Indicator: s.Indicator, Round: s.Round, Score: s.Score,
		})
	}
	return nil
}
