package format

import (
	"fmt"
	"html/template"
	"slices"
	"unicode/utf8"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// htmlTable is a table as the template takes it.
type htmlTable struct {
	ID, Title, Caption string
	Class              string
	Columns            []htmlColumn
	Rows               []htmlRow
	Shades             []htmlShade
	Key                []htmlKey
	Parts              []htmlPart        // of stacks
	About              []document.Column // those that need a word
}

type htmlColumn struct {
	Title, About, Class string
	Axis                *htmlAxis
	Levels              *htmlHistogram // the labels below the histograms' bars
}

type htmlRow struct {
	Class     string
	Head      string
	HeadClass string
	Cells     []htmlCell
}

// htmlCell is a cell: a text, ready as markup, or a picture with its words.
type htmlCell struct {
	Markup    template.HTML
	Class     string
	Histogram *htmlHistogram
	Plot      *htmlPlot
	Stack     *htmlStack
}

type htmlShade struct{ Class, Words string }

// widestTitle is the longest title that a heat map's columns show flat.
const widestTitle = 4

// shortText is the longest text of a cell that does not break.
const shortText = 16

// The number of rows that stay together on a printed page.
const (
	rowsTogether = 16
	heatTogether = 36
)

func newHTMLTable(s document.Section, t document.Table) *htmlTable {
	h := &htmlTable{ID: t.ID, Title: s.Title, Caption: t.Caption, Class: "data"}
	together := rowsTogether
	if t.Picture {
		h.Class, together = "heat", heatTogether
	}
	if len(t.Rows) <= together {
		h.Class += " whole"
	}
	h.About = slices.DeleteFunc(slices.Clone(t.Columns), func(c document.Column) bool { return c.About == "" })
	axes := false
	for i, c := range t.Columns {
		h.Columns = append(h.Columns, newHTMLColumn(t, i))
		axes = axes || c.Axis != nil
		if t.Picture && i > 0 && utf8.RuneCountInString(c.Title) > widestTitle {
			h.Class += " tall"
		}
	}
	for _, row := range t.Rows {
		h.Rows = append(h.Rows, newHTMLRow(t, row))
	}
	for _, s := range document.UsedShades(t) {
		h.Shades = append(h.Shades, htmlShade{document.Shades[s].Class, s.Words()})
	}
	h.Parts = stackParts(t)
	if axes || len(h.Parts) > 0 {
		h.Key = plotKey(t)
	}
	return h
}

func newHTMLColumn(t document.Table, i int) htmlColumn {
	c := t.Columns[i]
	h := htmlColumn{Title: c.Title, About: c.About, Class: columnClass(t, i)}
	if c.Axis != nil {
		h.Axis = newHTMLAxis(c.Axis)
	}
	h.Levels = sharedLevels(t, i)
	return h
}

// columnClass says how a column is set, and how soon it goes where there is no
// room.
func columnClass(t document.Table, i int) string {
	class := "number"
	switch {
	case isStack(firstCell(t, i)):
		class = "stacked"
	case t.Columns[i].Axis != nil:
		class = "plot"
	case document.ColumnIsWords(t, i):
		class = "words"
	}
	if n := t.Columns[i].Spare; n > 0 {
		class += fmt.Sprintf(" spare%d", n)
	}
	return class
}

func newHTMLRow(t document.Table, row document.Row) htmlRow {
	h := htmlRow{Head: document.Show(row.Cells[0])}
	switch n := utf8.RuneCountInString(h.Head); {
	case n > 2*shortText: // it wants some width
		h.HeadClass = "sentence"
	case n > shortText/2:
		h.HeadClass = "long"
	}
	if row.Marked {
		h.Class = "marked"
	}
	for i, c := range row.Cells[1:] {
		h.Cells = append(h.Cells, newHTMLCell(t, i+1, c))
	}
	return h
}

// newHTMLCell is a cell of a column.
func newHTMLCell(t document.Table, column int, c document.Cell) htmlCell {
	class, text := columnClass(t, column), ""
	switch c := c.(type) {
	case document.Histogram:
		return htmlCell{Class: class, Histogram: newHTMLHistogram(c)}
	case document.Stack:
		return htmlCell{Class: "stacked", Stack: newHTMLStack(c)}
	case document.Mark:
		return htmlCell{Class: class, Plot: newHTMLPlot(t.Columns[column].Axis, c)}
	case document.Tint:
		class += " tint " + document.Shades[c.Shade].Class
		text = document.Show(c.Cell)
	case document.YesNo:
		text = document.Show(c)
		if c.No() {
			class += " no"
		}
	case document.Meets:
		text = document.Show(c)
		if c.No() {
			class += " no"
		}
	default:
		text = document.Show(c)
	}
	if utf8.RuneCountInString(text) <= shortText {
		class += " short"
	}
	return htmlCell{Markup: textCell(class, sortKey(c), text)}
}

// textCell is the markup of a cell with a text. A page has thousands of them:
// the template would take most of its time over these alone.
func textCell(class, sort, text string) template.HTML {
	if sort != "" {
		sort = ` data-sort="` + sort + `"`
	}
	return template.HTML(`<td class="` + class + `"` + sort + `>` + template.HTMLEscapeString(text) + `</td>`)
}

// sortKey is a cell's number; words sort by themselves.
func sortKey(c document.Cell) string {
	switch c := c.(type) {
	case document.Count:
		return fmt.Sprint(int(c))
	case document.Share:
		return c.String()
	case document.Decimal:
		return c.String()
	case document.Signed:
		return c.Number.String()
	case document.Against:
		return c.Number.String()
	case document.Span:
		return c.Lower.String()
	}
	return ""
}

// sharedLevels returns the labels of a column of histograms that all have the
// same levels.
func sharedLevels(t document.Table, column int) *htmlHistogram {
	var shared *document.Histogram
	for _, row := range t.Rows {
		h, ok := row.Cells[column].(document.Histogram)
		if !ok || shared != nil && !slices.Equal(shared.Labels, h.Labels) {
			return nil
		}
		shared = &h
	}
	if shared == nil {
		return nil
	}
	return newHTMLHistogram(*shared)
}

func isStack(c document.Cell) bool {
	_, ok := c.(document.Stack)
	return ok
}
