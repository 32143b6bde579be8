package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
)

// outputFlags say how a report is shown, and where.
type outputFlags struct {
	name   string // of the format
	table  string
	output string
	open   bool

	format *report.Format
	flags  *pflag.FlagSet
}

// formatsHelp says what --format can name.
func formatsHelp[T any](formats []report.FormatOf[T]) string {
	return "how to show it: " + strings.Join(report.FormatIDs(formats), ", ")
}

// tablesHelp says what --table can name.
func tablesHelp[T any](tables []report.TableOf[T]) string {
	return "the table that CSV prints: " + strings.Join(report.TableIDs(tables), ", ")
}

// formatOf returns the format that the flags name, or, where they name none,
// the one that the output's name ends like: -o report.html is a page.
func formatOf[T any](flags *pflag.FlagSet, formats []report.FormatOf[T], output string) string {
	named := flags.Lookup("format")
	if id, ok := report.ByExtension(formats, output); ok && !named.Changed {
		return id
	}
	return named.Value.String()
}

func (f *outputFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	f.flags = flags
	flags.StringVar(&f.name, "format", report.Formats[0].ID, formatsHelp(report.Formats))
	flags.StringVar(&f.table, "table", "", "the list that --format csv prints: "+strings.Join(report.Tables(), ", "))
	flags.StringVarP(&f.output, "output", "o", "", "write the report to a file; with --format csv and a directory, every table")
	flags.BoolVar(&f.open, "open", false, "write the report as a page and open it in the browser")
}

// parse checks the flags; an error is one of usage.
func (f *outputFlags) parse() error {
	if f.open {
		if f.name != report.Formats[0].ID && f.name != "html" {
			return usageError{fmt.Errorf("--open shows a page, and --format says %s", f.name), "leave one of them out"}
		}
		f.name = "html"
	} else {
		f.name = formatOf(f.flags, report.Formats, f.output)
	}
	format, err := report.Lookup(f.name)
	if err != nil {
		return usageError{err, ""}
	}
	if f.table != "" && f.name != "csv" {
		return usageError{fmt.Errorf("--table goes with --format csv"), ""}
	}
	f.format = format
	return nil
}

// render returns the files to write, or what goes to standard output.
func (f *outputFlags) render(a *app, r *calibrate.Report) ([]file, *bytes.Buffer, error) {
	if f.name == "csv" && f.table == "" && isDirectory(f.output) {
		return f.tables(r)
	}
	looks := report.Options{}
	if f.output == "" && !f.open {
		looks = a.looks()
	}
	looks.Table = f.table
	content := &bytes.Buffer{}
	if err := f.format.Write(content, r, looks); err != nil {
		return nil, nil, usageError{err, ""}
	}
	if f.open && f.output == "" {
		f.output = filepath.Join(os.TempDir(), "calibrate-"+r.Data.SHA256[:min(12, len(r.Data.SHA256))]+f.format.Extension)
	}
	if f.output != "" {
		return []file{{f.output, content.Bytes(), 0o644}}, nil, nil
	}
	return nil, content, nil
}

// tables returns every table as a file of the directory.
func (f *outputFlags) tables(r *calibrate.Report) ([]file, *bytes.Buffer, error) {
	tables, err := report.CSVFiles(r)
	if err != nil {
		return nil, nil, err
	}
	var files []file
	for _, t := range tables {
		files = append(files, file{filepath.Join(f.output, t.Name), t.Content, 0o644})
	}
	return files, nil, nil
}

// isDirectory reports whether a path is a directory, or is written as one.
func isDirectory(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// finish prints what goes to standard output, and opens the page.
func (f *outputFlags) finish(a *app, content *bytes.Buffer) error {
	if content != nil {
		return a.print(content)
	}
	if !f.open {
		return nil
	}
	fmt.Fprintf(a.stderr, "calibrate: the page is %s\n", f.output)
	name, args := opener(f.output)
	if err := exec.Command(name, args...).Start(); err != nil {
		return fmt.Errorf("cannot open the page: %w", err)
	}
	return nil
}

// opener is the command that opens a page on this system.
func opener(path string) (string, []string) {
	switch runtime.GOOS {
	case "darwin":
		return "open", []string{path}
	case "windows":
		return "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	return "xdg-open", []string{path}
}
