package format

import (
	"errors"
	"fmt"
	"math"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// The summary: prose over the width of the columns that small tables take.
const (
	summaryFirst   = 34 // width of the first column
	summaryOther   = 13
	summaryColumns = 8
	proseWidth     = 140.0 // letters of a line of prose
	lineHeight     = 15.0
	smallTable     = 6 // rows of a table that the summary shows too
)

// wordSheet writes what stands in words, and the small tables, on a sheet that
// prints on so many pages at most; 0 is as many as it takes.
func (b *workbook) wordSheet(name string, d document.Document, pages int, links []string) error {
	layout := &excelize.PageLayoutOptions{
		Orientation: pointer("portrait"), FitToWidth: pointer(1), FitToHeight: &pages,
	}
	if err := errors.Join(
		b.f.SetPageLayout(name, layout),
		b.f.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: pointer(true)}),
	); err != nil {
		return err
	}
	sw, err := b.f.NewStreamWriter(name)
	if err != nil {
		return err
	}
	s := &summary{b: b, sw: sw, row: 1, sheet: name}
	s.err = errors.Join(
		sw.SetColWidth(1, 1, summaryFirst),
		sw.SetColWidth(2, summaryColumns, summaryOther),
	)
	s.prose(d.Title, cellLook{bold: true, large: 16})
	s.prose(d.Subtitle, cellLook{quiet: true})
	if d.Reading != "" {
		s.prose(d.Reading, cellLook{quiet: true})
	}
	if d.Notice != "" {
		s.prose(d.Notice, cellLook{bold: true})
	}
	for _, sheet := range links {
		s.link("To the sheet "+sheet, sheet)
	}
	for _, section := range d.Sections {
		s.row++
		s.prose(section.Title, cellLook{bold: true, large: 13})
		for _, block := range section.Blocks {
			s.block(block)
		}
	}
	s.row++
	s.prose(d.Footer, cellLook{quiet: true})
	if s.err != nil {
		return s.err
	}
	return sw.Flush()
}

// summary is the sheet in the making: the next row and the first error.
type summary struct {
	b     *workbook
	sw    *excelize.StreamWriter
	sheet string
	row   int
	err   error
}

// link writes a link to another sheet.
func (s *summary) link(text, sheet string) {
	if s.err != nil {
		return
	}
	at := cell(1, s.row)
	s.prose(text, cellLook{link: true})
	s.err = errors.Join(s.err, s.b.f.SetCellHyperLink(s.sheet, at, "'"+sheet+"'!A1", "Location"))
}

func (s *summary) block(b document.Block) {
	switch b := b.(type) {
	case document.Paragraph:
		if b.Role == document.Blank {
			b.Text += " " + writingLine
		}
		for _, line := range document.Lines(b.Text) {
			s.prose(line, map[document.Role]cellLook{
				document.Headline: {bold: true, large: 14}, document.Lead: {bold: true}, document.Aside: {quiet: true}, document.Heading: {bold: true}, document.Ask: {bold: true},
			}[b.Role])
		}
	case document.List:
		for i, item := range b.Items {
			mark := "•  "
			if b.Ordered {
				mark = fmt.Sprintf("%d.  ", i+1)
			}
			s.prose(mark+item, cellLook{})
		}
	case document.Table:
		s.table(b)
	case document.Drawn:
		s.table(b.Table())
	case document.LineCharts: // the table beside it holds its numbers
	default:
		panic(unknownBlock(b))
	}
}

// prose writes a text over all columns, as high as it needs.
func (s *summary) prose(text string, l cellLook) {
	if s.err != nil {
		return
	}
	l.wrap = true
	style, err := s.b.style(l)
	high := math.Ceil(float64(utf8.RuneCountInString(text))/proseWidth) * max(lineHeight, l.large*1.35)
	s.err = errors.Join(err,
		s.sw.SetRow(cell(1, s.row), []any{excelize.Cell{StyleID: style, Value: cutText(text)}},
			excelize.RowOpts{Height: min(high, 400)}),
		s.sw.MergeCell(cell(1, s.row), cell(summaryColumns, s.row)))
	s.row++
}

// table writes a small table, draws stacked bars, and says on which sheet a
// larger table stands.
func (s *summary) table(t document.Table) {
	if s.err != nil {
		return
	}
	if hasStack(t) {
		rows, err := s.b.stackChart(t, s.row)
		s.row, s.err = s.row+rows, err
	}
	if t.Picture || hasStack(t) || len(t.Rows) > smallTable {
		s.link("The numbers: sheet "+t.ID, t.ID)
		return
	}
	columns := sheetColumns(t)
	s.err = s.b.rows(s.sw, t, columns[:min(len(columns), summaryColumns)], s.row)
	s.row += len(t.Rows) + 2
}

func hasStack(t document.Table) bool {
	for i := range t.Columns {
		if isStack(firstCell(t, i)) {
			return true
		}
	}
	return false
}
