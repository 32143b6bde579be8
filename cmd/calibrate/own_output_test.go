package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// ownFiles are commands and what they write into a folder of ratings.
var ownFiles = []string{"score", "agenda", "stats", "reasons", "check", "plan", "archive --by lesson"}

// A folder of ratings reads the same whatever this program wrote into it: every
// format of every command, and every table.
func TestOwnFilesAreLeftOut(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"fall.csv":   "Rater,Lesson,3b,3c,3d\nAna,L1,3,2,4\nBo,L1,3,3,4\nCy,L1,2,3,N/A\nDee,L1,2,3,4\n",
		"spring.csv": "Rater,Lesson,3b,3c,3d\nAna,L2,1,2,4\nBo,L2,3,3,4\nCy,L2,2,3,2\nDee,L2,2,,2\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	counts := func() [5]int {
		var c struct{ Ratings, Raters, Lessons, Indicators, Blank int }
		if err := json.Unmarshal([]byte(must(t, "check", "--format", "json", dir)), &c); err != nil {
			t.Fatal(err)
		}
		return [5]int{c.Ratings, c.Raters, c.Lessons, c.Indicators, c.Blank}
	}
	want := counts()
	beside := func(name string, content []byte) {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		if got := counts(); got != want {
			t.Errorf("beside %s: %v, want %v", name, got, want)
		}
	}
	for _, command := range ownFiles {
		words := strings.Fields(command)
		for format, ending := range map[string]string{"text": "txt", "json": "json", "csv": "csv", "markdown": "md", "html": "html", "xlsx": "xlsx"} {
			out := must(t, append(append([]string{}, words...), "--format", format, dir)...)
			beside(words[0]+"."+ending, []byte(out))
		}
	}
	tables := t.TempDir()
	must(t, "score", "--format", "csv", "-o", tables+"/", dir)
	entries, _ := os.ReadDir(tables)
	for _, table := range entries {
		content, err := os.ReadFile(filepath.Join(tables, table.Name()))
		if err != nil {
			t.Fatal(err)
		}
		beside(table.Name(), content)
	}
	if len(entries) < 20 {
		t.Errorf("%d tables", len(entries))
	}
}
