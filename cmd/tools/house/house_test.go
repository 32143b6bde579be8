package main

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// The limits of a package.
const (
	mostFiles   = 35 // without tests
	mostInCycle = 10 // files that all lead to each other
	mostMethods = 20 // of a type
)

// open lists exported names that stand for users of the library: errors to
// look for, members of a set, and parts of stats that this program does not
// need by name.
var open = map[string]string{
	"calibrate/report/format":  "WriteXLSX",
	"calibrate/simulate":       "Central CentralOffice Odd Presets School",
	"calibrate/survey/answers": "ErrBlank FaultsError",
	"stats":                    "DefaultConfidence",
	"stats/agree":              "ApartKappa ApartSide SharedKappa SharedSide Symbols",
	"stats/dispersion":         "FewestClusters",
	"stats/gap":                "FewestPeople Rules TestedGroup",
	"stats/rasch":              "Adjustment Tolerance",
	"stats/rounds":             "Common",
	"stats/team":               "Average",
	"stats/text/language":      "Load",
	"stats/text/likeness":      "Pair",
	"stats/variance":           "Likelihood Moments",
	"stats/weight":             "Bipolar Circular KrippendorffOrdinal Ordinal Radical Ratio",
	"stats/within":             "DefaultRuns",
}

func TestHouse(t *testing.T) {
	shapes, err := Measure("../../..")
	if err != nil {
		t.Fatal(err)
	}
	if len(shapes) < 40 {
		t.Fatalf("only %d packages are there", len(shapes))
	}
	for _, s := range shapes {
		if s.Files > mostFiles {
			t.Errorf("%s: %d files, more than %d", s.Path, s.Files, mostFiles)
		}
		if len(s.Cycle) > mostInCycle {
			t.Errorf("%s: %d files in a cycle, more than %d: %s", s.Path, len(s.Cycle), mostInCycle, strings.Join(s.Cycle, " "))
		}
		for _, name := range slices.Sorted(maps.Keys(s.Methods)) {
			if s.Methods[name] > mostMethods {
				t.Errorf("%s: %s has %d methods, more than %d", s.Path, name, s.Methods[name], mostMethods)
			}
		}
		for _, name := range s.Unused {
			if !slices.Contains(strings.Fields(open[s.Path]), name) {
				t.Errorf("%s: %s is exported, and nothing else uses it", s.Path, name)
			}
		}
	}
}

// Files lead to each other through whatever they name.
func TestLargestCycle(t *testing.T) {
	edges := map[string]map[string]bool{
		"a": {"b": true}, "b": {"c": true}, "c": {"a": true, "d": true}, "d": {"e": true}, "e": {}, "f": {"a": true},
	}
	if got := largestCycle(edges); !slices.Equal(got, []string{"a", "b", "c"}) {
		t.Errorf("the largest cycle is %v", got)
	}
	delete(edges["c"], "a")
	if got := largestCycle(edges); len(got) != 1 {
		t.Errorf("without a way back it is %v", got)
	}
}
