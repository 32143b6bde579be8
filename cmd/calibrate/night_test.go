//go:build unix

package main

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// blocks are the code blocks of a language in a part of a manual.
func blocks(t *testing.T, path, heading, language string) []string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, part, ok := strings.Cut(string(text), "\n"+heading+"\n")
	if !ok {
		t.Fatalf("%s has no part %q", path, heading)
	}
	part, _, _ = strings.Cut(part, "\n## ")
	var list []string
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(part, -1) {
		list = append(list, m[1])
	}
	return list
}

// A night is a folder in which the blocks of docs/pipelines.md are run, with
// this program as calibrate.
type night struct {
	*testing.T
	dir, program string
	env          []string
}

// run runs a command in the folder, and fails where its exit code is another.
func (n *night) run(code int, name string, args ...string) string {
	n.Helper()
	if name == "calibrate" {
		name = n.program
	}
	cmd := exec.Command(name, args...)
	cmd.Dir, cmd.Env = n.dir, n.env
	out, err := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != code {
		n.Fatalf("%s %.100s: exit code %d, want %d (%v)\n%.3000s", name, strings.Join(args, " "), got, code, err, out)
	}
	return string(out)
}

func (n *night) write(name, content string) {
	n.Helper()
	path := filepath.Join(n.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		n.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		n.Fatal(err)
	}
}

// has fails where a file of the folder does not hold some text.
func (n *night) has(name, text string) {
	n.Helper()
	if content, err := os.ReadFile(filepath.Join(n.dir, name)); err != nil || !strings.Contains(string(content), text) {
		n.Errorf("%s: no %q (%v)", name, text, err)
	}
}

// newNight is a folder with what the night needs.
func newNight(t *testing.T) *night {
	n := &night{T: t, dir: t.TempDir(), program: programFile}
	path := filepath.Dir(n.program) + string(filepath.ListSeparator) + os.Getenv("PATH")
	n.env = append(os.Environ(), "PATH="+path, "RUN=2026-11-29")
	page := "../../docs/pipelines.md"
	n.write("Makefile", blocks(t, page, "## A night", "make")[0])
	n.write("load.sql", blocks(t, page, "## A night", "sql")[0])
	n.write("night.sh", blocks(t, page, "## A night", "sh")[0])
	n.write("night.ps1", blocks(t, page, "## A night", "powershell")[0])
	n.write("team.key", strings.Repeat("0123456789abcdef", 4)+"\n")
	return n
}

// The night of docs/pipelines.md runs as it is written there: with make, with
// sh, with PowerShell and with DuckDB, each where it is installed.
func TestNight(t *testing.T) {
	n := newNight(t)
	n.write("rounds.csv", schoolsInRounds())
	extract := "nights/2026-11-29/ratings.csv"
	_, noDuck := exec.LookPath("duckdb")
	if noDuck != nil {
		n.write(extract, schoolsInRounds())
	}
	t.Run("make", func(t *testing.T) {
		if _, err := exec.LookPath("make"); err != nil {
			t.Skip(err)
		}
		n.T = t
		target := "night"
		if noDuck != nil {
			target = "files"
		} else {
			n.run(0, "duckdb", "school.db", "-c", "CREATE TABLE ratings AS SELECT * FROM read_csv('rounds.csv')")
		}
		n.run(0, "make", target, "GATE=exact=0.1")
		n.has("nights/2026-11-29/lines.jsonl", `"run":{"id":"2026-11-29","as_of":"2026-11-29"}`)
		n.has("nights/2026-11-29/report.json", `"id": "2026-11-29"`)
		n.has("nights/2026-11-29/report.html", "<!DOCTYPE html>")
		n.has("nights/2026-11-29/tables/distributions.csv", "indicator,level,label,count")
		n.has("nights/2026-11-29/trend.json", "calibrate.trend/v1")
		before, err := os.ReadFile(filepath.Join(n.dir, "nights/2026-11-29/report.json"))
		if err != nil {
			t.Fatal(err)
		}
		os.Remove(filepath.Join(n.dir, "nights/2026-11-29/report.json"))
		if out := n.run(2, "make", "files", "gates", "GATE=exact=0.99"); !strings.Contains(out, `"exit_code":1`) {
			t.Errorf("the gate says %s", out)
		}
		n.has("nights/2026-11-29/report.json", string(before))
		n.write("nights/2026-11-30/ratings.csv", "rater,role,school,lesson,indicator,round,score,reason\nAda,Coach,S,L1,3a,fall,x,\n")
		if out := n.run(2, "make", "files", "RUN=2026-11-30"); !strings.Contains(out, `"exit_code":3`) {
			t.Errorf("the fault says %s", out)
		}
		if _, err := os.Stat(filepath.Join(n.dir, "nights/2026-11-30/report.json")); err == nil {
			t.Error("a report of a file at fault")
		}
	})
	t.Run("duckdb", func(t *testing.T) {
		if noDuck != nil {
			t.Skip(noDuck)
		}
		n.T = t
		if out := n.run(0, "duckdb", "warehouse.db", "-c", "SELECT * FROM schools"); strings.Count(out, "2026-11-29") != 4 {
			t.Errorf("the warehouse has\n%s", out)
		}
		if out := n.run(0, "duckdb", "warehouse.db", "-c", "SELECT night, indicator, sum(\"count\") AS n FROM distributions GROUP BY ALL"); strings.Count(out, "2026-11-29") != 4 {
			t.Errorf("the warehouse has\n%s", out)
		}
		n.run(0, "duckdb", "-c", "COPY (FROM 'rounds.csv') TO 'ratings.parquet'")
		n.run(0, "duckdb", "-c", "COPY (FROM 'ratings.parquet') TO 'again.csv'")
		one := n.run(0, "calibrate", "archive", "--format", "csv", "--by", "school,round", "rounds.csv")
		if two := n.run(0, "calibrate", "archive", "--format", "csv", "--by", "school,round", "again.csv"); one != two {
			t.Errorf("through Parquet\n%s\n%s", one, two)
		}
	})
	for shell, args := range map[string][]string{"sh": {"night.sh"}, "pwsh": {"-NoProfile", "-File", "night.ps1"}} {
		t.Run(shell, func(t *testing.T) {
			if _, err := exec.LookPath(shell); err != nil {
				t.Skip(err)
			}
			n.T = t
			// what is there, the exit code of the script, and what it says
			for _, c := range []struct {
				ratings string
				code    int
				says    string
			}{
				{"a,L1,3a,2\nb,L1,3a,2\na,L1,3b,3\nb,L1,3b,3\na,L1,3c,1\nb,L1,3c,4\n", 0, "a gate is not met"},
				{"a,L1,3a,x\nb,L1,3a,2\n", 1, "nothing was written"},
			} {
				os.Remove(filepath.Join(n.dir, "report.json"))
				n.write("ratings.csv", "rater,lesson,indicator,score\n"+c.ratings)
				if out := n.run(c.code, shell, args...); !strings.Contains(out, c.says) {
					t.Errorf("says %s, not %s", cmp.Or(out, "nothing"), c.says)
				}
				if _, err := os.Stat(filepath.Join(n.dir, "report.json")); (err == nil) != (c.code == 0) {
					t.Errorf("report.json: %v", err)
				}
			}
		})
	}
}
