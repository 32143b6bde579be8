package report_test

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

func TestReadErrors(t *testing.T) {
	good := write(t, "json", walkthrough(t, false), format.Options{})
	change := func(old, new string) string {
		if !strings.Contains(good, old) {
			t.Fatalf("the report has no %s", old)
		}
		return strings.Replace(good, old, new, 1)
	}
	for _, c := range []struct{ name, content, want string }{
		{"empty", " \n", "nothing in it"},
		{"text", "rater,lesson\n", "line 1, column 1: it is no JSON"},
		{"cut", good[:200], "it is no JSON"},
		{"a second value", good + "{}", "it is no JSON"},
		{"a list", "[1, 2]", "it is no report: it is a JSON array"},
		{"another object", `{"name": "x"}`, "it has no schema"},
		{"another version", change("report/v1", "report/v9"), "it is a calibrate.report/v9, and this version reads calibrate.report/v1"},
		{"a schema that is no text", `{"schema": 1}`, "line 1, column 12: schema is a number and should be a string"},
		{"a text for a number", change(`"raters": 9`, `"raters": "nine"`), "input.raters is a string and should be a number"},
		{"an object for a list", change(`"because": [`, `"because": {}, "x": [`), "verdict.because is a object and should be a array"},
		{"a missing part", change(`"alignment":`, `"alinement":`), "alignment is missing"},
		{"no such verdict", change(`"id": "partly_aligned"`, `"id": "fine"`), `no verdict "fine"`},
		{"a number beyond any", change(`"raters": 9`, `"raters": 1e300`), "no report holds the number 1e300"},
		{"a hash that is a path", change(`"sha256": "`, `"sha256": "../../x`), "data.sha256 is no SHA-256"},
		{"another scale", change(`"scale": "observed"`, `"scale": "other"`), `the indicator "2a" has counts for 4 levels, and its scale has 0`},
	} {
		if _, err := report.Read(strings.NewReader(c.content)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.want)
		}
	}
}

// A report of a later version 1 has further fields: they are passed over.
func TestReadPassesOverFurtherFields(t *testing.T) {
	good := write(t, "json", walkthrough(t, false), format.Options{})
	later := strings.Replace(good, `"settings":`, `"later": {"x": [1]}, "settings":`, 1)
	r, err := report.Read(strings.NewReader("\ufeff" + later))
	if err != nil {
		t.Fatal(err)
	}
	if write(t, "json", r, format.Options{}) != good {
		t.Error("the report changed")
	}
}

func FuzzRead(f *testing.F) {
	f.Add(write(f, "json", walkthrough(f, false), format.Options{}))
	f.Add(`{"schema": "calibrate.report/v1", "settings": {}, "input": {}, "verdict": {"id": "aligned"},
		"alignment": {}, "indicators": [{}], "lessons": [], "raters": [{"findings": null}], "pairs": null}`)
	f.Fuzz(func(t *testing.T, content string) {
		r, err := report.Read(strings.NewReader(content))
		if err != nil {
			return
		}
		for _, f := range format.Formats { // whatever was read can be shown
			write(t, f.ID, r, format.Options{})
		}
	})
}
