package main

import (
	"bytes"
	"context"
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
	try := func(name string, args []string) {
		var out, diagnostics bytes.Buffer
		if code := run(context.Background(), append(args, dir), strings.NewReader(""), &out, &diagnostics); code != 0 || out.Len() == 0 {
			t.Errorf("%q: exit code %d, %d bytes: %s", args, code, out.Len(), diagnostics.String())
			return
		}
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		defer os.Remove(path)
		var said bytes.Buffer
		if code := run(context.Background(), []string{"check", dir}, strings.NewReader(""), &said, &diagnostics); code != 0 {
			t.Errorf("beside %s: %s", name, said.String())
			return
		}
		if got := counts(); got != want {
			t.Errorf("beside %s: %v, want %v", name, got, want)
		}
	}
	for _, command := range ownFiles {
		words := strings.Fields(command)
		for format, ending := range map[string]string{"text": "txt", "json": "json", "csv": "csv", "markdown": "md", "html": "html", "xlsx": "xlsx"} {
			try(words[0]+"."+ending, append(append([]string{}, words...), "--format", format))
		}
	}
	for _, table := range tableNames(t, dir) {
		try(table+".csv", []string{"score", "--format", "csv", "--table", table})
	}
}

// tableNames returns the names of all tables, as the message on one that is none lists
// them.
func tableNames(t *testing.T, dir string) []string {
	var out, diagnostics bytes.Buffer
	run(context.Background(), []string{"score", "--format", "csv", "--table", "nosuch", dir}, strings.NewReader(""), &out, &diagnostics)
	_, list, ok := strings.Cut(diagnostics.String(), "there are ")
	list, _, _ = strings.Cut(list, "\n")
	names := strings.FieldsFunc(list, func(r rune) bool { return !('a' <= r && r <= 'z' || r == '_') })
	if !ok || len(names) < 20 {
		t.Fatal(diagnostics.String())
	}
	return names
}
