package main

import (
	"bytes"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
)

// renderCommand shows a saved report again.
func renderCommand(a *command.App) *cobra.Command {
	f, full := &command.OutputFlags{}, false
	cmd := &cobra.Command{
		Use:   "render REPORT.json",
		Short: "A saved report in any format",
		Long: `Render shows a report that score saved as JSON. What it prints is what score
would have printed in that format.`,
		Example: `  calibrate score -o report.json ratings.csv
  calibrate render -o report.html report.json`,
		Args: oneFileWanted,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := f.Parse(args); err != nil {
				return err
			}
			r, err := readReport(a.Stdin, args[0])
			if err != nil {
				return command.Unread(err)
			}
			files, content, err := f.Render(a, command.Readings(full).Of(r))
			if err != nil {
				return err
			}
			if err := command.WriteFiles(files); err != nil {
				return err
			}
			return f.Finish(a, content)
		},
	}
	command.AddFull(cmd.Flags(), &full)
	f.Add(cmd, report.Full.TableIDs())
	return cmd
}

// oneFileWanted is the argument rule of commands that read one file.
func oneFileWanted(cmd *cobra.Command, args []string) error {
	if len(args) > 1 {
		return command.Usage(fmt.Errorf("%d files, and %s reads one", len(args), cmd.CommandPath()), "")
	}
	return command.FilesWanted(cmd, args)
}

// readReport reads a saved report from a file, or from standard input.
func readReport(stdin io.Reader, path string) (*calibrate.Report, error) {
	if path == "-" {
		return report.Read(stdin)
	}
	content, err := source.ReadFile(path, source.LargeFile)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s: %w", path, wording.Plain(err))
	}
	r, err := report.Read(bytes.NewReader(content))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return r, nil
}
