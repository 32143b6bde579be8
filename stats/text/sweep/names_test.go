package sweep

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// raters of testdata/reasons/names.csv.
var knownRaters = []string{
	"Dana Whitfield", "Sean O'Neil", "Ja'Kobe Wright", "Dr. Karen X-Wolfe", "José Muñoz", "Will Park", "Hope Ellison",
	"Grace Murtagh", "Mark Bell", "Rose Field", "Chase Young", "Li Wei",
}

// TestNames sweeps 200 texts; those with an even number were never looked at.
func TestNames(t *testing.T) {
	rows := texttest.Rows(t, "names.csv")
	var texts []string
	for _, row := range rows {
		texts = append(texts, row["text"])
	}
	sweeper := NewSweeper(language.English(), knownRaters, texts)
	for _, unread := range []bool{false, true} {
		gone, kept := map[string]*texttest.Proportion{}, map[string]*texttest.Proportion{}
		words := texttest.Proportion{}
		for i, row := range rows {
			if (i%2 == 1) != unread {
				continue
			}
			kind := row["kind"]
			if gone[kind] == nil {
				gone[kind], kept[kind] = &texttest.Proportion{}, &texttest.Proportion{}
			}
			got := sweeper.Sweep(row["text"]).Text
			left := false
			for name := range strings.SplitSeq(row["gone"], ";") {
				left = left || name != "" && strings.Contains(got, name)
			}
			lost := row["kept"] != "" && !strings.Contains(got, row["kept"])
			gone[kind].N++
			if !left {
				gone[kind].K++
			}
			kept[kind].N++
			if !lost {
				kept[kind].K++
			}
			words.N += len(strings.Fields(row["kept"]))
			if lost {
				words.K++
			}
			if (left || lost) && !unread {
				t.Logf("%s: %q becomes %q", kind, row["text"], got)
			}
		}
		for kind, least := range map[string]float64{"known": 1, "other": 0.9, "contact": 0.9} {
			texttest.LogShare(t, kind+" swept", *gone[kind])
			if gone[kind].Value() < least {
				t.Errorf("%s, unread %v: %.2f swept, want %.2f", kind, unread, gone[kind].Value(), least)
			}
		}
		texttest.LogShare(t, "texts with a plain word swept", words)
		if words.Value() > 0.02 {
			t.Errorf("unread %v: %.3f of plain words swept", unread, words.Value())
		}
	}
}
