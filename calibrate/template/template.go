package template

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cb401426/calibrate/calibrate/input/cell"
	"github.com/cb401426/calibrate/calibrate/input/spelling"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

// A Template is a blank sheet to rate on. Filled in, it reads without a flag.
type Template struct {
	Rubric  *rubric.Rubric
	Raters  []string
	Lessons []string
	// Indicators are ids or names. Without any, the sheet has those that the
	// rubric says can be seen in a lesson, or else all.
	Indicators []string
	Wide       bool // a row for each rater and lesson, not for each rating
}

// A blank is a cell of a template. One with levels is a score to give.
type blank struct {
	text   string
	open   bool // to be filled in
	levels []string
}

// mostRows is how many rows a spreadsheet takes, and mostColumns how many
// columns.
const (
	mostRows    = 1 << 20
	mostColumns = 1 << 14
)

// WriteCSV writes the template as CSV.
func (t *Template) WriteCSV(w io.Writer) error {
	rows, err := t.rows()
	if err != nil {
		return err
	}
	out := csv.NewWriter(w)
	for _, row := range rows {
		line := make([]string, len(row))
		for i, cell := range row {
			line[i] = spelling.Harmless(cell.text)
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// Choices returns what can be written as a score, by scale: the levels from
// low to high, and the word of a rater who could not rate.
func (t *Template) Choices() ([][]string, error) {
	all, err := t.indicators()
	if err != nil {
		return nil, err
	}
	var out [][]string
	for _, in := range all {
		levels := t.levels(in)
		if !slices.ContainsFunc(out, func(l []string) bool { return slices.Equal(l, levels) }) {
			out = append(out, levels)
		}
	}
	return out, nil
}

// rows returns the header and the rows.
func (t *Template) rows() ([][]blank, error) {
	all, err := t.indicators()
	if err != nil {
		return nil, err
	}
	if t.IsSurvey() {
		return t.survey(all)
	}
	titles := make([]string, len(all))
	for i, in := range all {
		titles[i] = spelling.IndicatorTitle(in)
	}
	err = errors.Join(distinct("rater", t.Raters), distinct("lesson", t.Lessons), distinct("indicator", titles))
	if err != nil {
		return nil, err
	}
	rows, columns := len(t.Raters)*len(t.Lessons), 2+2*len(all)
	if !t.Wide {
		rows, columns = rows*len(all), 5
	}
	if rows >= mostRows || columns > mostColumns {
		return nil, fmt.Errorf("%d rows and %d columns are more than a spreadsheet takes", rows+1, columns)
	}
	if t.Wide {
		return t.wide(all), nil
	}
	return t.long(all), nil
}

// agreedColumn holds what was agreed on an indicator before. Reading leaves it
// out.
const agreedColumn = "what we agreed before"

// long returns one row a rating.
func (t *Template) long(all []rubric.Indicator) [][]blank {
	header := texts("rater", "lesson", "indicator", "score", "reason")
	agreed := slices.ContainsFunc(all, func(in rubric.Indicator) bool { return len(in.Notes) > 0 })
	if agreed {
		header = append(header, texts(agreedColumn)...)
	}
	rows := [][]blank{header}
	for _, rater := range t.Raters {
		for _, lesson := range t.Lessons {
			for _, in := range all {
				row := texts(rater, lesson, spelling.IndicatorTitle(in))
				row = append(row, blank{open: true, levels: t.levels(in)}, blank{open: true})
				if agreed {
					row = append(row, texts(strings.Join(t.Rubric.Agreed(in), "; "))...)
				}
				rows = append(rows, row)
			}
		}
	}
	return rows
}

// wide returns one row for each rater and lesson.
func (t *Template) wide(all []rubric.Indicator) [][]blank {
	header := texts("Rater", "Lesson")
	var cells []blank
	for _, in := range all {
		title := spelling.IndicatorTitle(in)
		header = append(header, texts(title, "Reason for "+title)...)
		cells = append(cells, blank{open: true, levels: t.levels(in)}, blank{open: true})
	}
	if agreed := t.agreed(all); agreed != "" {
		header, cells = append(header, texts(agreedColumn)...), append(cells, texts(agreed)...)
	}
	rows := [][]blank{header}
	for _, rater := range t.Raters {
		for _, lesson := range t.Lessons {
			rows = append(rows, append(texts(rater, lesson), cells...))
		}
	}
	return rows
}

// agreed is what was agreed on all indicators before.
func (t *Template) agreed(all []rubric.Indicator) string {
	var list []string
	for _, in := range all {
		if said := t.Rubric.Agreed(in); len(said) > 0 {
			list = append(list, in.ID+": "+strings.Join(said, "; "))
		}
	}
	return strings.Join(list, "; ")
}

func texts(all ...string) []blank {
	row := make([]blank, len(all))
	for i, text := range all {
		row[i].text = cell.Clean(text)
	}
	return row
}

// distinct refuses a list without names, and names that would be read as one.
func distinct(what string, names []string) error {
	if len(names) == 0 {
		return fmt.Errorf("no %s is named", what)
	}
	seen := map[string]string{}
	for _, name := range names {
		key := cell.Fold(name)
		if key == "" {
			return fmt.Errorf("a %s without a name", what)
		}
		if before, ok := seen[key]; ok {
			return fmt.Errorf("two %ss are called %q and %q: they would be read as one", what, before, name)
		}
		seen[key] = name
	}
	return nil
}

// indicators returns the indicators of the sheet, in the order asked for.
func (t *Template) indicators() ([]rubric.Indicator, error) {
	if len(t.Indicators) > 0 {
		return t.chosen()
	}
	all := t.Rubric.Indicators
	if len(all) == 0 {
		return nil, fmt.Errorf("the rubric %s lists no indicators: name them", t.Rubric.ID)
	}
	seen := slices.DeleteFunc(slices.Clone(all), func(in rubric.Indicator) bool { return !in.Observable })
	if len(seen) > 0 {
		return seen, nil
	}
	return all, nil
}

// chosen returns the indicators that are named. A rubric that lists none
// takes any.
func (t *Template) chosen() ([]rubric.Indicator, error) {
	var ids []string
	for _, in := range t.Rubric.Indicators {
		ids = append(ids, in.ID)
	}
	var out []rubric.Indicator
	for _, name := range t.Indicators {
		in, ok := t.Rubric.Match(name)
		switch near := spelling.Nearest(name, ids); {
		case len(ids) == 0:
			in = rubric.Indicator{ID: cell.Clean(name)}
		case !ok && near != "":
			return nil, fmt.Errorf("%q is no indicator of %s: did you mean %s?", name, t.Rubric.ID, near)
		case !ok:
			return nil, fmt.Errorf("%q is no indicator of %s", name, t.Rubric.ID)
		}
		out = append(out, in)
	}
	return out, nil
}

// levels returns what can be written as a score of an indicator.
func (t *Template) levels(in rubric.Indicator) []string {
	scale := t.Rubric.ScaleOf(in).Rating(rating.Declared)
	var all []string
	for _, level := range scale.Levels {
		all = append(all, spelling.Level(level))
	}
	for _, word := range t.Rubric.NotObserved {
		if cell.Lex(word, true).Kind == cell.NotSeen {
			return append(all, word)
		}
	}
	return append(all, "N/A")
}
