package source

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// Where encoding/csv reads a text, the records here are the same, but for
// lone carriage returns, which end a line here and not there.
func FuzzCSV(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "\"a\n\"\"b\",c\r\n", "a,\n,\n", "\"x\"\r,", "a\r\rb", "\"a\"b", "a\"b", "\"", ",\n\n,", "\"a\r\nb\",c"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		rows, faults, _ := parseCSV(text, ',', nil)
		lines := 1 + strings.Count(strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), "\n")
		for i, row := range rows {
			if row.Line < 1 || row.Line > lines || i > 0 && row.Line <= rows[i-1].Line {
				t.Fatalf("row %d is in line %d of %d", i, row.Line, lines)
			}
		}
		if strings.Contains(strings.ReplaceAll(text, "\r\n", "\n"), "\r") {
			return
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		want, err := r.ReadAll()
		if (err != nil) != (len(faults) > 0) {
			t.Fatalf("error %v, %d faults", err, len(faults))
		}
		if err != nil {
			return
		}
		want = slices.DeleteFunc(want, func(cells []string) bool { return len(cells) == 1 && cells[0] == "" })
		if len(want) != len(rows) {
			t.Fatalf("%d records, want %d", len(rows), len(want))
		}
		for i := range want {
			for k := range rows[i].Cells {
				rows[i].Cells[k] = strings.ReplaceAll(rows[i].Cells[k], "\r\n", "\n")
			}
			if !slices.Equal(rows[i].Cells, want[i]) {
				t.Fatalf("record %d is %q, want %q", i, rows[i].Cells, want[i])
			}
		}
	})
}
