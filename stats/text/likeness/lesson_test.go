package likeness

import (
	"context"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// TestLessonStructure looks for what lesson.md says was built into the lesson.
func TestLessonStructure(t *testing.T) {
	rows := texttest.Rows(t, "lesson.csv")
	ids := []string{"2a", "2c", "3b", "3c", "3d", "3e"}
	entries := make([]Entry, len(rows))
	members := map[string][]int{}
	for i, row := range rows {
		entries[i] = Entry{Text: row["reason"], Item: slices.Index(ids, row["indicator"])}
		if c := class.Classify(language.English(), row["reason"]).Class; c != class.Empty && row["rater"] != "Amit Sorensen" {
			members[row["indicator"]] = append(members[row["indicator"]], i)
		}
	}
	c := NewCorpus(language.English(), entries)
	alike := func(id string) texttest.Proportion {
		var p texttest.Proportion
		for pair := range c.Pairs(context.Background(), members[id], 0, 1) {
			p.N++
			if pair.Alike() {
				p.K++
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
		t.Logf("%s: %d of %d pairs alike", want.id, p.K, p.N)
		if p.Value() < want.low || p.Value() > want.high {
			t.Errorf("%s: %d of %d pairs alike (%s)", want.id, p.K, p.N, want.why)
		}
	}
}
