package analysis

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// drawnReport is the report of a random sparse table, with groups, or a
// master, or another standard.
func drawnReport(t *rapid.T, table *rating.Table, o calibrate.Options) *calibrate.Report {
	study := calibrate.Study{Table: table}
	if rapid.Bool().Draw(t, "grouped") {
		o.By = "role"
	}
	o.Unit = rapid.SampledFrom([]stats.Unit{"", stats.ByItem, stats.ByLesson}).Draw(t, "unit")
	if len(table.Raters()) > 2 && rapid.Bool().Draw(t, "master") {
		if s, err := TakeMaster(study, table.Raters()[0]); err == nil && len(s.Master) > 0 {
			study = s
			o.Standard = rapid.SampledFrom(calibrate.Standards).Draw(t, "standard")
		}
	}
	r, err := Analyse(context.Background(), study, o)
	var none *calibrate.NeedsMasterError
	if errors.As(err, &none) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Reports of random tables: every null has a note, names are there only where
// they were asked for, and a saved report reads back as it was written.
func reportOfRandomTable(t *rapid.T) {
	table := rapid.SampledFrom([]func(*rapid.T) *rating.Table{teamtest.SparseTable, teamtest.Planned}).Draw(t, "kind")(t)
	names := rapid.Bool().Draw(t, "names")
	r := drawnReport(t, table, calibrate.Options{Names: names})
	if r == nil {
		return
	}
	b, err := json.Marshal(r) // it refuses a number that is not finite
	if err != nil {
		t.Fatal(err)
	}
	checkNotes(t, r, b)
	checkShares(t, r)
	if has := bytes.Contains(b, []byte("surname")); has != (names && len(r.Raters) > 0) {
		t.Errorf("names in the report: %v, asked for: %v", has, names)
	}
	var saved calibrate.Report
	if err := json.Unmarshal(b, &saved); err != nil {
		t.Fatal(err)
	}
	if again, err := json.Marshal(saved); err != nil || !bytes.Equal(b, again) {
		t.Errorf("read and written again it differs: %v", err)
	}
}

func TestReportsOfRandomTables(t *testing.T) { rapid.Check(t, reportOfRandomTable) }

func FuzzReport(f *testing.F) { f.Fuzz(rapid.MakeFuzz(reportOfRandomTable)) }

// checkNotes: every null of a report has a note with its path, every note a
// code of the closed list with its words, and every path that a note names is
// there.
func checkNotes(t *rapid.T, r *calibrate.Report, b []byte) {
	var tree any
	if err := json.Unmarshal(b, &tree); err != nil {
		t.Fatal(err)
	}
	values := map[string]any{}
	pointers(tree, "", values)
	noted := map[string]bool{}
	for _, n := range r.Notes {
		noted[n.Path] = true
		if !slices.ContainsFunc(calibrate.NoteCodes, func(c calibrate.NoteCode) bool { return c.Code == n.Code }) || n.Text == "" || n.Fix == "" {
			t.Errorf("note %q at %s is unknown or without words", n.Code, n.Path)
		}
		if _, ok := values[n.Path]; !ok {
			t.Errorf("note %q is of %s, which is not there", n.Code, n.Path)
		}
	}
	for path, v := range values {
		if v == nil && !noted[path] {
			t.Errorf("%s is null without a note", path)
		}
	}
}

// pointers collects all values of a JSON tree by their pointers.
func pointers(v any, path string, all map[string]any) {
	all[path] = v
	switch v := v.(type) {
	case []any:
		for i, x := range v {
			pointers(x, fmt.Sprintf("%s/%d", path, i), all)
		}
	case map[string]any:
		for k, x := range v {
			pointers(x, path+"/"+k, all)
		}
	}
}

// All sentences for people are free of judgement on people.
func TestReportIsHumane(t *testing.T) {
	for run := range 8 {
		w := teamtest.Typical.But(func(w *teamtest.World) { w.Odd = []string{"severe", "opposed", "one level", "at random"}[run%4] })
		r := analysed(t, calibrate.Study{Table: w.Draw(teamtest.Simulated(run))}, calibrate.Options{})
		teamtest.AssertHumane(t, strings.Join(append(r.Verdict.Because, r.Verdict.Sentence), " "))
		for _, x := range r.Raters {
			for _, f := range x.Findings {
				teamtest.AssertHumane(t, f.Text+" "+f.Evidence)
			}
		}
	}
}

func TestNoteCodesAreListedOnce(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range calibrate.NoteCodes {
		if seen[c.Code] || c.Text == "" || c.Fix == "" {
			t.Errorf("note code %q is there twice or without words", c.Code)
		}
		seen[c.Code] = true
	}
}

func TestUnknownColumn(t *testing.T) {
	var unknown *calibrate.UnknownColumnError
	_, err := Analyse(context.Background(), calibrate.Study{Table: teamtest.Team(4, "12")}, calibrate.Options{By: "role"})
	if !errors.As(err, &unknown) || !strings.Contains(err.Error(), "no further columns") {
		t.Errorf("error %v", err)
	}
	_, err = Analyse(context.Background(), calibrate.Study{Table: offices([]string{"a", "b"}, "12")}, calibrate.Options{By: "rolle"})
	if err == nil || !strings.Contains(err.Error(), "the file has role") {
		t.Errorf("error %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Analyse(ctx, calibrate.Study{Table: teamtest.Team(4, "12")}, calibrate.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
