package input_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

const samples = "../../testdata/samples/"

// Every sample reads to the same table as its clean long twin.
func TestSamplesReadAsTheirTwins(t *testing.T) {
	twins, err := filepath.Glob(samples + "twins/*.csv")
	if err != nil || len(twins) < 13 {
		t.Fatal(len(twins), err)
	}
	for _, twin := range twins {
		name := strings.TrimSuffix(filepath.Base(twin), ".csv")
		t.Run(name, func(t *testing.T) {
			found, err := filepath.Glob(samples + name + ".*")
			if err != nil || len(found) != 1 {
				t.Fatal(found, err)
			}
			want, got := read(t, twin), read(t, found[0])
			if want.Layout != "long" {
				t.Errorf("the twin is read as %s", want.Layout)
			}
			if diff := cmp.Diff(input.Dump(want.Table), input.Dump(got.Table)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func read(t *testing.T, paths ...string) *input.Reading {
	t.Helper()
	r, err := input.Read(context.Background(), paths, input.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSampleWithTwoScoresInACell(t *testing.T) {
	r, err := input.Read(context.Background(), []string{samples + "08_raters_as_rows.csv"}, input.Options{})
	golden(t, "testdata/faults/sample_08.txt", outcome(t, r, err))
}

// The order of rows changes nothing: neither the table nor what is wrong.
func TestOrderOfRowsChangesNothing(t *testing.T) {
	for _, path := range []string{
		samples + "walkthrough.csv", "testdata/variants/wide_comments.csv", "testdata/variants/ms_repeated_rater.csv",
		"testdata/variants/google_anonymous.csv", "testdata/variants/long_dates.csv",
	} {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			header, rows, _ := bytes.Cut(text, []byte("\n"))
			lines := bytes.SplitAfter(rows, []byte("\n"))
			if bytes.Count(text, []byte(`"`))%2 != 0 || bytes.Contains(text, []byte("\n\n")) {
				t.Skip("rows with line breaks in them")
			}
			want := input.Dump(read(t, path).Table)
			rng := rand.New(rand.NewPCG(1, 2))
			for range 5 {
				rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
				for i, l := range lines {
					lines[i] = append(bytes.TrimRight(bytes.Clone(l), "\n"), '\n')
				}
				shuffled := append(append(bytes.Clone(header), '\n'), bytes.Join(lines, nil)...)
				r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: bytes.NewReader(shuffled)})
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff(want, input.Dump(r.Table)); diff != "" {
					t.Fatal(diff)
				}
			}
		})
	}
}

// Every code that is emitted is in the closed list; journal.add panics
// otherwise. Here every code of the list is documented.
func TestCodes(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range problem.Codes {
		if seen[c.ID] || c.ID != strings.ToLower(c.ID) || c.Title == "" || c.Severity == "" {
			t.Errorf("code %+v", c)
		}
		seen[c.ID] = true
	}
}

// Rows are decoded in chunks; none is lost or read twice.
func TestManyRows(t *testing.T) {
	for _, n := range []int{4095, 4096, 4097, 8192, 10_000} {
		var b strings.Builder
		b.WriteString(head)
		for i := range n {
			fmt.Fprintf(&b, "R%d,L%d,I%d,%d,\n", i%10, i/100, i/10%10, 1+i%4)
		}
		r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(b.String())})
		if err != nil || r.Table.Ratings() != n {
			t.Fatalf("%d rows: %v", n, err)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := input.Read(ctx, []string{samples + "07_long.csv"}, input.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}
