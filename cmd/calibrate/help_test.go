package main

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"github.com/spf13/cobra"
)

// helpOf is the help of a command.
func helpOf(t *testing.T, cmd *cobra.Command) string {
	t.Helper()
	var b bytes.Buffer
	cmd.SetOut(&b)
	if err := cmd.Help(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// The help of every command fits a terminal of 80 columns, and every command
// says in a line what it is for.
func TestHelpFits(t *testing.T) {
	commands := 0
	var walk func(*cobra.Command)
	walk = func(cmd *cobra.Command) {
		commands++
		for line := range strings.Lines(helpOf(t, cmd)) {
			if line = strings.TrimRight(line, "\n"); utf8.RuneCountInString(line) > 80 {
				t.Errorf("%s: %d columns: %s", cmd.CommandPath(), utf8.RuneCountInString(line), line)
			}
		}
		if cmd.Short == "" {
			t.Errorf("%s has no line of its own", cmd.CommandPath())
		}
		for _, sub := range cmd.Commands() {
			walk(sub)
		}
	}
	walk(root(command.NewApp(t.Context(), strings.NewReader(""), &bytes.Buffer{}, &bytes.Buffer{})))
	if commands < 20 {
		t.Errorf("%d commands", commands)
	}
}
