package sweep

import (
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats/text/language"
	"github.com/cb401426/calibrate/stats/text/texttest"
)

// nameSets are texts of which half were read while the rules were made: those
// with an odd number. The second set was written when they stood.
var nameSets = map[string][]string{
	"names.csv": {
		"Dana Whitfield", "Sean O'Neil", "Ja'Kobe Wright", "Dr. Karen X-Wolfe", "José Muñoz", "Will Park", "Hope Ellison",
		"Grace Murtagh", "Mark Bell", "Rose Field", "Chase Young", "Li Wei",
	},
	"names_2.csv": {
		"Angela Osei", "Patrick McAllister", "Nguyễn Thị Lan", "D'Andre Fox", "Summer Hayes", "Jasmine Patel-Stone", "Bill Church",
		"Joy Winters", "Robert (Bob) Lindqvist", "Ms. Heather Ochoa", "Zoë Kaczmarek", "Christian Law", "May Brooks", "Abdul-Rahman Siddiqui",
	},
}

// swept is what became of the texts of one kind.
type swept struct{ gone, words texttest.Proportion }

// TestNames sweeps 200 texts of each set, and counts the texts that kept no name
// and the plain words that were lost.
func TestNames(t *testing.T) {
	for file, raters := range nameSets {
		rows := texttest.Rows(t, file)
		var texts []string
		for _, row := range rows {
			texts = append(texts, row["text"])
		}
		sweeper := NewSweeper(language.English(), raters, texts)
		for _, unread := range []bool{false, true} {
			of := map[string]*swept{"known": {}, "other": {}, "contact": {}, "plain": {}}
			for i, row := range rows {
				if (i%2 == 1) == unread {
					of[row["kind"]].count(t, row, sweeper.Sweep(row["text"]).Text, !unread)
				}
			}
			for kind, least := range map[string]float64{"known": 1, "other": 0.9, "contact": 0.9} {
				texttest.LogShare(t, file+" "+kind+" swept", of[kind].gone)
				if got := of[kind].gone.Value(); got < least {
					t.Errorf("%s, %s, unread %v: %.2f swept, want %.2f", file, kind, unread, got, least)
				}
			}
			var words texttest.Proportion
			for _, s := range of {
				words.N += s.words.N
				words.K += s.words.K
			}
			texttest.LogShare(t, file+" plain words swept", words)
			if words.Value() > 0.02 {
				t.Errorf("%s, unread %v: %.3f of plain words swept", file, unread, words.Value())
			}
		}
	}
}

// count takes a text in, and what it became.
func (s *swept) count(t *testing.T, row map[string]string, got string, log bool) {
	t.Helper()
	left, lost := false, 0
	for name := range strings.SplitSeq(row["gone"], ";") {
		left = left || name != "" && strings.Contains(got, name)
	}
	for phrase := range strings.SplitSeq(row["kept"], ";") {
		for _, word := range strings.Fields(phrase) {
			s.words.N++
			if !strings.Contains(got, phrase) && !strings.Contains(got, word) {
				lost++
			}
		}
	}
	s.words.K += lost
	s.gone.N++
	if !left {
		s.gone.K++
	}
	if log && (left || lost > 0) {
		t.Logf("%s %s: %q becomes %q", row["kind"], row["id"], row["text"], got)
	}
}
