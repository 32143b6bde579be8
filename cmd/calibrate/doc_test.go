package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/google/go-cmp/cmp"
)

// console finds the blocks of a manual that show what a person types and sees.
var console = regexp.MustCompile("(?s)```console\n(.*?)```")

// headOf is the only pipe that the manuals use.
var headOf = regexp.MustCompile(`^(.*?)\s*\|\s*head -n (\d+)$`)

// TestManuals runs every `$ calibrate …` of the README and docs, from the
// root of the project, and compares what it prints. With -update it writes
// the manuals anew.
func TestManuals(t *testing.T) {
	t.Chdir(moduleRoot)
	paths, err := filepath.Glob("docs/*.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range append([]string{"README.md"}, paths...) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := console.ReplaceAllFunc(text, func(block []byte) []byte {
				lines := strings.TrimSuffix(strings.TrimPrefix(string(block), "```console\n"), "```")
				return []byte("```console\n" + replay(t, lines) + "```")
			})
			if bytes.Equal(got, text) {
				return
			}
			if *update {
				if err := os.WriteFile(path, got, 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			t.Errorf("%s is not what the program prints; make golden writes it anew\n%s", path, cmp.Diff(string(text), string(got)))
		})
	}
}

// replay runs the commands of a block and returns it with what they print.
// Lines after a command that is not calibrate stay as they are.
func replay(t *testing.T, block string) string {
	var out strings.Builder
	skip := false
	for line := range strings.Lines(block) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			if !skip {
				out.WriteString(line)
			}
			continue
		}
		out.WriteString(line)
		args, ok := strings.CutPrefix(strings.TrimSpace(command), "go run ./cmd/calibrate")
		if !ok {
			args, ok = strings.CutPrefix(strings.TrimSpace(command), "calibrate")
		}
		if skip = ok; ok {
			out.WriteString(output(t, args))
		}
	}
	return out.String()
}

// output runs calibrate with a line of arguments and returns what it prints.
func output(t *testing.T, line string) string {
	most := -1
	if m := headOf.FindStringSubmatch(line); m != nil {
		line = m[1]
		most, _ = strconv.Atoi(m[2])
	}
	var stdout, stderr bytes.Buffer
	code := run(context.Background(), strings.Fields(line), strings.NewReader(""), &stdout, &stderr)
	if slices.Contains([]int{command.ExitUsage, command.ExitOther}, code) {
		t.Errorf("calibrate%s: exit code %d\n%s", line, code, stderr.String())
	}
	lines := slices.Collect(strings.Lines(stdout.String() + stderr.String()))
	if most >= 0 && most < len(lines) {
		lines = lines[:most]
	}
	return strings.Join(lines, "")
}
