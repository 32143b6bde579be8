package source

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/klauspost/compress/zstd"
)

// parse reads bytes as a file of a name.
func parse(t *testing.T, name string, data []byte, o Options) *Result {
	t.Helper()
	return Parse(name, data, o)
}

// table is the cells of a result with one sheet, a row a line.
func table(t *testing.T, r *Result) string {
	t.Helper()
	if len(r.Sheets) != 1 {
		t.Fatalf("%d sheets, problems %+v", len(r.Sheets), r.Problems)
	}
	var b strings.Builder
	for _, row := range r.Sheets[0].Rows {
		fmt.Fprintln(&b, strings.Join(row.Cells, "|"))
	}
	return b.String()
}

// codes lists the codes of the problems.
func codes(r *Result) string {
	var all []string
	for _, p := range r.Problems {
		all = append(all, fmt.Sprintf("%s:%d", p.Code, p.Row))
	}
	return strings.Join(all, " ")
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
		io.WriteString(f, files[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstandard(t *testing.T, text string) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll([]byte(text), nil)
}

func gzipped(t *testing.T, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, text)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Every way to write the same table gives the same cells.
func TestTables(t *testing.T) {
	const want = "rater|lesson|score\nAna|L1|2\nBo|L1|3\n"
	long := "rater,lesson,score\nAna,L1,2\nBo,L1,3\n"
	ods := odsContent(`<table:table table:name="A"><table:table-row>` + odsCells("rater", "lesson", "score") + `</table:table-row>` +
		`<table:table-row>` + odsCells("Ana", "L1", "2") + `</table:table-row>` +
		`<table:table-row>` + odsCells("Bo", "L1", "3") + `</table:table-row></table:table>`)
	for name, data := range map[string][]byte{
		"plain.csv":      []byte(long),
		"a.csv.zst":      zstandard(t, long),
		"a.csv.gz":       gzipped(t, long),
		"a.zip":          zipped(t, "a.csv", long),
		"mac.zip":        zipped(t, `folder\a.csv`, long),
		"lines.jsonl":    []byte("{\"rater\":\"Ana\",\"lesson\":\"L1\",\"score\":2}\n{\"rater\":\"Bo\",\"lesson\":\"L1\",\"score\":3}\n"),
		"list.json":      []byte(`[{"rater":"Ana","lesson":"L1","score":2}, {"score":3,"rater":"Bo","lesson":"L1"}]`),
		"json.gz":        gzipped(t, `[{"rater":"Ana","lesson":"L1","score":2}, {"score":3,"rater":"Bo","lesson":"L1"}]`),
		"spaces.txt":     []byte("\"rater\" \"lesson\" \"score\"\n\"Ana\" \"L1\" 2\n\"Bo\" \"L1\" 3\n"),
		"unquoted.txt":   []byte("rater lesson score\nAna L1 2\nBo L1 3\n"),
		"whole.csv":      []byte("\"rater,lesson,score\"\n\"Ana,L1,2\"\n\"Bo,L1,3\"\n"),
		"part_whole.csv": []byte("rater,lesson,score\nAna,L1,2\n\"Bo,L1,3\"\n"),
		"other.csv":      []byte("rater,lesson,score\nAna;L1;2\nBo,L1,3\n"),
		"a.ods":          zipped(t, "mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", ods),
		"a.fods":         []byte(ods),
	} {
		if diff := cmp.Diff(want, table(t, parse(t, name, data, Options{}))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// R writes the names of rows without a header over them.
func TestRowNames(t *testing.T) {
	for name, text := range map[string]string{
		"spaces": "\"rater\" \"score\"\n\"1\" \"Ana\" 2\n\"2\" \"Bo\" 3\n",
		"commas": "\"rater\",\"score\"\n\"1\",\"Ana\",2\n\"2\",\"Bo\",3\n",
	} {
		if diff := cmp.Diff("|rater|score\n1|Ana|2\n2|Bo|3\n", table(t, parse(t, "r.txt", []byte(text), Options{}))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	// A comma at the end of each row is no name at its start.
	trailing := "rater,score\nAna,2,\nBo,3,\n"
	if diff := cmp.Diff("rater|score\nAna|2|\nBo|3|\n", table(t, parse(t, "r.csv", []byte(trailing), Options{}))); diff != "" {
		t.Error(diff)
	}
}

// A row that is cut in another way is read and said, and one that holds
// another number of cells is left as it stands.
func TestRecut(t *testing.T) {
	r := parse(t, "a.csv", []byte("a,b,c\n1,2,3\n4;5;6\n\"7,8,9\"\n10;11\nNote, for all\n"), Options{})
	if diff := cmp.Diff("a|b|c\n1|2|3\n4|5|6\n7|8|9\n10;11\nNote| for all\n", table(t, r)); diff != "" {
		t.Error(diff)
	}
	if got := codes(r); got != "recut_row:3" || !strings.Contains(r.Problems[0].Text, "rows 3, 4") {
		t.Errorf("problems %+v", r.Problems)
	}
}

// Sentences are no table cut by spaces.
func TestProseIsNotCut(t *testing.T) {
	r := parse(t, "a.txt", []byte("Dear all,\nplease find what we said on Monday.\nBest\n"), Options{})
	if d := r.Sheets[0].Delimiter; d != "," {
		t.Errorf("delimiter %q", d)
	}
}

func TestJSON(t *testing.T) {
	r := parse(t, "a.jsonl", []byte("{\"a\":1.50,\"b\":{\"c\":\"x\",\"d\":null},\"e\":[1,\"two\"],\"f\":true}\n\n{\"a\":\"ü\",\"g\":9007199254740993}\n"), Options{})
	if diff := cmp.Diff("a|b.c|b.d|e|f|g\n1.50|x||1; two|TRUE|\nü|||||9007199254740993\n", table(t, r)); diff != "" {
		t.Error(diff)
	}
	s := r.Sheets[0]
	if s.Mark(1, 4) != Boolean || s.Rows[1].Line != 1 || s.Rows[2].Line != 3 {
		t.Errorf("marks %v, lines %d and %d", s.Marks, s.Rows[1].Line, s.Rows[2].Line)
	}
	for name, test := range map[string]struct{ text, want string }{
		"broken":   {`[{"a":1},` + "\n" + `{"a":`, "the JSON is broken"},
		"cut":      {`[{"a":1}`, "the JSON is broken"},
		"values":   {`[{"a":1}, 2]`, "a row is no object"},
		"twice":    {`{"a":1,"a":2}`, `"a" stands twice`},
		"nested":   {`{"rows":[{"a":1}]}`, `a list stands in "rows"`},
		"deep":     {`{"a":{"a":{"a":{"a":{"a":1}}}}}`, "more than 4 deep"},
		"report":   {`{"schema":"calibrate.report/v1","verdict":{}}`, "this is a result of calibrate"},
		"more":     {`[{"a":1}] {"a":2}`, "more behind the list"},
		"nul":      {`{"a":"x\u0000y"}`, "a NUL character"},
		"brackets": {"[{\"a\":" + strings.Repeat("[", 1<<20), "a list stands in"},
	} {
		r := parse(t, "a.json", []byte(test.text), Options{})
		if len(r.Problems) != 1 || !strings.Contains(r.Problems[0].Text, test.want) {
			t.Errorf("%s: %+v", name, r.Problems)
		}
	}
}

// What cannot be read is named for what it is, whatever its name says.
func TestForeignFormats(t *testing.T) {
	stata := make([]byte, 120)
	copy(stata, "\x72\x02\x01\x00")
	tar := make([]byte, 600)
	copy(tar[257:], "ustar")
	for want, data := range map[string][]byte{
		"bzip2": []byte("BZh91AY&SY"), "xz": []byte("\xfd7zXZ\x00\x00"), "7z": []byte("7z\xbc\xaf\x27\x1c\x00"),
		"rar": []byte("Rar!\x1a\x07\x01"), "parquet": []byte("PAR1\x15\x04"), "spss": []byte("$FL2@(#) SPSS DATA FILE"),
		"r": gzipped(t, "X\n\x00\x00\x00\x03\x00"), "stata": stata, "tar": tar, "sqlite": []byte("SQLite format 3\x00"),
		"sas": []byte("HEADER RECORD*******LIBRARY"), "arrow": []byte("ARROW1\x00\x00"), "rtf": []byte(`{\rtf1\ansi`),
		"odt":  zipped(t, "mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<office:document/>"),
		"pptx": zipped(t, "ppt/presentation.xml", "<p/>"), "xlsb": zipped(t, "xl/workbook.bin", "x"),
	} {
		r := parse(t, "ratings.csv", data, Options{})
		if len(r.Problems) != 1 || r.Problems[0].Code != "wrong_format" || r.Problems[0].Value != want || !strings.Contains(r.Problems[0].Text, "this is ") {
			t.Errorf("%s: %+v", want, r.Problems)
		}
	}
	for kind, text := range wrongFormats {
		if !strings.HasPrefix(text, "this ") || !strings.Contains(text, ": ") {
			t.Errorf("%s does not say what to do: %s", kind, text)
		}
	}
}

// A pattern that the shell has left stands for the files that it matches.
func TestPatterns(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"b10.csv", "b2.csv", "c.csv", "odd[1].csv"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x,y\n1,2\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	names := func(pattern string) string {
		r, err := Read(t.Context(), []string{filepath.Join(dir, pattern)}, Options{})
		if err != nil {
			return "none"
		}
		var all []string
		for _, s := range r.Sheets {
			all = append(all, s.File)
		}
		return strings.Join(all, " ")
	}
	for pattern, want := range map[string]string{"b*.csv": "b2.csv b10.csv", "odd[1].csv": "odd[1].csv", "none*.csv": "none", "?.csv": "c.csv"} {
		if got := names(pattern); got != want {
			t.Errorf("%s: %s, want %s", pattern, got, want)
		}
	}
}

// A reading that is interrupted ends in the error of its context.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, data := range map[string][]byte{"a.csv": []byte("a,b\n1,2\n"), "a.zip": zipped(t, "a.csv", "a,b\n"), "a.json": []byte(`[{"a":1}]`)} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(ctx, []string{path}, Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestParseMemory(t *testing.T) {
	for s, want := range map[string]int64{"16GiB": 16 << 30, "500 MB": 500 << 20, "2g": 2 << 30, "1.5k": 1536, "4096b": 4096} {
		if got, err := ParseMemory(s); err != nil || got != want {
			t.Errorf("%s: %d, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "4", "GiB", "-1G", "0M", "4GiBs", "x", "1e300T", "NaNG"} {
		if got, err := ParseMemory(s); err == nil {
			t.Errorf("%s: %d", s, got)
		}
	}
}
