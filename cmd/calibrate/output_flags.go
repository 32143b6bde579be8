package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// outputFlags say how a result is shown, and where.
type outputFlags struct {
	name   string // of the format
	table  string
	output string
	open   bool // a page, in the browser

	format *format.Format
	tables []string // that CSV can write
	flags  *pflag.FlagSet
}

// add defines the flags for a result with these tables.
func (f *outputFlags) add(cmd *cobra.Command, tables []string) {
	flags := cmd.Flags()
	f.flags, f.tables = flags, tables
	flags.StringVar(&f.name, "format", format.Formats[0].ID, "how to show it: "+strings.Join(format.IDs(), ", "))
	flags.StringVarP(&f.output, "output", "o", "", "write to a file, whose ending names the format")
	complete(cmd, "format", format.IDs())
	if len(tables) > 1 {
		flags.StringVar(&f.table, "table", "", "the list that --format csv writes: "+strings.Join(tables, ", "))
		complete(cmd, "table", tables)
	}
	flags.BoolVar(&f.open, "open", false, "write a page and open it in the browser")
}

// parse checks the flags and that nothing to be read is written over; an error
// is one of usage.
func (f *outputFlags) parse(paths []string) error {
	var err error
	if f.format, err = f.chosen(); err != nil {
		return err
	}
	if f.table != "" {
		if f.format.ID != "csv" {
			return usageError{fmt.Errorf("--table goes with --format csv"), ""}
		}
		if err := format.CheckTable(f.tables, f.table); err != nil {
			return usageError{err, ""}
		}
	}
	if err := format.CheckName(f.output); err != nil {
		return usageError{err, "end it in .gz, or pack it afterwards"}
	}
	if isFolder(f.output) {
		if f.format.ID != "csv" || f.table != "" {
			return usageError{fmt.Errorf("%s: a folder holds the tables of --format csv, all of them", f.output), "name a file"}
		}
		return nil // tables can stand beside what is read
	}
	return notOver("--output", f.output, paths)
}

// chosen is the format that --format names, or else the one that the output's
// name ends like: -o report.html is a page.
func (f *outputFlags) chosen() (*format.Format, error) {
	named := f.flags.Changed("format")
	if f.open {
		if named && f.name != "html" {
			return nil, usageError{fmt.Errorf("--open shows a page, and --format says %s", f.name), "leave one of them out"}
		}
		f.name, named = "html", true
	}
	if named || f.output == "" || isFolder(f.output) || !isFile(f.output) {
		x, err := format.Lookup(f.name)
		if err != nil {
			return nil, usageError{err, ""}
		}
		return x, nil
	}
	x, err := format.OfFile(f.output)
	switch {
	case err == nil:
		return x, nil
	case strings.EqualFold(filepath.Ext(f.output), ".pdf"):
		return nil, usageError{err, "for a PDF write a page with -o report.html, open it, and print it to a file"}
	}
	return nil, usageError{err, "end the name in one of them, or name the format with --format"}
}

// render returns the files to write, or what goes to standard output.
func (f *outputFlags) render(a *app, r format.Result) ([]outfile.File, *bytes.Buffer, error) {
	if isFolder(f.output) {
		return f.directory(r)
	}
	looks := format.Options{}
	if f.output == "" && !f.open {
		if looks = a.looks(); f.format.Binary && isTerminal(a.stdout) {
			return nil, nil, usageError{fmt.Errorf("%s is not for the screen", f.format.Title), "write it to a file with -o report" + f.format.Extensions[0]}
		}
	}
	looks.Table = f.table
	content := &bytes.Buffer{}
	if err := f.format.Write(content, r, looks); err != nil {
		return nil, nil, err
	}
	if f.open && f.output == "" {
		to, err := os.MkdirTemp("", "calibrate-*")
		if err != nil {
			return nil, nil, fmt.Errorf("cannot write a page: %w", plainError(err))
		}
		f.output = filepath.Join(to, "report"+f.format.Extensions[0])
	}
	if f.output != "" {
		bytes, err := format.ForFile(f.output, content.Bytes())
		return []outfile.File{{Path: f.output, Content: bytes, Mode: f.mode(r)}}, nil, err
	}
	return nil, content, nil
}

// mode is who may read the file. Whoever has the rows of people can work out
// who is in which group, so JSON and CSV that hold them are for their owner.
func (f *outputFlags) mode(r format.Result) fs.FileMode {
	if r.Private && (f.format.ID == "json" || f.format.ID == "csv") {
		return 0o600
	}
	return 0o644
}

// directory returns every table as a file of the directory.
func (f *outputFlags) directory(r format.Result) ([]outfile.File, *bytes.Buffer, error) {
	tables, err := format.CSVFiles(r)
	if err != nil {
		return nil, nil, err
	}
	if err := os.MkdirAll(f.output, 0o755); err != nil {
		return nil, nil, fmt.Errorf("cannot write %s: %w", f.output, plainError(err))
	}
	var files []outfile.File
	for _, t := range tables {
		files = append(files, outfile.File{Path: filepath.Join(f.output, t.Name), Content: t.Content, Mode: f.mode(r)})
	}
	return files, nil, nil
}

// isFolder reports whether a path is a directory, or is written as one: one
// that is not there is made.
func isFolder(path string) bool {
	return isDirectory(path) || strings.HasSuffix(path, "/") || strings.HasSuffix(path, string(filepath.Separator))
}

// isDirectory reports whether a path is a directory.
func isDirectory(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// isFile reports whether a path is, or would be, a file: no directory, device
// or pipe.
func isFile(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// finish prints what goes to standard output, and opens the page.
func (f *outputFlags) finish(a *app, content *bytes.Buffer) error {
	if content != nil {
		return a.print(content)
	}
	if !f.open {
		return nil
	}
	return a.openPage(f.output)
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

// writeFiles writes every file whole, or none.
func writeFiles(files []outfile.File) error {
	err := outfile.Write(files)
	var clash *outfile.Clash
	if errors.As(err, &clash) {
		return usageError{err, "give each a name of its own"}
	}
	return err
}

// plainError drops the operation and path that the message already names.
func plainError(err error) error { return outfile.Plain(err) }
