package class

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

func FuzzClassify(f *testing.F) {
	texttest.Seed(f)
	f.Fuzz(func(t *testing.T, s string) {
		c := Classify(language.English(), s)
		if c.Class != Evidence && c.Class != Opinion && c.Class != Mixed && c.Class != Empty && c.Class != Unread {
			t.Fatalf("class %q", c.Class)
		}
		at, clean := 0, strings.ToValidUTF8(s, "\uFFFD")
		for _, st := range c.Statements {
			k := strings.Index(clean[at:], st.Text)
			if k < 0 {
				t.Fatalf("statement %q is not in the text", st.Text)
			}
			at += k + len(st.Text)
			for _, w := range st.Words {
				if !strings.Contains(st.Text, w) {
					t.Fatalf("word %q is not in %q", w, st.Text)
				}
			}
		}
	})
}
