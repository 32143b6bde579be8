package input_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/layout"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/rubric"
	"github.com/cb401426/calibrate/stats/rating"
)

var update = flag.Bool("update", false, "rewrite the golden files")

const head = "rater,lesson,indicator,score,reason\n"

// manyScores are rows with so many different scores.
func manyScores(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "Ana,L%d,3b,%d,\n", i, i)
	}
	return b.String()
}

// faults are inputs with something wrong, and the options to read them with.
var faults = []struct {
	name, text string
	options    input.Options
}{
	{name: "empty", text: ""},
	{name: "blank", text: "\n  \r\n\n"},
	{name: "header_only", text: head},
	{name: "header_only_crlf", text: "rater,lesson,indicator,score\r\n"},
	{name: "ragged_long", text: head + "Ana,L1,3b,2,fine\nBo,L1,3b,3,she said, well\nCy,L1,3b,2,ok\n"},
	{name: "ragged_short", text: head + "Ana,L1,3b,2,fine\nBo,L1,3b\nCy,L1,3b,2\n"},
	{name: "quote_unclosed", text: head + "Ana,L1,3b,2,\"fine\nBo,L1,3b,3,ok\n"},
	{name: "quote_inside", text: head + "Ana,L1,3b,2,she said \"why\"\nBo,L1,3b,3,ok\n"},
	{name: "quote_after", text: head + "Ana,L1,3b,2,\"why\" she said\nBo,L1,3b,3,ok\n"},
	{name: "too_many_levels", text: head + manyScores(1001)},
	{name: "off_scale", text: head + "Ana,L1,3b,5,\nBo,L1,3b,3,\nBo,L1,3c,2.5,\n", options: input.Options{Scale: scale("1-4")}},
	{name: "not_a_score", text: head + "Ana,L1,3b,good,\nBo,L1,3b,3/4,\nCy,L1,3b,2-3,\nDi,L1,3b,3-Feb,\nEd,L1,3b,#REF!,\nFy,L1,3b,3+,\nGo,L1,3b,75%,\n" +
		"Hu,L1,3b,\"1,000\",\nIv,L1,3b,3,\n"},
	{name: "after_newlines", text: head + "Ana,L1,3b,2,\"one\ntwo\n\nfour\"\n\nBo,L1,3b,bad,\n"},
	{name: "missing_score", text: "rater,lesson,indicator,skore\nAna,L1,3b,x\nBo,L1,3b,y\n"},
	{name: "missing_rater", text: "lesson,indicator,score\nL1,3b,2\nL1,3c,2\n"},
	{name: "missing_names", text: head + ",L1,3b,2,\nBo,,3b,3,\nCy,L1,,3,\nDi,L1,3b,3,\n"},
	{name: "named_column_missing", text: head + "Ana,L1,3b,2,\n", options: input.Options{Columns: []layout.Choice{{Field: layout.Score, Headers: []string{"Ratting"}}}}},
	{name: "duplicates", text: head + "Ana,L1,3b,2,\nBo,L1,3b,3,\nana ,L1,3b,3,\n"},
	{name: "rater_without", text: head + "Ana,L1,3b,2,\nBo,L1,3b,3,\nCy,L1,3b,N/A,\nCy,L1,3c,,\n"},
	{name: "one_rater", text: head + "Ana,L1,3b,2,\nAna,L1,3c,3,\n"},
	{name: "no_score_at_all", text: head + "Ana,L1,3b,,\nBo,L1,3b,N/A,\n"},
	{name: "nul", text: head + "Ana,L1,3b,2,a\x00b\n"},
	{name: "megabyte_score", text: head + "Ana,L1,3b," + strings.Repeat("x", 1<<20) + ",\nBo,L1,3b,2,\n"},
	{name: "megabyte_reason", text: head + "Ana,L1,3b,2," + strings.Repeat("x", 1<<20) + "\nBo,L1,3b,2,\n"},
	{name: "megabyte_name", text: head + strings.Repeat("x", 1<<20) + ",L1,3b,2,\nBo,L1,3b,2,\n"},
	{name: "double_header", text: "rater,lesson,indicator,score,score\nAna,L1,3b,2,3\n"},
	{name: "prose", text: "Dear all,\nplease find attached what we said on Monday.\nBest\n"},
	{name: "strict", text: head + "Ana,L1,3b,2,\nana,L1,3c,2,\n", options: input.Options{Strict: true}},
	{name: "round_unknown", text: "rater,round,indicator,score\nAna,1,3b,2\nBo,2,3b,3\n", options: input.Options{Round: "5"}},
}

func scale(s string) *rating.Scale {
	parsed, err := rubric.ParseScale(s)
	if err != nil {
		panic(err)
	}
	return &parsed
}

func TestFaults(t *testing.T) {
	for _, f := range faults {
		t.Run(f.name, func(t *testing.T) {
			f.options.Stdin = strings.NewReader(f.text)
			r, err := input.Read(context.Background(), []string{"-"}, f.options)
			golden(t, "testdata/faults/"+f.name+".txt", outcome(t, r, err))
		})
	}
}

// outcome prints the error, or the problems of a reading.
func outcome(t *testing.T, r *input.Reading, err error) string {
	t.Helper()
	if err != nil {
		var all *problem.Faults
		if !errors.As(err, &all) {
			t.Fatalf("error is a %T: %v", err, err)
		}
		if r == nil || r.Table != nil {
			t.Fatalf("faults beside the reading %+v", r)
		}
		return "error:\n" + err.Error() + "\n"
	}
	s := fmt.Sprintf("read: %d ratings\n", r.Table.Ratings())
	for _, p := range r.Problems {
		s += fmt.Sprintf("%s %s: %s\n", p.Severity, p.Code, p)
	}
	return s
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	_, err := input.Read(context.Background(), []string{filepath.Join(dir, "none.csv")}, input.Options{})
	if !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "none.csv") {
		t.Errorf("no such file: %v", err)
	}
	locked := filepath.Join(dir, "locked.csv")
	if err := os.WriteFile(locked, []byte(head), 0); err != nil {
		t.Fatal(err)
	}
	if os.Getuid() == 0 {
		t.Skip("root may read everything")
	}
	if _, err := input.Read(context.Background(), []string{locked}, input.Options{}); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("no permission: %v", err)
	}
}
