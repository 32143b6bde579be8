package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"golang.org/x/term"

	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// app is what every command needs of its surroundings.
type app struct {
	stdin  io.Reader
	stdout io.Writer
	stderr *progress
	log    logFormat
}

// newApp is the surroundings of a run that reads stdin, writes its result to
// stdout and its messages to stderr, until ctx ends.
func newApp(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *app {
	return &app{stdin: &interruptible{ctx: ctx, below: stdin}, stdout: stdout, stderr: &progress{out: stderr}}
}

// print writes a result to standard output.
func (a *app) print(content *bytes.Buffer) error {
	a.stderr.stop()
	_, err := content.WriteTo(a.stdout)
	return stdoutError(err)
}

// stdoutError words what went wrong with standard output. A reader that goes
// away is nothing wrong: it changes only what is written, and no gate.
func stdoutError(err error) error {
	if err == nil || outfile.ReaderGone(err) {
		return nil
	}
	return fmt.Errorf("cannot write to standard output: %w", plainError(err))
}

// watched remembers the first error of what is written to it.
type watched struct {
	io.Writer
	err error
}

func (w *watched) Write(b []byte) (int, error) {
	n, err := w.Writer.Write(b)
	if w.err == nil {
		w.err = err
	}
	return n, err
}

// show prints a document for the terminal.
func (a *app) show(d document.Document) error {
	var content bytes.Buffer
	if err := format.WriteText(&content, d, a.looks()); err != nil {
		return err
	}
	return a.print(&content)
}

// looks returns how a result is shown on standard output: in the width and
// color of a terminal, else plain.
func (a *app) looks() format.Options {
	f, ok := a.stdout.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) {
		return format.Options{Color: forcesColor()}
	}
	o := format.Options{Terminal: true, Color: forcesColor() || os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"}
	if width, _, err := term.GetSize(int(f.Fd())); err == nil {
		o.Width = width
	}
	return o
}

// forcesColor reports whether the environment asks for color wherever the
// output goes: FORCE_COLOR, or CLICOLOR_FORCE, of force-color.org and
// bixense.com/clicolors.
func forcesColor() bool {
	for _, name := range []string{"FORCE_COLOR", "CLICOLOR_FORCE"} {
		if v := os.Getenv(name); v != "" && v != "0" {
			return true
		}
	}
	return false
}

// isTerminal reports whether what is written appears on a screen.
func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// version is the module's version from the build info, or the commit of a
// build from a checkout.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "devel-" + s.Value[:12]
		}
	}
	return "devel"
}
