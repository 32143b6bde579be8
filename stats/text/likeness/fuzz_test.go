package likeness

import (
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func FuzzSimilarity(f *testing.F) {
	texttest.Seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		half := s[:len(s)/2]
		c := NewCorpus(language.English(), []Entry{{Text: s, Item: 0}, {Text: half, Item: 1}, {Text: s, Item: 1}, {Text: "T asks why", Item: 0}})
		for i := range 4 {
			for j := range 4 {
				if v := c.Similarity(i, j); !(v >= 0 && v <= 1) || v != c.Similarity(j, i) {
					t.Fatalf("similarity %v", v)
				}
			}
		}
		if v := c.Similarity(0, 2); v != 0 && v != 1 {
			t.Fatalf("the same text is like itself by %v", v)
		}
	})
}
