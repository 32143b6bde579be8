package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// A told problem is what check says of one.
type told struct {
	Code, Severity, File, Column, Text, Hint string
	Row                                      int
	Choices                                  []struct{ Flags string }
}

// usageExit is the exit code of a mistake in the command.
const usageExit = 2

// checkTold runs check, with further flags, and returns its exit code and what it
// says.
func checkTold(t *testing.T, path string, flags []string) (int, []told) {
	var out, diagnostics bytes.Buffer
	args := append([]string{"check", "--format", "json", path}, flags...)
	code := run(context.Background(), args, strings.NewReader(""), &out, &diagnostics)
	if code == usageExit {
		t.Errorf("%q: %s", args, diagnostics.String())
		return code, nil
	}
	var checked struct{ Problems []told }
	if err := json.Unmarshal(out.Bytes(), &checked); err != nil {
		t.Fatalf("%q: %v", args, err)
	}
	return code, checked.Problems
}

// shellWords cuts flags as a shell does.
func shellWords(s string) []string {
	var words []string
	for _, m := range shellWord.FindAllString(s, -1) {
		words = append(words, shellQuote.ReplaceAllString(strings.ReplaceAll(m, `'\''`, "\x00"), "$1"))
	}
	for i := range words {
		words[i] = strings.ReplaceAll(words[i], "\x00", "'")
	}
	return words
}

var (
	shellWord  = regexp.MustCompile(`(?:'[^']*'|\\'|[^\s'])+`)
	shellQuote = regexp.MustCompile(`'([^']*)'`)

	// printedFlag is a flag with its value, within the words of a hint.
	printedFlag = regexp.MustCompile(`--[a-z][a-z-]+(?: (?:'[^']*'|"[^"]*"|[^\s,;:)]+))?`)
)

// Every flag that a message prints is applied as it is printed: the problem is
// gone, and the file reads, where need be with what is offered for the rest.
func TestPrintedFlags(t *testing.T) {
	for _, path := range oddFiles(t) {
		t.Run(strings.ReplaceAll(filepath.ToSlash(path), "/", "_"), func(t *testing.T) {
			t.Parallel()
			_, problems := checkTold(t, path, nil)
			for i, p := range problems {
				if i > 40 {
					break
				}
				tryPrinted(t, path, p)
			}
		})
	}
}

func tryPrinted(t *testing.T, path string, p told) {
	for _, c := range p.Choices {
		if !settles(t, path, p, shellWords(c.Flags), 5) {
			t.Errorf("%s does not settle %s: %s", c.Flags, p.Code, p.Text)
		}
	}
	if len(p.Choices) > 0 {
		return
	}
	for _, flag := range printedFlag.FindAllString(p.Hint, -1) {
		words := shellWords(strings.ReplaceAll(flag, `"`, "'"))
		if !strings.Contains(flag, "…") && len(words) == 2 && slices.Contains(valued, words[0]) {
			checkTold(t, path, words)
		}
	}
}

// valued are flags of reading that take a value.
var valued = []string{"--scale", "--missing", "--same", "--round", "--layout", "--columns", "--duplicates", "--encoding", "--memory", "--sheet"}

// settles reports whether flags settle a problem: then the file reads, or other
// problems are left, each settled by what is offered for it or by no flag.
func settles(t *testing.T, path string, p told, flags []string, depth int) bool {
	code, left := checkTold(t, path, flags)
	if code == 0 {
		return true
	}
	var next []string
	for _, q := range left {
		switch {
		case q.Severity != "fatal":
		case q.Code == p.Code && q.File == p.File && q.Row == p.Row && q.Column == p.Column && q.Text == p.Text:
			return false
		case next == nil && len(q.Choices) > 0:
			next = shellWords(q.Choices[0].Flags)
		}
	}
	if next == nil || depth == 0 {
		return next == nil
	}
	return settles(t, path, p, append(slices.Clone(flags), next...), depth-1)
}

// oddFiles returns all files of testdata that could be ratings, and those of the
// scripts.
func oddFiles(t *testing.T) (paths []string) {
	for _, dir := range []string{"reading/files", "reading/more/files", "cases", "samples"} {
		err := filepath.WalkDir(filepath.Join("../../testdata", dir), func(path string, d fs.DirEntry, err error) error {
			if err == nil && !d.IsDir() && isTable(path) {
				paths = append(paths, path)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	scripts, err := filepath.Glob("../../testdata/script/*.txtar")
	if err != nil || len(scripts) == 0 {
		t.Fatal(scripts, err)
	}
	scratch := t.TempDir()
	for _, script := range scripts {
		content, err := os.ReadFile(script)
		if err != nil {
			t.Fatal(err)
		}
		heads := scriptFile.FindAllSubmatchIndex(content, -1)
		for i, h := range heads {
			end := len(content)
			if i+1 < len(heads) {
				end = heads[i+1][0]
			}
			path := filepath.Join(scratch, filepath.Base(script), string(content[h[2]:h[3]]))
			if !isTable(path) {
				continue
			}
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, content[h[1]:end], 0o600); err != nil {
				t.Fatal(err)
			}
			paths = append(paths, path)
		}
	}
	return paths
}

// scriptFile is the line before a file of a script.
var scriptFile = regexp.MustCompile(`(?m)^-- (.+) --\n`)

// isTable reports whether a file's name is that of a table.
func isTable(path string) bool {
	return slices.Contains([]string{".csv", ".tsv", ".txt", ".xlsx", ".ods", ".fods"}, filepath.Ext(path))
}
