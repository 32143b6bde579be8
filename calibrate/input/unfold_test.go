package input_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// A row of a table of patterns is read as if it stood there for each of its
// items, with a number.
func TestPatterns(t *testing.T) {
	for name, rows := range map[string][]string{
		"":        {"0,0,3,1", "2,2,0,0", "1,1,1,0", "0,4,0,0"},
		"lesson,": {"L1,0,0,3,1", "L2,2,2,0,0", "L2,1,1,1,0", "L1,0,4,0,0"},
	} {
		times := []int{3, 1, 0, 12}
		patterns, items := name+"1,2,3,4,items\n", name+"indicator,1,2,3,4\n"
		if name == "" {
			items = "indicator,1,2,3,4\n"
		}
		number := 0
		for i, row := range rows {
			patterns += fmt.Sprintf("%s,%d\n", row, times[i])
			for range times[i] {
				number++
				lesson, counts := "", row
				if name != "" {
					lesson, counts, _ = strings.Cut(row, ",")
					lesson += ","
				}
				items += fmt.Sprintf("%sItem %d,%s\n", lesson, number, counts)
			}
		}
		read := func(text string) []string {
			r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(text), Layout: "counts"})
			if err != nil {
				t.Fatalf("%s: %v", text, err)
			}
			return input.Dump(r.Table)
		}
		if diff := cmp.Diff(read(items), read(patterns)); diff != "" {
			t.Errorf("%s: %s", patterns, diff)
		}
	}
}

// More items than there is memory for are refused before any is made.
func TestPatternsBeyondTheBudget(t *testing.T) {
	text := "1,2,3,4,items\n0,0,3,1,2000000000\n2,2,0,0,7\n"
	_, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(text)})
	var faults *problem.Faults
	if !errors.As(err, &faults) || (*faults)[0].Code != "too_large" {
		t.Errorf("%v", err)
	}
}
