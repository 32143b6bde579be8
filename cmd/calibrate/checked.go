package main

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/document"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// checkSchema names the shape of check's JSON.
const checkSchema = "calibrate.check/v1"

// checked is what check found, in the form of its JSON.
type checked struct {
	Schema  string            `json:"schema"`
	Program calibrate.Program `json:"program"`
	calibrate.Made
	Settings    calibrate.ReadSettings `json:"settings"`
	OK          bool                   `json:"ok"`
	Layout      string                 `json:"layout"`
	Files       []input.File           `json:"files"`
	Ratings     int                    `json:"ratings"`
	Raters      int                    `json:"raters"`
	Lessons     int                    `json:"lessons"`
	Indicators  int                    `json:"indicators"`
	NotObserved int                    `json:"not_observed"`
	Blank       int                    `json:"blank"`
	Absent      int                    `json:"absent"`
	Duplicates  int                    `json:"duplicates"`
	Repairs     int                    `json:"repairs"`
	DroppedRows int                    `json:"dropped_rows"`
	Rounds      input.Rounds           `json:"rounds"`
	Scales      []rating.Scale         `json:"scales"`
	RatersAre   string                 `json:"raters_are"`
	LeftOut     []input.LeftOut        `json:"left_out"`
	Columns     []input.Meaning        `json:"columns"`
	Evidence    []input.Sign           `json:"evidence"`
	Preview     []input.Understood     `json:"preview"`
	Problems    []problem.Problem      `json:"problems"`

	explain bool
}

// checkShape is how it is shown.
var checkShape = report.Shape[*checked]{
	Document: (*checked).document,
	Tables: []report.TableOf[*checked]{
		{ID: "problems", Rows: func(c *checked) any { return c.Problems }},
		{ID: "columns", Rows: func(c *checked) any { return c.Columns }},
		{ID: "preview", Rows: func(c *checked) any { return c.Preview }},
	},
}

// Stamp says how the check was made.
func (c *checked) Stamp(s calibrate.Stamp) { c.Program, c.Made, c.Settings = s.Program, s.Made, s.Read }

// newChecked describes a reading.
func newChecked(r *input.Reading, fatal bool) *checked {
	c := &checked{
		Schema: checkSchema, OK: !fatal, Layout: r.Layout, Files: command.OrEmpty(r.Files),
		NotObserved: r.NotObserved, Blank: r.Blank, Absent: r.Absent, Duplicates: r.Duplicates,
		Repairs: r.Repairs, DroppedRows: r.DroppedRows, Rounds: r.Rounds,
		Scales: []rating.Scale{}, Columns: command.OrEmpty(r.Meanings), Preview: command.OrEmpty(r.Preview),
		Problems: command.OrEmpty(r.Problems), RatersAre: r.RatersAre.Named, LeftOut: command.OrEmpty(r.LeftOut), Evidence: command.OrEmpty(r.Signs),
	}
	c.Rounds.Found = command.OrEmpty(c.Rounds.Found)
	if t := r.Table; t != nil {
		c.Ratings, c.Lessons, c.Indicators = t.Ratings(), len(t.Lessons()), len(t.Indicators())
		c.Raters, c.Scales = len(t.Raters()), t.Scales()
	}
	return c
}

// document shows the check to people.
func (c *checked) document() document.Document {
	d := document.Document{Title: "Check"}
	d.Sections = append(d.Sections, document.Section{ID: "read", Blocks: c.summary()})
	if c.explain && len(c.Columns) > 0 {
		d.Sections = append(d.Sections, document.Section{
			ID: "columns", Title: "What each column was taken for", Blocks: []document.Block{c.columns()},
		})
	}
	if c.explain && len(c.Evidence) > 0 {
		d.Sections = append(d.Sections, document.Section{
			ID: "evidence", Title: "What speaks for this reading and against it, and for the next", Blocks: []document.Block{c.evidence()},
		})
	}
	if len(c.Preview) > 0 {
		d.Sections = append(d.Sections, document.Section{
			ID: "preview", Title: "The first ratings as they were understood", Blocks: []document.Block{c.preview()},
		})
	}
	if len(c.Problems) > 0 {
		d.Sections = append(d.Sections, document.Section{
			ID: "problems", Title: "What is odd", Blocks: []document.Block{c.problems()},
		})
	}
	return d
}

// summary says in two sentences what was read.
func (c *checked) summary() []document.Block {
	if !c.OK {
		return []document.Block{
			document.Paragraph{Role: document.Headline, Text: "CANNOT BE READ"},
			document.Paragraph{Text: "Nothing is computed from these files until what is fatal below is mended."},
		}
	}
	counts := fmt.Sprintf("%d ratings: raters %d, lessons %d, indicators %d. Not observed %d, blank %d, without a row %d, duplicates %d, repairs %d, rows left out %d.",
		c.Ratings, c.Raters, c.Lessons, c.Indicators, c.NotObserved, c.Blank, c.Absent, c.Duplicates, c.Repairs, c.DroppedRows)
	blocks := []document.Block{
		document.Paragraph{Role: document.Headline, Text: "READS AS " + strings.ToUpper(c.Layout)},
		document.Paragraph{Text: counts},
	}
	for _, s := range c.Scales {
		var levels []string
		for _, l := range s.Levels {
			level := stats.Of(l.Value).String()
			if l.Label != "" {
				level += " " + l.Label
			}
			levels = append(levels, level)
		}
		blocks = append(blocks, document.Paragraph{Text: fmt.Sprintf("Scale %s (%s): %s.", s.ID, s.Source, strings.Join(levels, ", "))})
	}
	return blocks
}

func (c *checked) columns() document.Table {
	return document.TableOf("columns", c.Columns, []document.ColumnOf[input.Meaning]{
		{Title: "column", Cell: func(m input.Meaning) document.Cell { return document.Text(m.Column) }},
		{Title: "header", Cell: func(m input.Meaning) document.Cell { return document.Text(m.Header) }},
		{Title: "holds", Cell: func(m input.Meaning) document.Cell { return document.Text(m.Field) }},
		{Title: "of", Spare: 1, Cell: func(m input.Meaning) document.Cell {
			return document.Text(strings.TrimSpace(strings.Join([]string{m.Rater, m.Lesson, m.Indicator}, " ")))
		}},
		{Title: "why", Spare: 2, Cell: func(m input.Meaning) document.Cell { return document.Text(m.Why) }},
	})
}

// evidence lists what speaks for each reading, and against it.
func (c *checked) evidence() document.Table {
	return document.TableOf("evidence", c.Evidence, []document.ColumnOf[input.Sign]{
		{Title: "layout", Cell: func(e input.Sign) document.Cell { return document.Text(e.Layout) }},
		{Title: "chosen", Cell: func(e input.Sign) document.Cell {
			return document.Text(map[bool]string{true: "yes", false: "no"}[e.Chosen])
		}},
		{Title: "weight", Cell: func(e input.Sign) document.Cell { return document.Text(fmt.Sprintf("%+.1f", e.Weight)) }},
		{Title: "evidence", Cell: func(e input.Sign) document.Cell { return document.Text(e.Text) }},
	})
}

func (c *checked) preview() document.Table {
	return document.TableOf("preview", c.Preview, []document.ColumnOf[input.Understood]{
		{Title: "row", Cell: func(u input.Understood) document.Cell { return document.Text(fmt.Sprint(u.Row)) }},
		{Title: "rater", Cell: func(u input.Understood) document.Cell { return document.Text(u.Rater) }},
		{Title: "lesson", Cell: func(u input.Understood) document.Cell { return document.Text(u.Lesson) }},
		{Title: "indicator", Cell: func(u input.Understood) document.Cell { return document.Text(u.Indicator) }},
		{Title: "cell", Cell: func(u input.Understood) document.Cell { return document.Text(u.Cell) }},
		{Title: "read as", Cell: func(u input.Understood) document.Cell {
			return document.Text(cmp.Or(u.Score, strings.ReplaceAll(u.State, "_", " ")))
		}},
		{Title: "reason", Spare: 1, Cell: func(u input.Understood) document.Cell { return document.Text(u.Reason) }},
	})
}

func (c *checked) problems() document.List {
	list := document.List{}
	for _, p := range c.Problems {
		hint := ""
		if p.Hint != "" {
			hint = " (" + p.Hint + ")"
		}
		p.Hint = ""
		list.Items = append(list.Items, fmt.Sprintf("%s [%s]: %s%s", p.Severity, p.Code, p.String(), hint))
	}
	return list
}
