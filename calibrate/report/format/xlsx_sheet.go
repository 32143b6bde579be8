package format

import (
	"errors"
	"math"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// sheet writes a table as a sheet of its own: a frozen header to filter by,
// and bars behind shares.
func (b *workbook) sheet(t document.Table) error {
	if _, err := b.f.NewSheet(t.ID); err != nil {
		return err
	}
	columns := sheetColumns(t)
	last := cell(len(columns), len(t.Rows)+1)
	if !t.Picture && len(t.Rows) > 1 {
		if err := b.f.AutoFilter(t.ID, "A1:"+last, nil); err != nil {
			return err
		}
	}
	if err := errors.Join( // after the filter, which would undo it
		b.conditions(t, columns),
		b.f.SetPageLayout(t.ID, landscape()),
		b.f.SetSheetProps(t.ID, &excelize.SheetPropsOptions{FitToPage: pointer(true)}),
	); err != nil {
		return err
	}
	sw, err := b.f.NewStreamWriter(t.ID)
	if err != nil {
		return err
	}
	for i, c := range columns {
		err = errors.Join(err, sw.SetColWidth(i+1, i+1, c.width(t)))
	}
	err = errors.Join(err, sw.SetPanes(&excelize.Panes{
		Freeze: true, XSplit: 1, YSplit: 1, TopLeftCell: "B2", ActivePane: "bottomRight",
	}))
	if err != nil {
		return err
	}
	if err := b.rows(sw, t, columns, 1); err != nil {
		return err
	}
	return sw.Flush()
}

// mostSpareShaded is the Spare up to which a column of shares is shaded: what
// goes soon, such as chance, stays plain.
const mostSpareShaded = 1

// rows writes a table's header and rows from a row of the sheet on.
func (b *workbook) rows(sw *excelize.StreamWriter, t document.Table, columns []sheetColumn, from int) error {
	titles, high := make([]any, len(columns)), 1
	for i, c := range columns {
		head, err := b.style(cellLook{head: true, right: !c.words, indent: c.words && c.of > 0})
		if err != nil {
			return err
		}
		titles[i] = excelize.Cell{StyleID: head, Value: cutText(c.title)}
		high = max(high, int(math.Ceil(float64(utf8.RuneCountInString(c.title))/c.width(t))))
	}
	if err := sw.SetRow(cell(1, from), titles, excelize.RowOpts{Height: lineHeight * float64(high)}); err != nil {
		return err
	}
	var err error
	for i, row := range t.Rows {
		cells := make([]any, len(columns))
		for k, c := range columns {
			if cells[k], err = b.cellOf(c, row); err != nil {
				return err
			}
		}
		if err := sw.SetRow(cell(1, from+1+i), cells); err != nil {
			return err
		}
	}
	return nil
}

// conditions colors a column by its values: the higher a share the deeper,
// and the answer no.
func (b *workbook) conditions(t document.Table, columns []sheetColumn) error {
	no, err := b.f.NewConditionalStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Color: apartInk}})
	if err != nil {
		return err
	}
	for i, c := range columns {
		area := cell(i+1, 2) + ":" + cell(i+1, len(t.Rows)+1)
		switch firstCell(t, c.of).(type) {
		case document.Share:
			if t.Columns[c.of].Spare > mostSpareShaded {
				continue
			}
			err = b.f.SetConditionalFormat(t.ID, area, []excelize.ConditionalFormatOptions{{
				Type: "2_color_scale", Criteria: "=", MinType: "num", MinValue: "0", MaxType: "num", MaxValue: "1",
				MinColor: "#" + shadeNone, MaxColor: "#" + shadeFull,
			}})
		case document.YesNo:
			err = b.f.SetConditionalFormat(t.ID, area, []excelize.ConditionalFormatOptions{{
				Type: "cell", Criteria: "==", Value: `"no"`, Format: &no,
			}})
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// landscape fits a sheet's columns on a page.
func landscape() *excelize.PageLayoutOptions {
	return &excelize.PageLayoutOptions{
		Orientation: pointer("landscape"), FitToWidth: pointer(1), FitToHeight: pointer(0),
	}
}

func pointer[T any](v T) *T { return &v }
