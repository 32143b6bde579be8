package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// rowsInCI is how many ratings the warehouse of the test holds in CI; elsewhere
// SCALE_ROWS says how many, and without it the test is skipped.
const rowsInCI = "10000000"

// The SQL of docs/scale.md, run by DuckDB, hands over counts and patterns whose
// numbers are those of the rows, to 1e-12.
func TestScale(t *testing.T) {
	rows := os.Getenv("SCALE_ROWS")
	if rows == "" && os.Getenv("CI") != "" {
		rows = rowsInCI
	}
	if rows == "" {
		t.Skip("runs in CI, or with SCALE_ROWS=100000")
	}
	dir := t.TempDir()
	calibrate := filepath.Join(dir, "calibrate")
	if out, err := exec.Command("go", "build", "-C", "../../..", "-buildvcs=false", "-o", calibrate, "./cmd/calibrate").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	counts, patterns := documented(t)
	file := func(name string) string { return filepath.Join(dir, name) }
	must(t, file("ratings.db"), warehouse(rows, file("rows.csv")))
	must(t, file("ratings.db"), strings.Replace(counts, "'counts.csv'", "'"+file("counts.csv")+"'", 1))
	must(t, file("ratings.db"), "COPY ("+strings.TrimSuffix(patterns, ";")+") TO '"+file("patterns.csv")+"'")

	of := func(name string, flags ...string) []result {
		return estimates(t, calibrate, append(flags, file(name))...)
	}
	compare(t, "counts", of("rows.csv"), of("counts.csv"))
	compare(t, "patterns", of("rows.csv", "--unit", "item"), of("patterns.csv", "--unit", "item"))
	for _, name := range []string{"counts.csv", "patterns.csv"} {
		if info, err := os.Stat(file(name)); err == nil {
			t.Logf("%s: %d bytes", name, info.Size())
		}
	}
}

// warehouse is a table of ratings, four a lesson and indicator of some, and
// some scores that are missing, written to a file too.
func warehouse(rows, path string) string {
	return `CREATE TABLE ratings AS SELECT
	  'lesson' || (i // 80) AS lesson, 'i' || (i // 4 % 20) AS indicator, 'rater' || (i // 80 * 7 % 50 * 4 + i % 4) AS rater,
	  CASE WHEN hash(i + 5) % 50 = 0 THEN NULL
	    ELSE least(4, greatest(1, 2 + (hash(i // 4) % 2)::INT + CASE WHEN hash(i) % 10 > 5 THEN (hash(i + 9) % 3)::INT - 1 ELSE 0 END)) END AS score
	  FROM range(` + rows + `) AS r(i);
	COPY (SELECT rater, lesson, indicator, score FROM ratings) TO '` + path + `'`
}

// documented returns DuckDB's statements of docs/scale.md.
func documented(t *testing.T) (counts, patterns string) {
	t.Helper()
	page, err := os.ReadFile("../../../docs/scale.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```sql\n(.*?)```").FindAllSubmatch(page, -1)
	if len(blocks) < 2 {
		t.Fatal("docs/scale.md has no SQL")
	}
	first := strings.SplitN(string(blocks[0][1]), "\n", 3)
	if first[0] != "-- DuckDB" {
		t.Fatalf("the first statement is of %q", first[0])
	}
	return first[1], strings.TrimSpace(string(blocks[1][1]))
}

func must(t *testing.T, db, statements string) {
	t.Helper()
	if err := run([]string{db, "-c", statements}); err != nil {
		t.Fatalf("%v\n%s", err, statements)
	}
}

// A result is what stats says of a coefficient.
type result struct {
	ID    string
	Value float64
	SE    *float64
	Lower *float64
	Upper *float64
}

func estimates(t *testing.T, calibrate string, args ...string) []result {
	t.Helper()
	command := exec.Command(calibrate, append([]string{
		"stats", "--scale", "1-4", "--format", "json",
		"--coefficient", "percent_agreement,krippendorff_alpha,gwet_ac,fleiss_kappa,brennan_prediger",
	}, args...)...)
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%v: %v", args, err)
	}
	var report struct{ Coefficients []result }
	if err := json.Unmarshal(out, &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Coefficients) < 5 {
		t.Fatalf("%v: %d coefficients\n%.400s", args, len(report.Coefficients), out)
	}
	return report.Coefficients
}

func compare(t *testing.T, what string, want, got []result) {
	t.Helper()
	if len(want) != len(got) {
		t.Fatalf("%s: %d coefficients, want %d", what, len(got), len(want))
	}
	for i, w := range want {
		g := got[i]
		for name, pair := range map[string][2]*float64{
			"value": {&w.Value, &g.Value}, "error": {w.SE, g.SE}, "lower": {w.Lower, g.Lower}, "upper": {w.Upper, g.Upper},
		} {
			if pair[0] == nil || pair[1] == nil || math.Abs(*pair[0]-*pair[1]) > 1e-12 {
				t.Errorf("%s: %s of %s is %s, want %s", what, name, g.ID, text(pair[1]), text(pair[0]))
			}
		}
	}
}

func text(v *float64) string {
	if v == nil {
		return "null"
	}
	return fmt.Sprintf("%.17g", *v)
}
