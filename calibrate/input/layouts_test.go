package input_test

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/input"
	"github.com/cb401426/calibrate/calibrate/input/problem"
)

// The variants are files in the shapes of forms and hand-made sheets, with
// other words than the samples have; the golden files show how each reads.
func TestVariants(t *testing.T) {
	paths, err := filepath.Glob("testdata/variants/*.?sv")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			r, err := input.Read(context.Background(), []string{path}, input.Options{})
			golden(t, strings.TrimSuffix(path, filepath.Ext(path))+".txt", reading(t, r, err))
		})
	}
}

// reading prints all of a reading that a person would check.
func reading(t *testing.T, r *input.Reading, err error) string {
	t.Helper()
	var b strings.Builder
	if err != nil {
		b.WriteString(outcome(t, r, err))
	}
	if r == nil {
		return b.String()
	}
	fmt.Fprintf(&b, "layout %s, blank %d, not observed %d, absent %d, duplicates %d, repairs %d, dropped %d\n",
		r.Layout, r.Blank, r.NotObserved, r.Absent, r.Duplicates, r.Repairs, r.DroppedRows)
	for _, m := range r.Meanings {
		fmt.Fprintf(&b, "%s %q: %s", m.Column, m.Header, m.Field)
		for _, part := range []string{m.Rater, m.Lesson, m.Indicator} {
			if part != "" {
				fmt.Fprintf(&b, " / %s", part)
			}
		}
		b.WriteString("\n")
	}
	for _, p := range r.Problems {
		if p.Severity != problem.Fatal {
			fmt.Fprintf(&b, "%s %s: %s\n", p.Severity, p.Code, strings.Split(p.String(), "\n")[0])
		}
	}
	if r.Table == nil {
		return b.String()
	}
	for _, s := range r.Table.Scales() {
		fmt.Fprintf(&b, "scale %s %s %v\n", s.ID, s.Source, s.Levels)
	}
	for _, line := range input.Dump(r.Table) {
		b.WriteString(line + "\n")
	}
	return b.String()
}
