package source

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// xlsx is a workbook of one sheet out of its parts, with others beside it: a
// name and its content each.
func xlsx(t *testing.T, sheet string, parts ...string) []byte {
	t.Helper()
	const rel = `http://schemas.openxmlformats.org/officeDocument/2006/relationships/`
	files := []string{
		"xl/workbook.xml", `<workbook><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="rId1" Type="` + rel + `worksheet" Target="worksheets/sheet1.xml"/>` +
			`<Relationship Id="rId2" Type="` + rel + `sharedStrings" Target="/xl/sharedStrings.xml"/>` +
			`<Relationship Id="rId3" Type="` + rel + `styles" Target="styles.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet>` + sheet + `</worksheet>`,
	}
	return zipped(t, append(files, parts...)...)
}

func TestXLSXCells(t *testing.T) {
	shared := `<sst><si><t>rater</t></si><si><r><t>two </t></r><r><t>runs &amp; more</t></r><rPh><t>not this</t></rPh></si><si/><si><t>a_x000D_b_x005F_x0041_</t></si></sst>`
	styles := `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="d-mmm"/><numFmt numFmtId="171" formatCode="0&quot; days&quot;"/><numFmt numFmtId="172" formatCode="[h]:mm"/></numFmts>` +
		`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/><xf numFmtId="172"/></cellXfs></styleSheet>`
	sheet := `<cols><col min="2" max="3" hidden="1"/></cols><sheetData>` +
		`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>` +
		`<row r="3" hidden="1"><c r="A3" t="b"><v>1</v></c><c r="B3"><f>SUM(1,1)</f></c><c r="C3" t="str"><f>IF(1,"","x")</f><v></v></c><c r="D3"><f/><v/></c><c r="E3" t="e"><v>#REF!</v></c></row>` +
		`<x:row><x:c t="inlineStr"><x:is><x:t>in &#x41;&#66;</x:t></x:is></x:c><x:c><x:v>0.30000000000000004</x:v></x:c><c s="1"><v>45691</v></c><c s="2"><v>3</v></c><c s="3"><v>45914.62777777778</v></c><c s="4"><v>0.5</v></c><c><v>1E3</v></c></x:row>` +
		`<row r="9"><c r="A9" t="str"><v>top</v></c><c r="B9"><v><![CDATA[7]]></v></c></row><row r="10"><c r="B10"><v>8</v></c></row><row r="11"><c r="F11"><v> </v></c></row>` +
		`</sheetData><mergeCells><mergeCell ref="A9:A10"/><mergeCell ref="C9:XFD1048576"/></mergeCells>`
	r := parse(t, "a.xlsx", xlsx(t, sheet, "xl/sharedStrings.xml", shared, "xl/styles.xml", styles), Options{})
	want := "rater|two runs & more||a\rb_x0041_\nTRUE||||#REF!\n" +
		"in AB|0.3|2025-02-03|3|2025-09-14 15:04|12:00|1000\ntop|7\ntop|8\n"
	if diff := cmp.Diff(want, table(t, r)); diff != "" {
		t.Error(diff)
	}
	s := r.Sheets[0]
	if s.Mark(1, 0) != Boolean || s.Mark(1, 1) != NoResult || s.Mark(1, 2) != 0 || s.Mark(1, 3) != NoResult || s.Mark(3, 0) != Merged {
		t.Errorf("marks %v", s.Marks)
	}
	if s.Rows[1].Line != 3 || !s.Rows[1].Hidden || s.Rows[2].Line != 4 || s.Rows[4].Line != 10 || fmt.Sprint(s.HiddenColumns) != "[false true true]" {
		t.Errorf("rows %+v, columns %v", s.Rows, s.HiddenColumns)
	}
	if fmt.Sprint(s.Merges) != "[{3 0 4 0} {3 2 4 6}]" {
		t.Errorf("merges %v", s.Merges)
	}
	if got := codes(r); got != "no_result:3" {
		t.Errorf("problems %s", got)
	}
}

func TestXLSXSheets(t *testing.T) {
	f := excelize.NewFile()
	for i, name := range []string{"Math", "Secret", "Very"} {
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		f.SetCellValue(name, "A1", i)
	}
	f.DeleteSheet("Sheet1")
	f.SetSheetVisible("Secret", false)
	f.SetSheetVisible("Very", false, true)
	data := saved(t, f)
	for name, test := range map[string]struct {
		options Options
		sheets  string
		codes   string
	}{
		"shown":     {Options{}, "Math/a", "sheet_left_out:0 sheet_left_out:0"},
		"all":       {Options{Hidden: true}, "Math/Math Secret/Secret Very/Very", ""},
		"named":     {Options{Sheets: []string{" secret"}}, "Secret/a", ""},
		"not there": {Options{Sheets: []string{"Art"}}, "", "no_such_sheet:0"},
	} {
		r := parse(t, "a.xlsx", data, test.options)
		var all []string
		for _, s := range r.Sheets {
			all = append(all, s.Name+"/"+s.Stem)
		}
		if strings.Join(all, " ") != test.sheets || codes(r) != test.codes {
			t.Errorf("%s: %v, %s", name, all, codes(r))
		}
	}
}

func saved(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What another program has written reads as it reads it: every cell of the
// sample workbooks, numbers as they are stored.
func TestXLSXAsExcelize(t *testing.T) {
	paths, err := filepath.Glob("../../../testdata/*/*.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append(paths, made(t)) {
		r, err := Read(t.Context(), []string{path}, Options{Hidden: true})
		if err != nil {
			t.Fatal(err)
		}
		f, err := excelize.OpenFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range r.Sheets {
			want, err := f.GetRows(s.Name, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Fatal(err)
			}
			for i, row := range s.Rows {
				for c, cell := range row.Cells {
					stored := ""
					if c < len(want[row.Line-1]) {
						stored = want[row.Line-1][c]
					}
					if cell != stored && cell != plainNumber(stored) && s.Mark(i, c) == 0 && !strings.HasPrefix(cell, "20") {
						t.Errorf("%s %s row %d, column %d: %q, want %q", path, s.Name, row.Line, c+1, cell, stored)
					}
				}
			}
		}
	}
}

// made is a workbook with cells of every kind.
func made(t *testing.T) string {
	f := excelize.NewFile()
	for i, v := range []any{"text", 3, 2.5, 1e15, 1.0 / 3, -7, "  space ", "ü\nline", "a&b<c>", time.Date(2025, 9, 14, 15, 4, 5, 0, time.UTC), true, "", "_x0041_"} {
		if err := f.SetCellValue("Sheet1", fmt.Sprintf("%c%d", 'A'+i, 1+i%3*5), v); err != nil {
			t.Fatal(err)
		}
	}
	f.SetCellRichText("Sheet1", "B20", []excelize.RichTextRun{{Text: "one "}, {Text: "two", Font: &excelize.Font{Bold: true}}})
	path := filepath.Join(t.TempDir(), "made.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// Days are counted as spreadsheets count them.
func TestDates(t *testing.T) {
	from1904 := &xlsxBook{from04: true}
	for _, test := range []struct {
		book *xlsxBook
		days float64
		want string
	}{
		{&xlsxBook{}, 1, "1900-01-01"}, {&xlsxBook{}, 59, "1900-02-28"}, {&xlsxBook{}, 61, "1900-03-01"},
		{&xlsxBook{}, 45914.627835648149, "2025-09-14 15:04:05"}, {&xlsxBook{}, 0.25, "06:00"}, {from1904, 0, "1904-01-01"},
		{from1904, 44452, "2025-09-14"},
	} {
		if got := test.book.date(test.days); got != test.want {
			t.Errorf("%v: %s, want %s", test.days, got, test.want)
		}
	}
	for code, want := range map[string]bool{
		"General": false, "0.00": false, "m/d/yyyy": true, "[$-409]d\\-mmm;@": true, `0" days"`: false, "[Red]0": false, "[h]:mm": true,
		"0;[Red]-0;d": false, `\d0`: false, "h:mm AM/PM": true, "_(* #,##0_)": false, "[<=9]0": false, "": false, `"open`: false,
	} {
		if isDateFormat(code) != want {
			t.Errorf("%s", code)
		}
	}
}
