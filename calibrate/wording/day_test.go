package wording_test

import (
	"testing"

	"github.com/cb401426/calibrate/calibrate/wording"
)

func TestDay(t *testing.T) {
	for s, want := range map[string]string{"2025-09-14": "Sep 14, 2025", "9/8/2025": "9/8/2025", "": ""} {
		if got := wording.Day(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
	for s, want := range map[string]bool{"2025-09-14": true, "9/14/2025": true, "Sep 14, 2025": true, "fall": false, "3": false, "2025": false} {
		if wording.IsDay(s) != want {
			t.Errorf("%q is a day: %v", s, !want)
		}
	}
}
