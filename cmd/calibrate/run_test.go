package main

import (
	"os"
	"path/filepath"
	"slices"
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
	for _, c := range []struct{ args, want []string }{
		{[]string{here}, []string{"score", "--open", here}},
		{[]string{"ratings.csv", here}, []string{"score", "--open", "ratings.csv", here}},
		{[]string{"score", "ratings.csv"}, []string{"score", "ratings.csv"}},
		{[]string{"scor"}, []string{"scor"}},
		{[]string{"--help"}, []string{"--help"}},
		{[]string{"ratings.csv", "--full"}, []string{"ratings.csv", "--full"}},
		{nil, nil},
	} {
		if got := dropped(root(&app{}), c.args); !slices.Equal(got, c.want) {
			t.Errorf("%q: %q, want %q", c.args, got, c.want)
		}
	}
}
