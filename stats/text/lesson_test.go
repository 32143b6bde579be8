package text

import (
	"context"
	"slices"
	"strings"
	"testing"
)

// TestLessonStructure looks for what lesson.md says was built into the lesson.
func TestLessonStructure(t *testing.T) {
	rows := readRows(t, "lesson.csv")
	ids := []string{"2a", "2c", "3b", "3c", "3d", "3e"}
	entries := make([]Entry, len(rows))
	members := map[string][]int{}
	for i, row := range rows {
		entries[i] = Entry{Text: row["reason"], Item: slices.Index(ids, row["indicator"])}
		if c := English().Classify(row["reason"]).Class; c != Empty && row["rater"] != "Amit Sorensen" {
			members[row["indicator"]] = append(members[row["indicator"]], i)
		}
	}
	c := NewCorpus(English(), entries)
	alike := func(id string) proportion {
		var p proportion
		for pair := range c.Pairs(context.Background(), members[id], 0, 1) {
			p.n++
			if pair.Alike() {
				p.k++
			}
		}
		return p
	}
	for _, want := range []struct {
		id        string
		low, high float64
		why       string
	}{
		{"2c", 1, 1, "shared understanding: captains, timer, 50 seconds"},
		{"3b", 0.6, 1, "line dispute: both camps cite the same evidence"},
		{"3c", 0, 0.05, "lucky agreement: no two rest on the same thing"},
		{"3d", 0, 0.05, "noticed different things"},
	} {
		p := alike(want.id)
		t.Logf("%s: %d of %d pairs alike", want.id, p.k, p.n)
		if p.value() < want.low || p.value() > want.high {
			t.Errorf("%s: %d of %d pairs alike (%s)", want.id, p.k, p.n, want.why)
		}
	}
}

func TestLessonClasses(t *testing.T) {
	for _, row := range readRows(t, "lesson.csv") {
		if row["rater"] != "Yvette Lindqvist" || row["reason"] == "" {
			continue
		}
		if c := English().Classify(row["reason"]).Class; c != Opinion {
			t.Errorf("%q is %s; she writes only opinions", row["reason"], c)
		}
	}
}

func TestLessonSwept(t *testing.T) {
	rows := readRows(t, "lesson.csv")
	var raters, texts []string
	for _, row := range rows {
		raters, texts = append(raters, row["rater"]), append(texts, row["reason"])
	}
	sweeper := NewSweeper(English(), raters, texts)
	names, emails := 0, 0
	for _, text := range texts {
		swept := sweeper.Sweep(text)
		names, emails = names+swept.Names, emails+swept.Emails
		for _, gone := range []string{"Bea", "Grace", "@"} {
			if strings.Contains(swept.Text, gone) {
				t.Errorf("%q is left in %q", gone, swept.Text)
			}
		}
	}
	// "Bea" five times, "Grace" once, one address: lesson.md.
	if want := strings.Count(strings.Join(texts, " "), "Bea") + 1; names != want || emails != 1 {
		t.Errorf("swept %d names and %d addresses, want %d and 1", names, emails, want)
	}
}
