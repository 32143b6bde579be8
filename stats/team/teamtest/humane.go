package teamtest

import (
	"strings"
	"testing"
)

func AssertHumane(t *testing.T, text string) {
	t.Helper()
	for _, word := range []string{"wrong", "error", "outlier", "accura", "bias", "fail", "bad", "NaN", "Inf"} {
		if strings.Contains(strings.ToLower(text), strings.ToLower(word)) {
			t.Errorf("%q in %q", word, text)
		}
	}
}
