package source

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// odsContent is a flat OpenDocument spreadsheet around its tables.
func odsContent(tables string) string {
	return `<?xml version="1.0" encoding="UTF-8"?><office:document office:mimetype="application/vnd.oasis.opendocument.spreadsheet">` +
		`<office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
		`<office:body><office:spreadsheet>` + tables + `</office:spreadsheet></office:body></office:document>`
}

func odsCells(texts ...string) string {
	var b strings.Builder
	for _, s := range texts {
		b.WriteString(`<table:table-cell office:value-type="string"><text:p>` + s + `</text:p></table:table-cell>`)
	}
	return b.String()
}

func TestODSCells(t *testing.T) {
	row := func(cells string) string { return `<table:table-row>` + cells + `</table:table-row>` }
	content := odsContent(`<table:table table:name="One"><office:forms/>` +
		`<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/><table:table-column table:number-columns-repeated="16381"/>` +
		row(odsCells("a", "b &amp; c")+`<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>twice</text:p></table:table-cell>`) +
		row(`<table:table-cell office:value-type="float" office:value="3"><text:p>3.00</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p></table:table-cell>`+
			`<table:table-cell office:value-type="date" office:date-value="2025-09-14T15:04:00"><text:p>14.9.</text:p></table:table-cell>`+
			`<table:table-cell table:formula="of:=1+1"/>`) +
		`<table:table-row table:number-rows-repeated="1000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
		`<table:table-row table:visibility="filter" table:number-rows-repeated="2">` + odsCells("hidden") + `</table:table-row>` +
		row(`<table:table-cell table:number-rows-spanned="2" office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation>`+
			`<text:p>one<text:s text:c="2"/><text:span>two</text:span></text:p><text:p>three</text:p></table:table-cell>`+odsCells("x")) +
		row(`<table:covered-table-cell/>`+odsCells("y")) +
		`<table:table-row table:number-rows-repeated="1047570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>` +
		`</table:table><table:table table:name="Two" table:style-name="ta2">` + row(odsCells("z")) + `</table:table>`)
	r := parse(t, "a.fods", []byte(content), Options{})
	want := "a|b & c|twice|twice\n3|TRUE|2025-09-14 15:04:00|\nhidden\nhidden\none  two\nthree|x\none  two\nthree|y\n"
	if diff := cmp.Diff(want, table(t, r)); diff != "" {
		t.Error(diff)
	}
	s := r.Sheets[0]
	if s.Mark(1, 1) != Boolean || s.Mark(1, 3) != NoResult || s.Mark(4, 0) != Merged || s.Mark(5, 0) != Merged || s.Mark(5, 1) != 0 {
		t.Errorf("marks %v", s.Marks)
	}
	if !s.Rows[2].Hidden || s.Rows[2].Line != 1003 || s.Rows[4].Hidden || len(s.HiddenColumns) != 3 || !s.HiddenColumns[2] {
		t.Errorf("rows %+v, columns %v", s.Rows[2], s.HiddenColumns)
	}
	if got := codes(r); got != "no_result:2 sheet_left_out:0" {
		t.Errorf("problems %s", got)
	}
	if r := parse(t, "a.fods", []byte(content), Options{Hidden: true}); len(r.Sheets) != 2 || !r.Sheets[1].Hidden {
		t.Errorf("hidden sheets %+v", r.Sheets)
	}
	if r := parse(t, "a.fods", []byte(content), Options{Sheets: []string{"three"}}); codes(r) != "no_such_sheet:0" {
		t.Errorf("problems %+v", r.Problems)
	}
}
