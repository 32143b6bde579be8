package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/gates"
	"github.com/cb401426/calibrate/calibrate/input/problem"
	"github.com/cb401426/calibrate/calibrate/models"
	"github.com/cb401426/calibrate/calibrate/report/format"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/calibrate/survey"
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/cb401426/calibrate/stats/catalog"
)

// generated are the parts of the manuals that are written from the program.
var generated = map[string]func(*testing.T) string{
	"exit codes":        func(*testing.T) string { return exitCodes() },
	"formats":           func(*testing.T) string { return formats() },
	"tables":            func(*testing.T) string { return tables() },
	"commands":          func(*testing.T) string { return commandPages(root(&command.App{}), "calibrate") },
	"problems":          func(*testing.T) string { return problemCodes() },
	"notes":             func(*testing.T) string { return noteCodes() },
	"figures for gates": gateFigures,
}

// part finds such a part of a manual.
var part = regexp.MustCompile(`(?s)<!-- generated: ([a-z ]+) -->\n.*?<!-- end -->`)

// TestGenerated holds the tables of the manuals against the program. With
// -update it writes them anew.
func TestGenerated(t *testing.T) {
	t.Chdir(moduleRoot)
	paths, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	met := map[string]bool{}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		got := part.ReplaceAllFunc(text, func(old []byte) []byte {
			name := string(part.FindSubmatch(old)[1])
			met[name] = true
			return []byte("<!-- generated: " + name + " -->\n" + generated[name](t) + "<!-- end -->")
		})
		if bytes.Equal(got, text) {
			continue
		}
		if !*update {
			t.Errorf("%s is not what the program has; make golden writes it anew", path)
		} else if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(met) != len(generated) {
		t.Errorf("the manuals have %d parts of %d: %v", len(met), len(generated), met)
	}
}

// rowsOf is a table in Markdown.
func rowsOf(head string, rows [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "| %s |\n|%s\n", head, strings.Repeat("---|", strings.Count(head, "|")+1))
	for _, row := range rows {
		for i := range row {
			row[i] = strings.ReplaceAll(row[i], "|", "\\|")
		}
		fmt.Fprintf(&b, "| %s |\n", strings.Join(row, " | "))
	}
	return b.String()
}

func exitCodes() string {
	var rows [][]string
	for _, c := range command.ExitCodes {
		rows = append(rows, []string{strconv.Itoa(c.Code), c.Means})
	}
	return rowsOf("exit code | it means", rows)
}

func formats() string {
	var rows [][]string
	for _, f := range format.Formats {
		rows = append(rows, []string{"`" + f.ID + "`", "`" + strings.Join(f.Extensions, "`, `") + "`", f.Title})
	}
	return rowsOf("`--format` | or a name that ends in | it is", rows)
}

// tables lists the tables of each command, as --table takes them.
func tables() string {
	var rows [][]string
	for _, cmd := range root(&command.App{}).Commands() {
		if f := cmd.Flags().Lookup("table"); f != nil {
			_, list, _ := strings.Cut(f.Usage, ": ")
			rows = append(rows, []string{"`" + cmd.Name() + "`", "`" + strings.ReplaceAll(list, ", ", "`, `") + "`"})
		}
	}
	return rowsOf("command | `--table`, the first by default", rows)
}

// commandPages describes every command below one.
func commandPages(cmd *cobra.Command, path string) string {
	var b strings.Builder
	for _, child := range cmd.Commands() {
		if child.Hidden || child.Name() == "help" || child.Name() == "completion" {
			continue
		}
		name := path + " " + child.Name()
		fmt.Fprintf(&b, "## %s\n\n    %s %s\n\n%s.\n\n", name, path, child.Use, child.Short)
		var rows [][]string
		child.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) {
			if f.Hidden || f.Name == "help" {
				return
			}
			short := ""
			if f.Shorthand != "" {
				short = ", `-" + f.Shorthand + "`"
			}
			usage, preset := f.Usage, f.DefValue
			if slices.Contains([]string{"", "[]", "false", "0"}, preset) {
				preset = ""
			}
			rows = append(rows, []string{"`--" + f.Name + "`" + short, usage, preset})
		})
		if len(rows) > 0 {
			b.WriteString(rowsOf("flag | it is | by default", rows) + "\n")
		}
		b.WriteString(commandPages(child, name))
	}
	return b.String()
}

func problemCodes() string {
	var rows [][]string
	for _, c := range problem.Codes {
		rows = append(rows, []string{"`" + c.ID + "`", string(c.Severity), c.Title, c.Hint})
	}
	return rowsOf("code | | it means | what to do", rows)
}

func noteCodes() string {
	var rows [][]string
	for _, c := range calibrate.NoteCodes {
		rows = append(rows, []string{"`" + c.Code + "`", c.Text, c.Fix})
	}
	return rowsOf("code | it means | what would fix it", rows)
}

// Every code has a cure.
func TestCodesHaveCures(t *testing.T) {
	for _, c := range problem.Codes {
		if c.Title == "" || c.Hint == "" {
			t.Errorf("problem %s: title %q, cure %q", c.ID, c.Title, c.Hint)
		}
	}
	for _, c := range calibrate.NoteCodes {
		if c.Text == "" || c.Fix == "" {
			t.Errorf("note %s: %q, %q", c.Code, c.Text, c.Fix)
		}
	}
}

// gateFigures lists the figures that gates hold, as results have them.
func gateFigures(t *testing.T) string {
	fall, spring, team := "testdata/rounds/fall.csv", "testdata/rounds/spring.csv", "testdata/survey/team.csv"
	var rows [][]string
	list := func(name string, knows gates.Vocabulary, figures []gates.Figure) {
		type place struct{ whole, parts bool }
		at, order := map[string]place{}, []string{}
		for _, f := range figures {
			kind, ok := knows(f.ID)
			if !ok {
				t.Errorf("%s: a gate cannot name %s", name, f.ID)
			}
			p, met := at[f.ID]
			if !met && !coefficient(f.ID) {
				order = append(order, f.ID)
			}
			at[f.ID] = place{p.whole || f.Of == "", p.parts || f.Of != "" || kind.Parts}
		}
		for _, id := range order {
			kind, _ := knows(id)
			where := []string{}
			if at[id].whole {
				where = append(where, "the whole")
			}
			if at[id].parts {
				where = append(where, "a part")
			}
			rows = append(rows, []string{"`" + name + "`", "`" + id + "`", strings.Join(where, ", "), extent(kind)})
		}
	}
	var r calibrate.Report
	parse(t, &r, "score", "--format", "json", "--master", "Whitfield, Dana", "testdata/samples/walkthrough.csv")
	list("score", gates.ReportKnows, gates.OfReport(&r))
	var line calibrate.ArchiveRow
	parse(t, &line, "archive", "--format", "json", "--by", "role", "testdata/samples/walkthrough.csv")
	list("archive", gates.LineKnows, gates.OfArchive(&calibrate.Archive{Rows: []calibrate.ArchiveRow{line}}))
	var trend rounds.Trend
	parse(t, &trend, "trend", "--format", "json", fall, "testdata/rounds/winter.csv", spring)
	list("trend", rounds.Knows, rounds.FiguresOf(&trend))
	var rasch models.Rasch
	parse(t, &rasch, "rasch", "--format", "json", fall)
	list("rasch", models.RaschKnows, models.OfRasch(&rasch))
	var latent models.Latent
	parse(t, &latent, "latent", "--format", "json", fall)
	list("latent", models.LatentKnows, models.OfLatent(&latent))
	var answers survey.Report
	parse(t, &answers, "survey", "--format", "json", team)
	list("survey", survey.Knows, survey.FiguresOf(&answers))
	return rowsOf("command | figure | of | lies", rows)
}

// coefficient reports whether a figure is a coefficient of agreement, of which
// stats list has the names, or a line between two levels of this file.
func coefficient(id string) bool {
	e, err := catalog.Lookup(id)
	return err == nil && e.ID == id || strings.ContainsAny(id, "/") || strings.HasPrefix(id, "boundary_")
}

// extent is the range of a figure in words.
func extent(k gates.Kind) string {
	switch low, high := k.Low, k.High; {
	case k.Verdict:
		return "`partly_aligned` or `aligned`"
	case math.IsInf(low, -1) && math.IsInf(high, 1):
		return "anywhere"
	case math.IsInf(low, -1):
		return fmt.Sprintf("at %v or below", high)
	case math.IsInf(high, 1):
		return fmt.Sprintf("at %v or above", low)
	default:
		return fmt.Sprintf("%v to %v", low, high)
	}
}

// parse reads the first JSON that a command prints.
func parse(t *testing.T, into any, args ...string) {
	t.Helper()
	out := ran(t, []int{command.ExitDone}, append(args, "--quiet")...)
	if err := json.NewDecoder(bytes.NewReader(out)).Decode(into); err != nil {
		t.Fatalf("%s: %v", cmp.Or(args...), err)
	}
}
