package command

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
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// App is what every command needs of its surroundings.
type App struct {
	Stdin  io.Reader
	Stdout io.Writer
	Stderr *progress
	log    logFormat
}

// NewApp is the surroundings of a run that reads stdin, writes its result to
// Stdout and its messages to stderr, until ctx ends.
func NewApp(ctx context.Context, stdin io.Reader, stdout, stderr io.Writer) *App {
	return &App{Stdin: &interruptible{ctx: ctx, below: stdin}, Stdout: stdout, Stderr: &progress{out: stderr}}
}

// Print writes a result to standard output.
func (a *App) Print(content *bytes.Buffer) error {
	a.Stderr.Stop()
	_, err := content.WriteTo(a.Stdout)
	return StdoutError(err)
}

// StdoutError words what went wrong with standard output. A reader that goes
// away is nothing wrong: it changes only what is written, and no gate.
func StdoutError(err error) error {
	if err == nil || outfile.ReaderGone(err) {
		return nil
	}
	return fmt.Errorf("cannot write to standard output: %w", wording.Plain(err))
}

// Watched remembers the first error of what is written to it.
type Watched struct {
	io.Writer
	Err error
}

func (w *Watched) Write(b []byte) (int, error) {
	n, err := w.Writer.Write(b)
	if w.Err == nil {
		w.Err = err
	}
	return n, err
}

// Show prints a document for the terminal.
func (a *App) Show(d document.Document) error {
	var content bytes.Buffer
	if err := format.WriteText(&content, d, a.looks()); err != nil {
		return err
	}
	return a.Print(&content)
}

// looks returns how a result is shown on standard output: in the width and
// color of a terminal, else plain.
func (a *App) looks() format.Options {
	f, ok := a.Stdout.(*os.File)
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
// Output goes: FORCE_COLOR, or CLICOLOR_FORCE, of force-color.org and
// bixense.com/clicolors.
func forcesColor() bool {
	for _, name := range []string{"FORCE_COLOR", "CLICOLOR_FORCE"} {
		if v := os.Getenv(name); v != "" && v != "0" {
			return true
		}
	}
	return false
}

// IsTerminal reports whether what is written appears on a screen.
func IsTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// Version is the module's version from the build info, or the commit of a
// build from a checkout.
func Version() string {
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
