package format

import (
	"errors"
	"io"
	"sort"

	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/report/document"
)

// summarySheet is the sheet with the words.
const summarySheet = "Summary"

// WriteXLSX writes a document as a workbook: a summary with what stands in
// words and the small tables, a sheet for each table, and one for each document
// beside it. Numbers stay numbers, formatted; texts are never formulas.
func WriteXLSX(w io.Writer, d document.Document) error {
	d = d.Clean()
	f := excelize.NewFile()
	f.SetZipWriter(sortedZip)
	b := &workbook{f: f, styles: map[string]int{}}
	err := errors.Join(
		f.SetSheetName(f.GetSheetName(0), summarySheet),
		f.SetDocProps(&excelize.DocProperties{Title: d.Title, Creator: "calibrate"}),
		b.sheets(d),
	)
	if err == nil {
		sortTypes(f)
		err = f.Write(w)
	}
	return errors.Join(err, f.Close())
}

// sortTypes puts the types of a workbook's parts in order: with a picture they
// come from a map, and the same ratings are to give the same bytes.
func sortTypes(f *excelize.File) {
	if f.ContentTypes == nil {
		return
	}
	types := f.ContentTypes.Defaults
	sort.Slice(types, func(i, j int) bool { return types[i].Extension < types[j].Extension })
}

// sheets writes the sheets, the summary last: it has links to the others.
func (b *workbook) sheets(d document.Document) error {
	var links []string
	for _, x := range d.Beside {
		links = append(links, x.Sheet)
	}
	for _, s := range d.Sections {
		for _, block := range s.Blocks {
			if t, ok := block.(document.Table); ok {
				if err := b.sheet(t); err != nil {
					return err
				}
			}
		}
	}
	for _, x := range d.Beside {
		if _, err := b.f.NewSheet(x.Sheet); err != nil {
			return err
		}
		if err := b.wordSheet(x.Sheet, x.Document, x.Pages, []string{summarySheet}); err != nil {
			return err
		}
	}
	return b.wordSheet(summarySheet, d, 0, links)
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
