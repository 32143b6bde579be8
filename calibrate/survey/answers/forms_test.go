package answers_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input/source"
	"github.com/cb401426/calibrate/calibrate/survey/answers"
)

// Twelve people's answers in the exports of six form products read as one,
// without a word of what is what.
func TestForms(t *testing.T) {
	paths, err := filepath.Glob("../../../testdata/survey/forms/*.csv")
	if err != nil || len(paths) != 6 {
		t.Fatalf("%v: %v", paths, err)
	}
	want := ""
	for _, path := range paths {
		a, err := answers.ReadFiles(t.Context(), []string{path}, source.Options{}, answers.Options{})
		if err != nil {
			t.Errorf("%s: %v", path, err)
			continue
		}
		lines := strings.Split(strings.TrimSpace(show(a)), "\n")
		slices.Sort(lines) // a form has its own order of questions
		got := strings.Join(lines, "\n")
		if want == "" {
			want = got
		}
		if got != want || a.Given != 120 || a.OneSided != 0 || len(a.LeftOut) != 0 {
			t.Errorf("%s: %+v\n%s\nwant\n%s", path, a, got, want)
		}
		reasons := len(a.General)
		for _, d := range a.Dimensions {
			for _, said := range d.Reasons {
				reasons += min(len(said), 1)
			}
		}
		hasRole := slices.ContainsFunc(a.Columns, func(c answers.Column) bool { return slices.Contains(c.Values, "central office") })
		asksWhy := !strings.Contains(path, "typeform") && !strings.Contains(path, "jotform")
		if !hasRole || asksWhy != (reasons == 6) {
			t.Errorf("%s: %d reasons, columns %v", path, reasons, a.Columns)
		}
		if a.Knowing != strings.Contains(path, "jotform") {
			t.Errorf("%s: knowing is %v", path, a.Knowing)
		}
	}
}
