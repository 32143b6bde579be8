package text

import (
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func FuzzWords(f *testing.F) {
	texttest.Seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		texts := []string{s, s, s, s, s + " timer", s}
		for _, m := range LogOdds(language.English(), texts, texts[:5], []string{s}).First {
			if !(m.Z >= leastZ) {
				t.Fatalf("%+v", m)
			}
		}
		r := NewRubric(language.English(), []Indicator{{ID: "a", Name: s}, {ID: "b", Name: "timer"}})
		r.Elsewhere("a", s)
		r.Copied(s)
	})
}
