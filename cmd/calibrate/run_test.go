package main

import (
	"github.com/cb401426/calibrate/cmd/calibrate/internal/command"
	"os"
	"path/filepath"
	"testing"
)

// A file dropped on the program is reported on; commands, flags and names of no
// file stay what they are.
func TestDropped(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"ratings.csv", "score"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	here, err := filepath.Abs("ratings.csv")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		want bool
	}{
		{[]string{here}, true},
		{[]string{"ratings.csv", here}, true},
		{[]string{"score", "ratings.csv"}, false},
		{[]string{"scor"}, false},
		{[]string{"--help"}, false},
		{[]string{"ratings.csv", "--full"}, false},
		{nil, false},
	} {
		if got := command.Dropped(root(&command.App{}), c.args); got != c.want {
			t.Errorf("%q: %t, want %t", c.args, got, c.want)
		}
	}
}
