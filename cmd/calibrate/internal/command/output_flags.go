package command

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
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// OutputFlags say how a result is shown, and where.
type OutputFlags struct {
	name   string // of the format
	Table  string
	Output string
	open   bool // a page, in the browser

	Format *format.Format
	tables []string // that CSV can write
	flags  *pflag.FlagSet
}

// Add defines the flags for a result with these tables.
func (f *OutputFlags) Add(cmd *cobra.Command, tables []string) {
	flags := cmd.Flags()
	f.flags, f.tables = flags, tables
	flags.StringVar(&f.name, "format", format.Formats[0].ID, "how to show it: "+strings.Join(format.IDs(), ", "))
	flags.StringVarP(&f.Output, "output", "o", "", "write to a file, whose ending names the format")
	Complete(cmd, "format", format.IDs())
	if len(tables) > 1 {
		flags.StringVar(&f.Table, "table", "", "the list that --format csv writes: "+strings.Join(tables, ", "))
		Complete(cmd, "table", tables)
	}
	flags.BoolVar(&f.open, "open", false, "write a page and open it in the browser")
}

// Parse checks the flags and that nothing to be read is written over; an error
// is one of usage.
func (f *OutputFlags) Parse(paths []string) error {
	var err error
	if f.Format, err = f.chosen(); err != nil {
		return err
	}
	if f.Table != "" {
		if f.Format.ID != "csv" {
			return Usage(fmt.Errorf("--table goes with --format csv"), "")
		}
		if err := format.CheckTable(f.tables, f.Table); err != nil {
			return Usage(err, "")
		}
	}
	if err := format.CheckName(f.Output); err != nil {
		return Usage(err, "end it in .gz, or pack it afterwards")
	}
	if isFolder(f.Output) {
		if f.Format.ID != "csv" || f.Table != "" {
			return Usage(fmt.Errorf("%s: a folder holds the tables of --format csv, all of them", f.Output), "name a file")
		}
		return nil // tables can stand beside what is read
	}
	return NotOver("--output", f.Output, paths)
}

// chosen is the format that --format names, or else the one that the output's
// name ends like: -o report.html is a page.
func (f *OutputFlags) chosen() (*format.Format, error) {
	named := f.flags.Changed("format")
	if f.open {
		if named && f.name != "html" {
			return nil, Usage(fmt.Errorf("--open shows a page, and --format says %s", f.name), "leave one of them out")
		}
		f.name, named = "html", true
	}
	if named || f.Output == "" || isFolder(f.Output) || !IsFile(f.Output) {
		x, err := format.Lookup(f.name)
		if err != nil {
			return nil, Usage(err, "")
		}
		return x, nil
	}
	x, err := format.OfFile(f.Output)
	switch {
	case err == nil:
		return x, nil
	case strings.EqualFold(filepath.Ext(f.Output), ".pdf"):
		return nil, Usage(err, "for a PDF write a page with -o report.html, open it, and print it to a file")
	}
	return nil, Usage(err, "end the name in one of them, or name the format with --format")
}

// Render returns the files to write, or what goes to standard output.
func (f *OutputFlags) Render(a *App, r format.Result) ([]outfile.File, *bytes.Buffer, error) {
	if isFolder(f.Output) {
		return f.directory(r)
	}
	looks := format.Options{}
	if f.Output == "" && !f.open {
		if looks = a.looks(); f.Format.Binary && IsTerminal(a.Stdout) {
			return nil, nil, Usage(fmt.Errorf("%s is not for the screen", f.Format.Title), "write it to a file with -o report"+f.Format.Extensions[0])
		}
	}
	looks.Table = f.Table
	content := &bytes.Buffer{}
	if err := f.Format.Write(content, r, looks); err != nil {
		return nil, nil, err
	}
	if f.open && f.Output == "" {
		to, err := os.MkdirTemp("", "calibrate-*")
		if err != nil {
			return nil, nil, fmt.Errorf("cannot write a page: %w", wording.Plain(err))
		}
		f.Output = filepath.Join(to, "report"+f.Format.Extensions[0])
	}
	if f.Output != "" {
		bytes, err := format.ForFile(f.Output, content.Bytes())
		return []outfile.File{{Path: f.Output, Content: bytes, Mode: f.mode(r)}}, nil, err
	}
	return nil, content, nil
}

// mode is who may read the file. Whoever has the rows of people can work out
// who is in which group, so JSON and CSV that hold them are for their owner.
func (f *OutputFlags) mode(r format.Result) fs.FileMode {
	if r.Private && (f.Format.ID == "json" || f.Format.ID == "csv") {
		return 0o600
	}
	return 0o644
}

// directory returns every table as a file of the directory.
func (f *OutputFlags) directory(r format.Result) ([]outfile.File, *bytes.Buffer, error) {
	tables, err := format.CSVFiles(r)
	if err != nil {
		return nil, nil, err
	}
	if err := os.MkdirAll(f.Output, 0o755); err != nil {
		return nil, nil, fmt.Errorf("cannot write %s: %w", f.Output, wording.Plain(err))
	}
	var files []outfile.File
	for _, t := range tables {
		files = append(files, outfile.File{Path: filepath.Join(f.Output, t.Name), Content: t.Content, Mode: f.mode(r)})
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

// IsFile reports whether a path is, or would be, a file: no directory, device
// or pipe.
func IsFile(path string) bool {
	info, err := os.Stat(path)
	return err != nil || info.Mode().IsRegular()
}

// Finish prints what goes to standard output, and opens the page.
func (f *OutputFlags) Finish(a *App, content *bytes.Buffer) error {
	if content != nil {
		return a.Print(content)
	}
	if !f.open {
		return nil
	}
	return a.openPage(f.Output)
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

// WriteFiles writes every file whole, or none.
func WriteFiles(files []outfile.File) error {
	err := outfile.Write(files)
	var clash *outfile.Clash
	if errors.As(err, &clash) {
		return Usage(err, "give each a name of its own")
	}
	return err
}
