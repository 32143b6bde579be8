package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

// TestRubricsManual holds docs/rubrics.md to the built-in rubrics, each with
// its status, and tries the file that it shows.
func TestRubricsManual(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(moduleRoot, "docs", "rubrics.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rubric.Presets() {
		row := "| `" + r.ID + "` | " + r.Name + " | " + strings.ReplaceAll(r.Status, "|", `\|`) + " |"
		if !strings.Contains(string(content), row) {
			t.Errorf("docs/rubrics.md has no line\n%s", row)
		}
	}
	shown := regexp.MustCompile("(?s)```yaml\n(.*?)```").FindSubmatch(content)
	if shown == nil {
		t.Fatal("docs/rubrics.md shows no file")
	}
	r, err := rubric.Parse("rubrics.md", shown[1])
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Scales) != 2 || len(r.Indicators) != 3 || !r.Indicators[1].Reversed {
		t.Errorf("%+v", r)
	}
}
