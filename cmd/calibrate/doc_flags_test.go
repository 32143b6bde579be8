package main

import (
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"testing"
)

// mentioned finds the flags in a line of calibrate in the docs.
var (
	mentionedLine = regexp.MustCompile("(?m)calibrate [a-z]+[^`\n|]*")
	mentionedFlag = regexp.MustCompile(`(?:^|\s)--([a-z][a-z-]*)`)
)

// Every flag that the docs give to calibrate is one.
func TestDocsNameFlagsThatAre(t *testing.T) {
	t.Chdir(moduleRoot)
	known := append(command.FlagNames(root(&command.App{})), "help", "version")
	paths, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, path := range append(paths, "README.md") {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range mentionedLine.FindAllString(string(text), -1) {
			for _, m := range mentionedFlag.FindAllStringSubmatch(line, -1) {
				n++
				if !slices.Contains(known, m[1]) {
					t.Errorf("%s: no flag --%s: %s", path, m[1], line)
				}
			}
		}
	}
	if n < 50 {
		t.Errorf("%d flags only", n)
	}
}
