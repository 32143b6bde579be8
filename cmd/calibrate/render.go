package main

import (
	"bytes"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// render shows a saved report again.
func (a *app) render() *cobra.Command {
	f := &outputFlags{}
	cmd := &cobra.Command{
		Use:   "render REPORT.json",
		Short: "A saved report in any format",
		Long: `Render shows a report that score saved as JSON. What it prints is what score
would have printed in that format.`,
		Example: `  calibrate score --format json -o report.json ratings.csv
  calibrate render --format html -o report.html report.json`,
		Args: oneFileWanted,
		RunE: func(_ *cobra.Command, args []string) error { return a.runRender(f, args[0]) },
	}
	f.add(cmd)
	return cmd
}

// oneFileWanted is the argument rule of commands that read one file.
func oneFileWanted(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return usageError{fmt.Errorf("%d files, and %s reads one", len(args), cmd.CommandPath()), ""}
	}
	return filesWanted(cmd, args)
}

// runRender reads a report and writes it.
func (a *app) runRender(f *outputFlags, path string) error {
	if err := f.parse(); err != nil {
		return err
	}
	if err := notOver("--output", f.output, []string{path}); err != nil {
		return err
	}
	r, err := a.readReport(path)
	if err != nil {
		return inputError{err}
	}
	files, content, err := f.render(a, r)
	if err != nil {
		return err
	}
	if err := writeFiles(files); err != nil {
		return err
	}
	return f.finish(a, content)
}

// readReport reads a saved report from a file, or from standard input.
func (a *app) readReport(path string) (*calibrate.Report, error) {
	if path == "-" {
		return report.Read(a.stdin)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, plainError(err))
	}
	r, err := report.Read(io.Reader(bytes.NewReader(content)))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}
