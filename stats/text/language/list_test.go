package language

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

func TestLists(t *testing.T) {
	entries, err := languageFiles.ReadDir("english")
	if err != nil {
		t.Fatal(err)
	}
	var files, named []string
	for _, e := range entries {
		files = append(files, strings.TrimSuffix(e.Name(), ".txt"))
	}
	for _, l := range lists {
		named = append(named, l.file)
	}
	slices.Sort(named)
	if diff := cmp.Diff(files, named); diff != "" {
		t.Errorf("files of the language and lists in the registry differ:\n%s", diff)
	}
}

func TestLoadFaults(t *testing.T) {
	for file, line := range map[string]string{
		"number.txt": "four", "time.txt": "hour=x", "common.txt": "=0.5",
		"concept.txt": "no colon", "ending.txt": "ly",
	} {
		_, err := Load(fstest.MapFS{file: {Data: []byte("\n" + line)}}, "broken", nil)
		if err == nil || !strings.HasPrefix(err.Error(), file+":2: ") {
			t.Errorf("%s with %q: %v", file, line, err)
		}
	}
	if _, err := Load(fstest.MapFS{"people.txt": {Mode: 1 << 31}}, "broken", nil); err == nil {
		t.Error("an unreadable list passes")
	}
}
