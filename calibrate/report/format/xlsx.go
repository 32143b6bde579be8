package format

import (
	"errors"
	"io"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// summarySheet is the sheet with the words.
const summarySheet = "Summary"

// WriteXLSX writes a document as a workbook: a summary with what stands in
// words and the small tables, and a sheet for each table. Numbers stay
// numbers, formatted; texts are never formulas.
func WriteXLSX(w io.Writer, d document.Document) error {
	d = d.Clean()
	f := excelize.NewFile()
	f.SetZipWriter(sortedZip)
	b := &workbook{f: f, styles: map[string]int{}}
	err := errors.Join(
		f.SetSheetName(f.GetSheetName(0), summarySheet),
		f.SetDocProps(&excelize.DocProperties{Title: d.Title, Creator: "calibrate"}),
	)
	if err == nil {
		err = b.summary(d)
	}
	for _, s := range d.Sections {
		for _, block := range s.Blocks {
			if t, ok := block.(document.Table); ok && err == nil {
				err = b.sheet(t)
			}
		}
	}
	if err == nil {
		err = f.Write(w)
	}
	return errors.Join(err, f.Close())
}

// workbook is a workbook in the making. styles holds the styles by name.
type workbook struct {
	f      *excelize.File
	styles map[string]int
}

// cell is the name of a cell, such as B2.
func cell(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		panic(err) // a document has no such number of columns
	}
	return name
}
