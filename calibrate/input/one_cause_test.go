package input_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// A column that is bad throughout is told in five problems at most, whatever is
// wrong with it; in another column the same is told anew.
func TestOneCauseOneMessage(t *testing.T) {
	for name, cells := range map[string][]string{
		"words":       {"good", "fair", "poor", "bad", "fine", "odd", "none of it", "some"},
		"fractions":   {"3/4", "2/3", "1/2", "2-3", "3 or 4"},
		"far":         {"77", "88", "99", "-9", "1234"},
		"sentences":   {"I saw the class work well on fractions all the time", "they talked to each other for most of the lesson"},
		"everything":  {"x7", "3/4", "3-Feb", "#REF!", "4+", "2 students", "77", "75%", "n0pe"},
		"marked":      {"3+", "2-", "4*", "1?"},
		"long labels": {"3 - Hi", "2 - Lo", "3 - Lo", "2 - Hi"},
		"dates":       {"2025-01-02", "3-Feb", "Mar 4", "1/2/2025"},
	} {
		t.Run(name, func(t *testing.T) {
			var b strings.Builder
			b.WriteString("Rater,Lesson,3b,3c,3d\n")
			for i := range 200 {
				fmt.Fprintf(&b, "R%d,L%d,%s,%d,%d\n", i%5, i/5, cells[i%len(cells)], 1+i%4, 1+i*7%4)
			}
			r, err := input.Read(context.Background(), []string{"-"}, input.Options{Stdin: strings.NewReader(b.String()), Scale: scale("1-4")})
			var faults *problem.Faults
			if err != nil && !errors.As(err, &faults) {
				t.Fatal(err)
			}
			if err == nil {
				for _, p := range r.Problems {
					if p.Severity == problem.Repair || p.Severity == problem.Warning {
						t.Logf("%s", p)
					}
				}
				return
			}
			of := map[string]int{}
			for _, p := range *faults {
				of[p.Column]++
			}
			for column, n := range of {
				if n > 5 {
					t.Errorf("%d problems in %q: %v", n, column, *faults)
				}
			}
			if _, blamed := of["3c"]; blamed {
				t.Errorf("a good column is blamed: %v", *faults)
			}
		})
	}
}
