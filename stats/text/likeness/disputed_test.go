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

// TestDisputedKinds: each kind of dispute, and what looks like one: a denial
// in passing, numbers that a slip explains, two things, the same of both sides.
func TestDisputedKinds(t *testing.T) {
	for _, test := range []struct {
		name      string
		low, high []string
		want      bool
	}{
		{
			"denied", []string{"No objective was posted", "The objective was not on the board", "Objective never posted"},
			[]string{"Objective posted on the board", "The objective was on the board, read aloud", "Objective posted, Ss read it"}, true,
		},
		{
			"part against all", []string{"Just the A papers were shown", "Only the A papers shown on the doc cam", "Showed only A papers"},
			[]string{"Every student's paper was shown on the doc cam", "All papers shown", "All of the papers were shown"}, true,
		},
		{
			"counts", []string{"Three Ss answered the hinge question", "3 students answered the hinge question", "Only 3 kids answered the hinge Q"},
			[]string{"Twelve students answered the hinge question", "12 Ss answered the hinge Q", "12 kids answered the hinge question"}, true,
		},
		{
			"before and after", []string{"Directions given after the timer started", "T gave directions after the timer", "After the timer started T gave directions"},
			[]string{"Directions given before the timer started", "T gave directions before the timer", "Directions before timer"}, true,
		},
		{
			"denied in passing", []string{"Exit tickets collected at the door, nobody sorted them", "Exit tickets picked up at door, not sorted", "Collected exit tickets at the door but did not sort them"},
			[]string{"Exit tickets collected at the door", "Exit tickets picked up at the door", "Collected exit tickets at the door"}, false,
		},
		{
			"a slip", []string{"T asked 25 questions", "About 25 Qs asked", "Asked 25 Qs"},
			[]string{"T asked 26 questions", "26 Qs asked", "Asked 26 Qs"}, false,
		},
		{
			"two things", []string{"3 Ss at the back had no book", "Three kids without a book at the back", "No book for 3 Ss"},
			[]string{"12 hands up for the second question", "Twelve hands went up", "12 Ss raised a hand"}, false,
		},
		{
			"the same", []string{"4 of 22 hands went up", "Four hands up", "4 hands of 22"},
			[]string{"4 of 22 hands up", "four hands went up", "4 hands up of 22"}, false,
		},
	} {
		var entries []Entry
		var low, high []int
		for _, s := range test.low {
			low = append(low, len(entries))
			entries = append(entries, Entry{Text: s})
		}
		for _, s := range test.high {
			high = append(high, len(entries))
			entries = append(entries, Entry{Text: s})
		}
		for k, s := range []string{"Timer on the screen", "A boy waters the plant", "Song at cleanup", "Bins are labeled"} {
			entries = append(entries, Entry{Text: s, Item: 1 + k})
		}
		if _, _, ok := NewCorpus(language.English(), entries).Disputed(low, high); ok != test.want {
			t.Errorf("%s: disputed is %v", test.name, ok)
		}
	}
}
