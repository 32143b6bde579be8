package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate/report"
)

// TestStatisticsManual holds docs/statistics.md to the catalogue; -update
// writes it anew.
func TestStatisticsManual(t *testing.T) {
	docs := filepath.Join(moduleRoot, "docs")
	pages, err := filepath.Glob(filepath.Join(docs, "simulations-*.md"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range pages {
		pages[i] = filepath.Base(pages[i])
	}
	var want bytes.Buffer
	if err := report.WriteManual(&want, pages); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(docs, "statistics.md")
	if *update {
		if err := os.WriteFile(path, want.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want.String(), string(got)); diff != "" {
		t.Errorf("docs/statistics.md is stale; make golden writes it anew\n%s", diff)
	}
}
