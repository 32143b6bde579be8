package report_test

import (
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// Every list of the report is a table that CSV can print, or is named here
// with the table that holds it.
func TestTablesNameEveryList(t *testing.T) {
	tables := report.Full.TableIDs()
	r := reflect.TypeFor[calibrate.Report]()
	for i := range r.NumField() {
		name, _, _ := strings.Cut(r.Field(i).Tag.Get("json"), ",")
		if r.Field(i).Type.Kind() == reflect.Slice && !slices.Contains(tables, name) {
			t.Errorf("no table %s: add a line to csvTables", name)
		}
	}
}

func TestCSV(t *testing.T) {
	r := walkthrough(t, false)
	golden(t, "walkthrough.csv", write(t, "csv", r, format.Options{}))
	rows := must(csv.NewReader(strings.NewReader(write(t, "csv", r, format.Options{Table: "raters"}))).ReadAll())(t)
	if got, want := len(rows), 1+len(r.Raters); got != want {
		t.Errorf("%d rows, want %d", got, want)
	}
	at := slices.Index(rows[0], "exact_value")
	if at < 0 {
		t.Fatalf("no exact_value in %v", rows[0])
	}
	for i, x := range r.Raters {
		if rows[i+1][at] != x.Exact.Value.String() {
			t.Errorf("%s: exact %s, want %s", x.ID, rows[i+1][at], x.Exact.Value)
		}
	}
	if err := report.Full.Write(nil, "csv", r, format.Options{Table: "spread"}); err == nil || !strings.Contains(err.Error(), "indicators, lessons") {
		t.Errorf("error %v does not list the tables", err)
	}
}

// A header is the JSON names: no dots, no gaps, none twice.
func TestCSVHeaders(t *testing.T) {
	for _, f := range must(format.CSVFiles(report.Full.Of(walkthrough(t, false))))(t) {
		header, _, _ := strings.Cut(string(f.Content), "\n")
		names := strings.Split(header, ",")
		for i, name := range names {
			if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz_0123456789") != "" || slices.Contains(names[:i], name) {
				t.Errorf("%s: column %q", f.Name, name)
			}
		}
	}
}
