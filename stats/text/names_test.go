package text

import (
	"strings"
	"testing"
)

// raters of testdata/reasons/names.csv.
var knownRaters = []string{
	"Dana Whitfield", "Sean O'Neil", "Ja'Kobe Wright", "Dr. Karen X-Wolfe", "José Muñoz", "Will Park", "Hope Ellison",
	"Grace Murtagh", "Mark Bell", "Rose Field", "Chase Young", "Li Wei",
}

// TestNames sweeps 200 texts; those with an even number were never looked at.
func TestNames(t *testing.T) {
	rows := readRows(t, "names.csv")
	var texts []string
	for _, row := range rows {
		texts = append(texts, row["text"])
	}
	sweeper := NewSweeper(English(), knownRaters, texts)
	for _, unread := range []bool{false, true} {
		gone, kept := map[string]*proportion{}, map[string]*proportion{}
		words := proportion{}
		for i, row := range rows {
			if (i%2 == 1) != unread {
				continue
			}
			kind := row["kind"]
			if gone[kind] == nil {
				gone[kind], kept[kind] = &proportion{}, &proportion{}
			}
			got := sweeper.Sweep(row["text"]).Text
			left := false
			for name := range strings.SplitSeq(row["gone"], ";") {
				left = left || name != "" && strings.Contains(got, name)
			}
			lost := row["kept"] != "" && !strings.Contains(got, row["kept"])
			gone[kind].n++
			gone[kind].k += oneIf(!left)
			kept[kind].n++
			kept[kind].k += oneIf(!lost)
			words.n += len(strings.Fields(row["kept"]))
			words.k += oneIf(lost)
			if (left || lost) && (!unread || *figures) {
				t.Logf("%s: %q becomes %q", kind, row["text"], got)
			}
		}
		for kind, least := range map[string]float64{"known": 1, "other": 0.9, "contact": 0.9} {
			logShare(t, kind+" swept", *gone[kind])
			if gone[kind].value() < least {
				t.Errorf("%s, unread %v: %.2f swept, want %.2f", kind, unread, gone[kind].value(), least)
			}
		}
		logShare(t, "texts with a plain word swept", words)
		if words.value() > 0.02 {
			t.Errorf("unread %v: %.3f of plain words swept", unread, words.value())
		}
	}
}
