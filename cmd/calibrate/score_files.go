package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"

	"github.com/gocarina/gocsv"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// keyFile writes who is who as CSV.
func keyFile(key []privacy.KeyEntry) ([]byte, error) { return gocsv.MarshalBytes(key) }

// sheetFiles are the private sheets, a page each, ready to mail, or Markdown where
// that is asked for. Only their owner may read what they make.
func sheetFiles(directory string, sheets []calibrate.PersonalReport, named *format.Format) ([]file, error) {
	if err := os.MkdirAll(directory, 0o700); err != nil {
		return nil, fmt.Errorf("cannot write %s: %w", directory, plainError(err))
	}
	write, extension := format.WriteHTML, ".html"
	if named.ID == "markdown" {
		write, extension = format.WriteMarkdown, ".md"
	}
	var files []file
	for _, sheet := range sheets {
		var content bytes.Buffer
		if err := write(&content, report.ViewSheet(sheet)); err != nil {
			return nil, err
		}
		files = append(files, file{filepath.Join(directory, sheet.Stem()+extension), content.Bytes(), 0o600})
	}
	return files, nil
}
