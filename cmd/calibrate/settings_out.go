package main

import (
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/cb401426/calibrate/calibrate/input"
)

// readingSettings writes what was read as settings, so that tomorrow's longer
// file is read in the same way.
func readingSettings(r *input.Reading, f *readFlags) ([]byte, error) {
	return yaml.Marshal(struct {
		Columns    []string `yaml:"columns,omitempty"`
		Layout     string   `yaml:"layout,omitempty"`
		Scale      string   `yaml:"scale,omitempty"`
		Rubric     string   `yaml:"rubric,omitempty"`
		Missing    string   `yaml:"missing,omitempty"`
		Same       string   `yaml:"same,omitempty"`
		Duplicates string   `yaml:"duplicates,omitempty"`
		Round      string   `yaml:"round,omitempty"`
		Encoding   string   `yaml:"encoding,omitempty"`
	}{
		r.ColumnSettings(), r.Layout, f.scale, f.rubric, strings.Join(f.missing, ","), strings.Join(f.same, ","),
		f.options.Duplicates, f.options.Round, f.options.Encoding,
	})
}
