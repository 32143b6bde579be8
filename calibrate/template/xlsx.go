package template

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/input/layout"
)

// The sheets of a template. The one with what can be chosen is hidden, so
// that it is not read.
const (
	templateSheet = "Ratings"
	choicesSheet  = "Choices"
)

// WriteXLSX writes the template as a workbook: a score is chosen from a list,
// and all but scores and reasons is protected, without a password.
func (t *Template) WriteXLSX(w io.Writer) error {
	rows, err := t.rows()
	if err != nil {
		return err
	}
	b := &templateBook{f: excelize.NewFile(), runs: map[string][]string{}}
	b.write(rows)
	if b.err == nil {
		b.err = b.f.Write(w)
	}
	return errors.Join(b.err, b.f.Close())
}

// A templateBook is a workbook in the making, with its first error.
type templateBook struct {
	f       *excelize.File
	err     error
	choices [][]string          // lists of levels, a column each
	runs    map[string][]string // by list: the cells that it is for
}

func (b *templateBook) do(errs ...error) { b.err = errors.Join(b.err, errors.Join(errs...)) }

// write writes both sheets. What a sheet is told of lists and protection
// stands in it only if it is told before its rows.
func (b *templateBook) write(rows [][]blank) {
	b.do(b.f.SetSheetName(b.f.GetSheetName(0), templateSheet))
	b.gather(rows)
	b.lists()
	b.do(b.f.ProtectSheet(templateSheet, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true,
		FormatCells: true, FormatColumns: true, FormatRows: true,
	}))
	b.sheet(rows)
}

// gather notes which cells take which list, as few ranges as there are.
func (b *templateBook) gather(rows [][]blank) {
	for c := range rows[0] {
		start := 0
		for i := 1; i <= len(rows); i++ {
			if i < len(rows) && sameList(rows[i][c], rows[max(start, 1)][c]) {
				continue
			}
			b.run(rows[max(start, 1)][c].levels, c, max(start, 1), i-1)
			start = i
		}
	}
}

func sameList(a, b blank) bool {
	return strings.Join(a.levels, "\n") == strings.Join(b.levels, "\n")
}

// run notes that the rows from first to last of a column take a list.
func (b *templateBook) run(levels []string, column, first, last int) {
	if len(levels) == 0 || last < first {
		return
	}
	key := strings.Join(levels, "\n")
	if _, ok := b.runs[key]; !ok {
		b.choices = append(b.choices, levels)
	}
	b.runs[key] = append(b.runs[key], cellName(column, first)+":"+cellName(column, last))
}

// lists writes the hidden sheet, and ties the cells to it.
func (b *templateBook) lists() {
	_, err := b.f.NewSheet(choicesSheet)
	b.do(err)
	for c, levels := range b.choices {
		for i, word := range levels {
			var value any = word
			if v, err := strconv.ParseFloat(word, 64); err == nil {
				value = v
			}
			b.do(b.f.SetCellValue(choicesSheet, cellName(c, i), value))
		}
		b.dropDown(c, levels)
	}
	b.do(b.f.SetSheetVisible(choicesSheet, false))
}

// dropDown lets the cells of a list choose from it and nothing else.
func (b *templateBook) dropDown(column int, levels []string) {
	v := excelize.NewDataValidation(true)
	v.SetSqref(strings.Join(b.runs[strings.Join(levels, "\n")], " "))
	letter := layout.Letters(column)
	v.SetSqrefDropList(fmt.Sprintf("%s!$%s$1:$%s$%d", choicesSheet, letter, letter, len(levels)))
	v.SetError(excelize.DataValidationErrorStyleStop, "Not on the scale", "Choose from the list.")
	b.do(b.f.AddDataValidation(templateSheet, v))
}

// sheet writes the rows.
func (b *templateBook) sheet(rows [][]blank) {
	head, err := b.f.NewStyle(&excelize.Style{
		Font:      &excelize.Font{Bold: true},
		Alignment: &excelize.Alignment{WrapText: true, Vertical: "bottom"},
		Border:    []excelize.Border{{Type: "bottom", Color: "B8C0CA", Style: 1}},
	})
	open, err2 := b.f.NewStyle(&excelize.Style{
		Alignment:  &excelize.Alignment{WrapText: true, Vertical: "top"},
		Protection: &excelize.Protection{Locked: false},
	})
	sw, err3 := b.f.NewStreamWriter(templateSheet)
	b.do(err, err2, err3)
	if b.err != nil {
		return
	}
	b.columns(sw, rows)
	b.do(sw.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft",
	}))
	for i, row := range rows {
		cells := make([]any, len(row))
		for c, x := range row {
			cell := excelize.Cell{Value: x.text}
			switch {
			case i == 0:
				cell.StyleID = head
			case x.open:
				cell = excelize.Cell{StyleID: open}
			}
			cells[c] = cell
		}
		b.do(sw.SetRow(cellName(0, i), cells))
	}
	b.do(sw.Flush())
}

// The widths of columns, in letters.
const (
	widthOfName   = 24
	widthOfScore  = 22
	widthOfReason = 60
)

// columns makes columns as wide as what they hold.
func (b *templateBook) columns(sw *excelize.StreamWriter, rows [][]blank) {
	for c, x := range rows[1] {
		width := widthOfName
		switch {
		case len(x.levels) > 0:
			width = widthOfScore
		case x.open:
			width = widthOfReason
		}
		b.do(sw.SetColWidth(c+1, c+1, float64(width)))
	}
}

// cellName names a cell by its column and row, counted from 0.
func cellName(column, row int) string { return layout.Letters(column) + strconv.Itoa(row+1) }
