package main

import (
	"bytes"
	"context"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// must runs a command that has to end well, and returns what it prints.
func must(t *testing.T, args ...string) string {
	t.Helper()
	var out, diagnostics bytes.Buffer
	if code := run(context.Background(), args, strings.NewReader(""), &out, &diagnostics); code != 0 {
		t.Fatalf("%q: exit code %d: %s", args, code, diagnostics.String())
	}
	return out.String()
}

// jsonOf returns what a command prints as JSON.
func jsonOf(t *testing.T, args []string) map[string]any {
	t.Helper()
	d := json.NewDecoder(strings.NewReader(must(t, args...)))
	d.UseNumber()
	var v map[string]any
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// at returns what stands at a path of a JSON object, as text; null is "".
func at(v any, path string) string {
	for name := range strings.SplitSeq(path, ".") {
		v = v.(map[string]any)[name]
	}
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}

// byRater returns the ratings of each rater, without the name: whose they are is
// told by what they are.
func byRater(t *testing.T, table string) []string {
	rows, err := csv.NewReader(strings.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	of := map[string][]string{}
	for _, row := range rows[1:] {
		of[row[0]] = append(of[row[0]], strings.Join(row[1:], ","))
	}
	var all []string
	for _, ratings := range of {
		slices.Sort(ratings)
		all = append(all, strings.Join(ratings, "\n"))
	}
	slices.Sort(all)
	return all
}

// The table of ratings, read back, is written as it was: what is not observed, or
// blank, stays so.
func TestRatingsTableReadsBack(t *testing.T) {
	scores := []string{"1", "2", "3", "4", "1", "2", "3", "4", "N/A", ""}
	for seed := range uint64(25) {
		draw := rand.New(rand.NewPCG(seed, 0))
		var b strings.Builder
		b.WriteString("rater,lesson,indicator,score\n")
		raters, lessons, indicators := 2+draw.IntN(5), 1+draw.IntN(3), 1+draw.IntN(4)
		for r := range raters {
			for l := range lessons {
				for i := range indicators {
					score := scores[draw.IntN(len(scores))]
					if l+i == 0 { // everybody rates something
						score = scores[draw.IntN(4)]
					}
					if draw.IntN(6) > 0 || l+i == 0 {
						fmt.Fprintf(&b, "Person %c,Lesson %d,%da,%s\n", 'A'+r, l+1, i+1, score)
					}
				}
			}
		}
		dir := t.TempDir()
		first, second := filepath.Join(dir, "first.csv"), filepath.Join(dir, "second.csv")
		if err := os.WriteFile(first, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		written := must(t, "score", "--format", "csv", "--table", "ratings", "--scale", "1-4", first)
		if err := os.WriteFile(second, []byte(written), 0o600); err != nil {
			t.Fatal(err)
		}
		again := must(t, "score", "--format", "csv", "--table", "ratings", "--scale", "1-4", second)
		if diff := cmp.Diff(byRater(t, written), byRater(t, again)); diff != "" {
			t.Fatalf("seed %d: %s\n%s", seed, diff, b.String())
		}
	}
}

// The line of a school in an archive says what a report on its rows alone does,
// with the scale declared or found in the whole file.
func TestArchiveIsScore(t *testing.T) {
	for seed := range uint64(6) {
		draw := rand.New(rand.NewPCG(seed, 1))
		head := "rater,lesson,indicator,score,school\n"
		of := map[string]string{}
		for s := range 4 {
			school := fmt.Sprintf("School %c", 'A'+s)
			for l := range 2 + draw.IntN(3) {
				for i := range 4 {
					typical := 1 + draw.IntN(4)
					for r := range 3 + s {
						score := min(max(typical+draw.IntN(3)-1, 1), 4)
						of[school] += fmt.Sprintf("%s rater %d,%s lesson %d,Element %d,%d,%s\n", school, r, school, l, i, score, school)
					}
				}
			}
			of[school] += fmt.Sprintf("%s rater 0,%s lesson 9,Element 1,1,%s\n%s rater 1,%s lesson 9,Element 1,4,%s\n", school, school, school, school, school, school)
		}
		dir := t.TempDir()
		write := func(name, text string) string {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(head+text), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
		whole := ""
		for _, school := range []string{"School A", "School B", "School C", "School D"} {
			whole += of[school]
		}
		archive := write("archive.csv", whole)
		for _, flags := range [][]string{nil, {"--scale", "1-4"}} {
			lines, err := csv.NewReader(strings.NewReader(must(t, append([]string{"archive", "--by", "school", "--format", "csv", archive}, flags...)...))).ReadAll()
			if err != nil || len(lines) != 5 {
				t.Fatal(lines, err)
			}
			for _, line := range lines[1:] {
				school := slices.IndexFunc(lines[0], func(h string) bool { return h == "part" })
				path := write("one.csv", of[line[school]])
				alone := jsonOf(t, append([]string{"score", "--format", "json", path}, flags...))
				for _, x := range []struct{ column, path string }{
					{"verdict", "verdict.id"}, {"exact_value", "alignment.exact.value"}, {"exact_chance", "alignment.exact.chance"},
					{"exact_lower", "alignment.exact.lower"}, {"exact_upper", "alignment.exact.upper"},
					{"within_one_value", "alignment.within_one.value"}, {"two_apart_value", "alignment.two_apart.value"},
				} {
					k := slices.Index(lines[0], x.column)
					if k < 0 {
						t.Fatalf("no column %s in %q", x.column, lines[0])
					}
					if got := at(alone, x.path); got != line[k] {
						t.Errorf("seed %d, %s, %s: the archive says %s, the report %s", seed, line[school], x.column, line[k], got)
					}
				}
			}
		}
	}
}
