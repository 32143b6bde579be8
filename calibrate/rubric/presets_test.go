package rubric_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/cb401426/calibrate/calibrate/rubric"
)

var update = flag.Bool("update", false, "compile the presets again")

// presets.json holds what the YAML files say.
func TestCompiledPresets(t *testing.T) {
	names, err := filepath.Glob("presets/*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var all []*rubric.Rubric
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		r, err := rubric.Parse(name, data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	want, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("presets.json", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile("presets.json")
	if err != nil || !bytes.Equal(got, want) {
		t.Errorf("presets.json is not what the YAML files say (%v): run go test -run CompiledPresets -update", err)
	}
}

func BenchmarkPresets(b *testing.B) {
	data, err := os.ReadFile("presets.json")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		var all []*rubric.Rubric
		if err := json.Unmarshal(data, &all); err != nil {
			b.Fatal(err)
		}
	}
}
