package command

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/wording"
)

// Dropped reports whether files were dropped on the program: no command is a
// file's name, and no flag is.
func Dropped(root *cobra.Command, args []string) bool {
	if len(args) == 0 {
		return false
	}
	if found, _, err := root.Find(args[:1]); err == nil && found != root {
		return false
	}
	for _, arg := range args {
		if info, err := os.Stat(arg); err != nil || !info.Mode().IsRegular() {
			return false
		}
	}
	return true
}

// RunDropped opens the report of dropped files in the browser, that of a survey
// where they are one. What went wrong opens as a page too: the console closes
// before anyone has read it.
func (a *App) RunDropped(ctx context.Context, root *cobra.Command, paths []string) error {
	root.SetArgs(append([]string{"score", "--open"}, paths...))
	err := root.ExecuteContext(ctx)
	var faults *problem.Faults
	if errors.As(err, &faults) && areSurvey(*faults) {
		root.SetArgs(append([]string{"survey", "--open"}, paths...))
		err = root.ExecuteContext(ctx)
	}
	if err == nil || ctx.Err() != nil {
		return err
	}
	return errors.Join(err, a.openFault(err))
}

// areSurvey reports whether all that is wrong with ratings is that they are none.
func areSurvey(faults problem.Faults) bool {
	for _, f := range faults {
		if f.Code != "survey" {
			return false
		}
	}
	return len(faults) > 0
}

// openFault opens a page with what went wrong.
func (a *App) openFault(err error) error {
	d := document.Document{Title: "Not read"}
	section := document.Section{ID: "faults", Blocks: []document.Block{
		document.Paragraph{Role: document.Headline, Text: "NOTHING WAS COMPUTED"},
		document.Paragraph{Text: "Mend what stands below in the file, save it, and drop it again. The page calibrate.html offers the ways to read a file as buttons."},
	}}
	list := document.List{}
	for line := range strings.Lines(err.Error()) {
		list.Items = append(list.Items, strings.TrimSpace(line))
	}
	section.Blocks = append(section.Blocks, list)
	d.Sections = []document.Section{section}
	var page bytes.Buffer
	if err := format.WriteHTML(&page, d); err != nil {
		return err
	}
	to, err := os.MkdirTemp("", "calibrate-*")
	if err != nil {
		return fmt.Errorf("cannot write a page: %w", wording.Plain(err))
	}
	path := filepath.Join(to, "not-read.html")
	if err := os.WriteFile(path, page.Bytes(), 0o600); err != nil {
		return fmt.Errorf("cannot write a page: %w", wording.Plain(err))
	}
	return a.openPage(path)
}

// openPage opens a page in the browser.
func (a *App) openPage(path string) error {
	a.Say("the page is %s", path)
	name, args := opener(path)
	if err := exec.Command(name, args...).Start(); err != nil {
		return fmt.Errorf("cannot open the page: %w", err)
	}
	return nil
}
