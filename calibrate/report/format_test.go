package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/report"
	"github.com/cb401426/calibrate/calibrate/report/format"
)

// A saved report shows as the direct run does, in every format.
func TestRenderGivesTheSameBytes(t *testing.T) {
	for name, r := range samples(t) {
		saved, err := report.Read(strings.NewReader(write(t, "json", r, format.Options{})))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		for _, f := range format.Formats {
			direct := write(t, f.ID, r, format.Options{})
			if direct != write(t, f.ID, saved, format.Options{}) {
				t.Errorf("%s: the saved report differs in %s", name, f.ID)
			}
			if direct != write(t, f.ID, r, format.Options{}) {
				t.Errorf("%s: %s differs from run to run", name, f.ID)
			}
		}
	}
}

// Showing a report must not change it: a command may show it twice.
func TestFormatsLeaveTheReportAlone(t *testing.T) {
	r := samples(t)["hostile"]
	before := write(t, "json", r, format.Options{})
	for _, f := range format.Formats {
		write(t, f.ID, r, format.Options{})
	}
	if before != write(t, "json", r, format.Options{}) {
		t.Error("a format changed the report")
	}
}

// Names stand in no format unless they were asked for.
func TestNoNames(t *testing.T) {
	hidden, shown := walkthrough(t, false), walkthrough(t, true)
	for _, f := range format.Formats {
		content := unpacked(t, f.ID, write(t, f.ID, hidden, format.Options{Width: 200}))
		named := unpacked(t, f.ID, write(t, f.ID, shown, format.Options{Width: 200, Table: "raters"}))
		for _, x := range shown.Raters {
			family, _, _ := strings.Cut(x.Name, ",")
			if strings.Contains(content, family) {
				t.Errorf("%s shows %q", f.ID, family)
			}
			if !strings.Contains(named, family) {
				t.Errorf("%s with names does not show %q", f.ID, family)
			}
		}
	}
	for _, f := range must(format.CSVFiles(report.Full.Of(hidden)))(t) {
		for _, x := range shown.Raters {
			if family, _, _ := strings.Cut(x.Name, ","); bytes.Contains(f.Content, []byte(family)) {
				t.Errorf("%s shows %q", f.Name, family)
			}
		}
	}
}

func TestLookup(t *testing.T) {
	if _, err := format.Lookup("pdf"); err == nil || !strings.Contains(err.Error(), "xlsx") {
		t.Errorf("error %v does not list the formats", err)
	}
	seen := map[string]bool{}
	for _, f := range format.Formats {
		if seen[f.ID] || f.Title == "" || !strings.HasPrefix(f.Extensions[0], ".") {
			t.Errorf("format %+v", f)
		}
		seen[f.ID] = true
	}
}

// must passes a value on, or fails the test.
func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func BenchmarkFormats(b *testing.B) {
	for name, r := range map[string]*calibrate.Report{
		"walkthrough": walkthrough(b, false),
		"25x22":       analyse(b, madeUp(25, 1, 22, 0.6), calibrate.Options{}),
	} {
		for _, f := range format.Formats {
			b.Run(name+"/"+f.ID, func(b *testing.B) {
				for b.Loop() {
					write(b, f.ID, r, format.Options{})
				}
			})
		}
	}
}
