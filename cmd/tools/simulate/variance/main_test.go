package main

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/cmd/tools/internal/simulation"
)

// A scenario has its section, and the same seed gives the same bytes.
func TestRun(t *testing.T) {
	for _, s := range []scenario{scenarios[3], scenarios[4]} {
		var outs [2]strings.Builder
		for i := range outs {
			settings := simulation.Settings{Seed: 7, Runs: 3, Date: "2026-11-21", Only: s.name}
			if err := run(t.Context(), settings, &outs[i]); err != nil {
				t.Fatal(err)
			}
		}
		out := outs[0].String()
		if !strings.Contains(out, s.text[1:]) || strings.Contains(out, "NaN") {
			t.Errorf("%s: %s", s.name, out)
		}
		if outs[1].String() != out {
			t.Error("the same seed gives other bytes")
		}
	}
}
