package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A scenario has its section, and the same seed gives the same bytes.
func TestRun(t *testing.T) {
	for _, s := range []scenario{scenarios[3], scenarios[4]} {
		var out strings.Builder
		args := []string{"-runs", "3", "-seed", "7", "-date", "2026-11-21", "-only", s.name}
		if err := run(t.Context(), args, &out); err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(out.String(), s.text[1:]) || strings.Contains(out.String(), "NaN") {
			t.Errorf("%s: %s", s.name, out.String())
		}
		path := filepath.Join(t.TempDir(), "out.md")
		if err := run(t.Context(), append(args, "-o", path), nil); err != nil {
			t.Fatal(err)
		}
		if b, err := os.ReadFile(path); err != nil || string(b) != out.String() {
			t.Errorf("the same seed gives other bytes, %v", err)
		}
	}
}
