package input_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/cb401426/calibrate/calibrate/input"
)

const small = "rater,lesson,indicator,score\nAna,L1,3b,2\nBo,L1,3b,3\n"

var smallTable = []string{`L1 | 3b | Ana | 2 | ""`, `L1 | 3b | Bo | 3 | ""`}

// readBytes reads data as a file of a name, in a directory of its own.
func readBytes(t *testing.T, name string, data []byte, o input.Options) (*input.Reading, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	return input.Read(context.Background(), []string{path}, o)
}

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zipped(t *testing.T, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(files); i += 2 {
		f, err := w.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// workbook makes an .xlsx of sheets: a name and its rows.
func workbook(t *testing.T, sheets ...any) []byte {
	t.Helper()
	f := excelize.NewFile()
	for i := 0; i < len(sheets); i += 2 {
		name := sheets[i].(string)
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for r, row := range sheets[i+1].([][]any) {
			if err := f.SetSheetRow(name, fmt.Sprintf("A%d", r+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	return save(t, f)
}

func save(t *testing.T, f *excelize.File) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestFormatsReadAlike(t *testing.T) {
	rows := [][]any{{"rater", "lesson", "indicator", "score"}, {"Ana", "L1", "3b", 2}, {"Bo", "L1", "3b", 3}}
	crlf := strings.ReplaceAll(small, "\n", "\r\n")
	tests := map[string][]byte{
		"lf.csv": []byte(small), "crlf.csv": []byte(crlf), "cr.csv": []byte(strings.ReplaceAll(small, "\n", "\r")),
		"mark.csv": []byte("\ufeff" + small), "sep.csv": []byte("sep=;\r\n" + strings.ReplaceAll(crlf, ",", ";")),
		"tabs.tsv": []byte(strings.ReplaceAll(small, ",", "\t")), "pipes.txt": []byte(strings.ReplaceAll(small, ",", "|")),
		"quoted.csv": []byte("\ufeff\"rater\",\"lesson\",\"indicator\",\"score\"\n\"Ana\",\"L1\",\"3b\",\"2\"\n\"Bo\",\"L1\",\"3b\",\"3\""),
		"le.txt":     utf16(small, false, true), "be.txt": utf16(small, true, true), "le_bare.txt": utf16(small, false, false),
		"be_bare.txt": utf16(small, true, false),
		"a.csv.gz":    gzipped(t, []byte(small)), "a.zip": zipped(t, "__MACOSX/._a.csv", "x", "dir/a.csv", small, "readme.md", "x"),
		"a.xlsx": workbook(t, "Ratings", rows), "disguised.csv": workbook(t, "Ratings", rows),
		"twice.zip": zipped(t, "inner.zip", string(zipped(t, "a.csv", small))),
	}
	for name, data := range tests {
		r, err := readBytes(t, name, data, input.Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(smallTable, input.Dump(r.Table)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func utf16(s string, big, mark bool) []byte {
	var b []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, r := range s {
		if big {
			b = append(b, byte(r>>8), byte(r))
		} else {
			b = append(b, byte(r), byte(r>>8))
		}
	}
	return b
}

func TestFormatsThatCannotBeRead(t *testing.T) {
	many := strings.Repeat("x,", 65) + "\n" + strings.Repeat("1,", 65)
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"old.xls", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "old Excel workbook"},
		{"a.ods", zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "no tables"},
		{"a.numbers", zipped(t, "Index/Document.iwa", "x"), "Numbers file"},
		{"a.docx", zipped(t, "word/document.xml", "x"), "Word document"},
		{"a.pdf", []byte("%PDF-1.4"), "PDF"},
		{"a.xls", []byte("<html><table><tr><td>rater"), "web page"},
		{"a.png", []byte("\x89PNG\r\n"), "picture"},
		{"a.gz", []byte("\x1f\x8bbroken"), "broken"},
		{"a.zip", []byte("PK\x03\x04broken"), "broken"},
		{"empty.zip", zipped(t), "no tables"},
		{"a.xlsx", zipped(t, "xl/workbook.xml", "x"), "cannot be opened"},
		{"columns.csv", []byte(many), "columns: more than 64"},
		{"bomb.csv.gz", gzipped(t, bytes.Repeat([]byte("a,b\n"), 1<<19)), "more memory than the 4 MiB"},
		{"bomb.zip", zipped(t, "a.csv", strings.Repeat("aaaaaaa,bbbbbbb\n", 1<<16)), "more memory than the 4 MiB"},
		{"large.csv", bytes.Repeat([]byte("a,b\n"), 1<<19), "more memory"},
		{"rows.xlsx", far(t), "more than 1000 rows"},
		{"nested.zip", nested(t, 4), "more than 3 deep"},
		{"entries.zip", zipped(t, entries(21)...), "more than 20 files"},
	}
	for _, test := range tests {
		_, err := readBytes(t, test.name, test.data, input.Small(input.Options{}))
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want %q", test.name, err, test.want)
		}
	}
}

func entries(n int) []string {
	var out []string
	for i := range n {
		out = append(out, fmt.Sprintf("%d.csv", i), "")
	}
	return out
}

// nested is an archive in archives.
func nested(t *testing.T, depth int) []byte {
	t.Helper()
	data := zipped(t, "a.csv", small)
	for range depth {
		data = zipped(t, "a.zip", string(data))
	}
	return data
}

// far is a workbook with a cell in its last row.
func far(t *testing.T) []byte {
	t.Helper()
	f := excelize.NewFile()
	if err := f.SetCellValue("Sheet1", "A1048576", "the end"); err != nil {
		t.Fatal(err)
	}
	return save(t, f)
}

// A sheet that claims a cell at its far corner is read for what it holds.
func TestSparseSheet(t *testing.T) {
	f := excelize.NewFile()
	for cell, value := range map[string]any{
		"A1": "rater", "B1": "indicator", "C1": "score", "A2": "Ana", "B2": "3b", "C2": 2, "A3": "Bo", "B3": "3b", "C3": 3,
		"A60000": "the end",
	} {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
	}
	r, err := readBytes(t, "a.xlsx", save(t, f), input.Options{})
	if err != nil || r.Table.Ratings() != 2 {
		t.Errorf("reading %+v, %v", r, err)
	}
}

func TestSheets(t *testing.T) {
	head := []any{"Lesson", "Indicator", "Score"}
	one := [][]any{head, {"L1", "3b", 2}, {"L1", "3c", 3}}
	two := [][]any{head, {"L1", "3b", 3}, {"L1", "3c", 3}}
	grid := func(a, b int) [][]any {
		return [][]any{{"Observer", "Purpose", "Rigor"}, {"Ana", a, b}, {"Bo", b, a}}
	}
	tests := []struct {
		name    string
		data    []byte
		options input.Options
		want    []string
		fails   string
	}{
		{
			name: "a sheet a rater", data: workbook(t, "Ana", one, "Bo", two),
			want: []string{`L1 | 3b | Ana | 2 | ""`, `L1 | 3b | Bo | 3 | ""`, `L1 | 3c | Ana | 3 | ""`, `L1 | 3c | Bo | 3 | ""`},
		},
		{
			name: "a sheet a lesson", data: workbook(t, "Math", grid(1, 2), "ELA", grid(3, 4)),
			want: []string{
				`ELA | Purpose | Ana | 3 | ""`, `ELA | Purpose | Bo | 4 | ""`, `ELA | Rigor | Ana | 4 | ""`, `ELA | Rigor | Bo | 3 | ""`,
				`Math | Purpose | Ana | 1 | ""`, `Math | Purpose | Bo | 2 | ""`, `Math | Rigor | Ana | 2 | ""`, `Math | Rigor | Bo | 1 | ""`,
			},
		},
		{
			name: "notes and a summary beside", data: workbook(t, "Instructions", [][]any{{"How to rate"}, {"Watch the video first"}},
				"Form Responses", grid(1, 2), "Summary", grid(1, 1)),
			want: []string{`Lesson | Purpose | Ana | 1 | ""`, `Lesson | Purpose | Bo | 2 | ""`, `Lesson | Rigor | Ana | 2 | ""`, `Lesson | Rigor | Bo | 1 | ""`},
		},
		{
			name: "named", data: workbook(t, "Math", grid(1, 2), "ELA", grid(3, 4)), options: input.Options{Sheets: []string{"math"}},
			want: []string{`Lesson | Purpose | Ana | 1 | ""`, `Lesson | Purpose | Bo | 2 | ""`, `Lesson | Rigor | Ana | 2 | ""`, `Lesson | Rigor | Bo | 1 | ""`},
		},
		{name: "no such", data: workbook(t, "Math", grid(1, 2)), options: input.Options{Sheets: []string{"Art"}}, fails: `there are "Math"`},
		{
			name: "two that could be", data: workbook(t, "A", grid(1, 2), "B", [][]any{{"Observer", "Tone", "Task"}, {"Cy", 1, 2}, {"Di", 2, 2}}),
			fails: "several sheets look like ratings",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			r, err := readBytes(t, "a.xlsx", test.data, test.options)
			if test.fails != "" {
				if err == nil || !strings.Contains(err.Error(), test.fails) {
					t.Errorf("error %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, input.Dump(r.Table)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// In a workbook a date is read as it is shown, a score as it is stored.
func TestCellsOfAWorkbook(t *testing.T) {
	f := excelize.NewFile()
	put := func(cell string, value any, format string) {
		if err := f.SetCellValue("Sheet1", cell, value); err != nil {
			t.Fatal(err)
		}
		if format == "" {
			return
		}
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
	}
	for i, h := range []string{"rater", "indicator", "score", "Timestamp", "lesson"} {
		put(fmt.Sprintf("%c1", 'A'+i), h, "")
	}
	put("A2", "Ana", "")
	put("B2", "3b", "")
	put("C2", 2.5, "0")
	put("D2", time.Date(2025, 9, 14, 15, 4, 0, 0, time.UTC), "m/d/yyyy h:mm")
	put("E2", "L1", "")
	put("A3", "Bo", "")
	put("B3", "3b", "")
	put("C3", time.Date(2025, 2, 3, 0, 0, 0, 0, time.UTC), "d-mmm")
	put("D3", time.Date(2025, 9, 14, 15, 5, 0, 0, time.UTC), "m/d/yyyy h:mm")
	if err := f.MergeCell("Sheet1", "E2", "E3"); err != nil {
		t.Fatal(err)
	}
	r, err := readBytes(t, "a.xlsx", save(t, f), input.Options{})
	golden(t, "testdata/faults/workbook_date.txt", outcome(t, r, err))
	put("C3", 3, "0")
	r, err = readBytes(t, "a.xlsx", save(t, f), input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`L1 | 3b | Ana | 2.5 | ""`, `L1 | 3b | Bo | 3 | ""`}
	if diff := cmp.Diff(want, input.Dump(r.Table)); diff != "" {
		t.Error(diff)
	}
}

func TestFilesAsOneSet(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	a := write("Ana.csv", "lesson,indicator,score\nL1,3b,2\n")
	b := write("Bo.csv", "indicator;lesson;score\n3b;L1;3\n")
	write(".hidden.csv", "x")
	write("notes.md", "x")
	for _, paths := range [][]string{{a, b}, {b, a}, {dir}} {
		if diff := cmp.Diff(smallTable, input.Dump(read(t, paths...).Table)); diff != "" {
			t.Errorf("%v: %s", paths, diff)
		}
	}
	if _, err := input.Read(context.Background(), []string{t.TempDir()}, input.Options{}); err == nil || !strings.Contains(err.Error(), "without a table") {
		t.Errorf("an empty directory: %v", err)
	}
	if _, err := input.Read(context.Background(), []string{a}, input.Options{}); err == nil || !strings.Contains(err.Error(), "no column says who rated") {
		t.Errorf("one file without raters: %v", err)
	}
}
