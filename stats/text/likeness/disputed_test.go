package likeness

import (
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats/text/class"
	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// mostMissed is how many planted disputes may be missed: one says it by "never
// got to" and "finished" alone.
const mostMissed = 1

// TestDisputed: the facts are disputed where that was planted, and nowhere
// else.
func TestDisputed(t *testing.T) {
	sittings, missed := map[string]sitting{}, 0
	for _, p := range texttest.Rows(t, "voices/planted.csv") {
		file := p["session"]
		if _, ok := sittings[file]; !ok {
			sittings[file] = newSitting(t, language.English(), "voices/"+file)
		}
		s := sittings[file]
		var scores []string
		of := map[string][]int{}
		for i, row := range s.rows {
			c := class.Classify(language.English(), row["reason"]).Class
			if row["indicator"] != p["indicator"] || c != class.Evidence && c != class.Mixed {
				continue
			}
			if !slices.Contains(scores, row["score"]) {
				scores = append(scores, row["score"])
			}
			of[row["score"]] = append(of[row["score"]], i)
		}
		slices.Sort(scores)
		found := false
		for k := 1; k < len(scores); k++ {
			var low, high []int
			for n, score := range scores {
				if n < k {
					low = append(low, of[score]...)
				} else {
					high = append(high, of[score]...)
				}
			}
			if a, b, ok := s.corpus.Disputed(low, high); ok {
				found = true
				t.Logf("%s %s: %q against %q", file, p["indicator"], s.rows[a]["reason"], s.rows[b]["reason"])
			}
		}
		switch planted := p["planted"] == "disputed"; {
		case found && !planted:
			t.Errorf("%s %s is %s, and read as disputed", file, p["indicator"], p["planted"])
		case planted && !found:
			missed++
			t.Logf("%s %s is not found", file, p["indicator"])
		}
	}
	if missed > mostMissed {
		t.Errorf("%d disputes are missed", missed)
	}
}
