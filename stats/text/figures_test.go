package text

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// A labelled is a reason with its class, the set it is of, and its voice.
type labelled struct {
	set, voice, text string
	label            Class
	unread           bool // never looked at while the rules were made
}

// labelledReasons are all reasons that ship with a label.
func labelledReasons(t testing.TB) []labelled {
	var list []labelled
	add := func(set, file string, unread func(i int) bool) {
		for i, row := range readRows(t, file) {
			voice := row["kind"]
			if voice == "" {
				voice = "plain"
			}
			if set == "own voices" && i >= 346 {
				set = "own voices, later"
			}
			list = append(list, labelled{set, voice, row["text"], Class(row["label"]), unread(i)})
		}
	}
	add("statements", "statements.csv", func(i int) bool { return i >= 75 })
	add("own", "own_statements.csv", func(int) bool { return false })
	add("voices", "voices/statements.csv", func(int) bool { return false })
	add("own voices", "voices/own_statements.csv", func(i int) bool { return i%2 == 1 })
	for _, of := range [][2]string{{"lesson.csv", "Yvette Lindqvist"}, {"voices/session1.csv", "Ivy Chamberlain"}} { // who write only opinions
		for _, row := range readRows(t, of[0]) {
			if row["rater"] == of[1] && row["reason"] != "" {
				list = append(list, labelled{"sittings", "plain", row["reason"], Opinion, false})
			}
		}
	}
	return list
}

// TestFiguresClass cross-validates the classes of whole reasons, and holds what
// docs/reasons.md promises of those that were never looked at. With -figures it
// prints the tables of that page.
func TestFiguresClass(t *testing.T) {
	bySet, byVoice := map[string]confusion{}, map[string]confusion{}
	crossValidated(t, labelledReasons(t), func(x labelled, got Class) {
		set := x.set
		if x.unread {
			set += " (unread)"
			count(bySet, "unread", x.label, got)
		}
		count(bySet, set, x.label, got)
		count(bySet, "all", x.label, got)
		count(byVoice, x.voice, x.label, got)
	})
	if *figures {
		printTable(t, bySet)
		printTable(t, byVoice)
	}
	unread := bySet["unread"]
	if p := unread.correct().value(); p < 0.85 {
		t.Errorf("%.3f of the unread reasons are right", p)
	}
	for _, class := range []Class{Evidence, Opinion} {
		if p, r := unread.precision(class).value(), unread.recall(class).value(); p < 0.87 || r < 0.82 {
			t.Errorf("%s: precision %.3f, recall %.3f", class, p, r)
		}
	}
}

func count(m map[string]confusion, key string, label, got Class) {
	if m[key] == nil {
		m[key] = confusion{}
	}
	m[key][[2]Class{label, got}]++
}

func printTable(t *testing.T, m map[string]confusion) {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(m)) {
		c := m[k]
		fmt.Fprintf(&b, "\n%-24s n %4d correct %.3f", k, c.correct().n, c.correct().value())
		for _, class := range classes[:3] {
			fmt.Fprintf(&b, "  %s %.2f/%.2f", class, c.precision(class).value(), c.recall(class).value())
		}
	}
	t.Log(b.String())
}
