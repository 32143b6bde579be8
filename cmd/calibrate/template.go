package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/report/ratingsheet"
	"github.com/cb401426/calibrate/calibrate/template"
	"github.com/cb401426/calibrate/calibrate/wording"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/outfile"
)

// templateFlags are the flags of template.
type templateFlags struct {
	rubric, raters      string
	lessons, indicators []string
	videos              []string
	layout, format      string
	output              string
	quiet               bool
}

// The forms of a template; the first of each is the default.
var (
	templateLayouts = []string{"long", "wide"}
	templateFormats = []string{"csv", "xlsx", "html"}
)

// templateCommand writes a blank sheet to rate on.
func templateCommand(a *command.App) *cobra.Command {
	f := &templateFlags{}
	cmd := &cobra.Command{
		Use:   "template",
		Short: "A blank sheet to rate on, for a rubric, raters and lessons",
		Long: `Template writes a sheet with a row for every rater, lesson and indicator, and
room for the score and the reason. As a workbook it has the scale's levels to
choose from, and all but scores and reasons is protected. As a page (html) it is
one sheet for every rater, to open in a browser: it sends nothing, keeps what is
filled in, and saves a CSV to mail back. Filled in, each reads without a flag. It has the indicators that the rubric says can be seen in a
lesson, or else all, unless some are named. Of a rubric whose dimensions have two
ends, such as tensions, it is the sheet of a survey: a row for each person, where
we are and where we should be.`,
		Example: `  calibrate template --rubric fft-2013 --raters "Ana,Bo" --lessons L1 -o s.xlsx
  calibrate template --rubric fft-2013 --lessons L1 -o sheet.html
  calibrate template --rubric ours.yaml --raters team.txt --layout wide -o s.csv`,
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error { return f.run(a) },
	}
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.rubric, "rubric", "", "a built-in rubric, or the file of your own: see calibrate rubric list")
	flags.StringVar(&f.raters, "raters", "", "the raters, with commas between them, or a file with one name a line")
	flags.StringSliceVar(&f.lessons, "lessons", nil, "the lessons, with commas between them")
	flags.StringSliceVar(&f.indicators, "indicators", nil, "the indicators, by id or name (default: those that can be seen in a lesson)")
	flags.StringSliceVar(&f.videos, "video", nil, "where to watch each lesson, in their order, for a page")
	flags.StringVar(&f.layout, "layout", templateLayouts[0], "a row for each rating (long), or for each rater and lesson (wide)")
	flags.StringVar(&f.format, "format", "", "csv, xlsx or html (default: by the name of the file)")
	flags.StringVarP(&f.output, "output", "o", "", "write it to a file")
	flags.BoolVarP(&f.quiet, "quiet", "q", false, "no messages but errors")
	return cmd
}

// run writes the template.
func (f *templateFlags) run(a *command.App) error {
	if err := f.check(a); err != nil {
		return err
	}
	t, err := f.template()
	if err != nil {
		return err
	}
	write := t.WriteCSV
	switch f.format {
	case "xlsx":
		write = t.WriteXLSX
	case "html":
		write = f.writePage(t)
	}
	var content bytes.Buffer
	if err := write(&content); err != nil {
		return command.Usage(err, "see calibrate rubric show "+f.rubric)
	}
	if f.output == "" {
		return a.Print(&content)
	}
	if err := command.WriteFiles([]outfile.File{{Path: f.output, Content: content.Bytes(), Mode: 0o644}}); err != nil {
		return err
	}
	return f.say(a.Stderr, t)
}

// writePage writes the template as a page for each rater.
func (f *templateFlags) writePage(t *template.Template) func(io.Writer) error {
	return func(w io.Writer) error {
		form, err := t.Form()
		if err != nil {
			return err
		}
		return ratingsheet.Sheet{Form: form, Videos: f.videos}.Write(w)
	}
}

const templateHint = `for example --rubric fft-2013 --raters "Ana,Bo" --lessons "Lesson 1"`

// check refuses flags that are missing or mean nothing.
func (f *templateFlags) check(a *command.App) error {
	switch byName := strings.TrimPrefix(strings.ToLower(filepath.Ext(f.output)), "."); {
	case f.rubric == "":
		return command.Usage(errors.New("no --rubric to rate on"), templateHint)
	case f.format != "":
	case slices.Contains(templateFormats, byName):
		f.format = byName
	}
	f.format = cmp.Or(f.format, templateFormats[0])
	if !slices.Contains(templateFormats, f.format) {
		return command.Usage(fmt.Errorf("no format %q: there are %s", f.format, strings.Join(templateFormats, ", ")), "")
	}
	if !slices.Contains(templateLayouts, f.layout) {
		return command.Usage(fmt.Errorf("no layout %q: there are %s", f.layout, strings.Join(templateLayouts, ", ")), "")
	}
	if f.raters == "" && f.format != "html" {
		return command.Usage(errors.New("no --raters to rate"), templateHint)
	}
	if len(f.videos) > 0 && f.format != "html" {
		return command.Usage(errors.New("--video goes with a page"), "write it with -o sheet.html")
	}
	if f.format == "xlsx" && f.output == "" && command.IsTerminal(a.Stdout) {
		return command.Usage(errors.New("a workbook is not for the screen"), "write it to a file with -o ratings.xlsx")
	}
	return nil
}

// template makes the template of the flags.
func (f *templateFlags) template() (*template.Template, error) {
	t := &template.Template{Lessons: f.lessons, Indicators: f.indicators, Wide: f.layout == "wide"}
	var err error
	if t.Rubric, err = command.FindRubric(f.rubric); err != nil {
		return nil, err
	}
	if f.raters != "" {
		if t.Raters, err = raterNames(f.raters); err != nil {
			return nil, err
		}
	}
	if len(f.lessons) == 0 && !t.IsSurvey() {
		return nil, command.Usage(errors.New("no --lessons to rate"), templateHint)
	}
	return t, nil
}

// raterNames returns the names of a list, or those of a file.
func raterNames(list string) ([]string, error) {
	content, err := source.ReadFile(list, source.LargeFile)
	if err == nil {
		names, err := template.ParseNames(content)
		if err != nil {
			return nil, command.Unread(fmt.Errorf("%s: %w", list, err))
		}
		return names, nil
	}
	// What is there, but a folder of a person's name, is no list of names.
	info, missing := os.Stat(list)
	there := missing == nil && !info.IsDir()
	if there || slices.Contains([]string{".txt", ".csv"}, strings.ToLower(filepath.Ext(list))) {
		return nil, command.Unread(fmt.Errorf("cannot read %s: %w", list, wording.Plain(err)))
	}
	return strings.Split(list, ","), nil
}

// say tells what can be written as a score.
func (f *templateFlags) say(w io.Writer, t *template.Template) error {
	if f.quiet || f.format == "html" { // which shows the choices
		return nil
	}
	choices, err := t.Choices()
	if err != nil {
		return err
	}
	for _, words := range choices {
		fmt.Fprintf(w, "calibrate: a score is one of: %s\n", strings.Join(words, "; "))
	}
	return nil
}
