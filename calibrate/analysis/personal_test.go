package analysis

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/meeting"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

func sheetsOf(t testing.TB, s calibrate.Study, o calibrate.Options) map[string]calibrate.PersonalReport {
	t.Helper()
	o.Names = true
	list, err := meeting.PersonalReports(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	byName := map[string]calibrate.PersonalReport{}
	for _, sheet := range list {
		byName[sheet.Name] = sheet
	}
	return byName
}

func TestSheet(t *testing.T) {
	study := calibrate.Study{Table: teamtest.Team(4, "22224", "33333", "22122", "11124", "3333 3"), Names: map[string]string{"i2": "Questioning"}}
	s := sheetsOf(t, study, calibrate.Options{})["e"]
	if s.Ratings != 5 || s.Raters != 5 || s.Above != 2 || s.At != 3 || s.Below != 0 || len(s.Lines) != 5 {
		t.Errorf("%+v", s)
	}
	teamtest.Near(t, "difference", s.Difference, stats.Of((1.6+0+0.2+2.2+0)/5)) // from the mean of each item
	line := s.Lines[3]
	if line.Indicator != "i4" || line.Score != 4 || line.Median.Or(0) != 1 || line.FromMedian.Or(0) != 3 || len(line.Levels) != 3 {
		t.Errorf("line %+v", line)
	}
	if len(s.Suggestions) == 0 || len(s.Suggestions) > 2 ||
		s.Suggestions[0] != "Reread i4, and bring the two moments that most support your 4; the middle of the group is 1." {
		t.Errorf("suggestions %q", s.Suggestions)
	}
	if len(s.Strengths) == 0 || s.Strengths[0] != "You and the middle of the group gave the same: i2 Questioning, i3 and i5." {
		t.Errorf("strengths %q", s.Strengths)
	}
	if s.Master != nil {
		t.Error("a master without a master")
	}
}

func TestSheetWithMaster(t *testing.T) {
	teach, _ := calibrate.ParseStandard("teach")
	study := calibrate.Study{Table: teamtest.Team(4, "2224", "3333", "2212", "1114", "3333"), Master: keyFor(2, 3, 2, 4, 3)}
	sheets := sheetsOf(t, study, calibrate.Options{Standard: teach})
	x := sheets["d"].Master
	if x.Items != 5 || x.Standard != "teach" || !x.Meets.Yes() {
		t.Errorf("%+v", x)
	}
	teamtest.Near(t, "exact", x.Exact, stats.Of(0.8))
	teamtest.Near(t, "difference", x.Difference, stats.Of(0.4))
	if got := sheets["d"].Suggestions[0]; !strings.HasPrefix(got, "Reread i1, and bring the two moments that most support your 4") || !strings.HasSuffix(got, "the agreed score is 2.") {
		t.Errorf("suggestion %q", got)
	}
	if a := sheets["a"].Master; a.Meets.No() != true && a.WithinOne.Or(0) != 0.8 {
		t.Errorf("%+v", a)
	}
}

// A sheet is of one person: it has that person's name and nobody else's,
// whether or not the report shows names.
func TestSheetsNameNobodyElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := teamtest.SparseTable(t)
		names := rapid.Bool().Draw(t, "names")
		list, err := meeting.PersonalReports(t.Context(), calibrate.Study{Table: table}, calibrate.Options{Names: names})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			b, err := json.Marshal(s)
			if err != nil {
				t.Fatal(err)
			}
			if n := strings.Count(string(b), "surname"); n != 1 {
				t.Errorf("%d names in the sheet of %s", n, s.ID)
			}
			for _, other := range list {
				if other.ID != s.ID && strings.Contains(string(b), `"`+other.ID+`"`) {
					t.Errorf("%s is in the sheet of %s", other.ID, s.ID)
				}
			}
			if len(s.Suggestions) > 2 || len(s.Strengths) == 0 {
				t.Errorf("%d suggestions, %d strengths", len(s.Suggestions), len(s.Strengths))
			}
			for _, text := range append(s.Strengths, s.Suggestions...) {
				for _, word := range []string{"wrong", "error", "outlier", "accura", "bias", "NaN"} {
					if strings.Contains(text, word) {
						t.Errorf("%q in %q", word, text)
					}
				}
			}
		}
	})
}

func TestSheetStem(t *testing.T) {
	for name, want := range map[string]string{"": "R3", "Ana O'Brien": "R3-Ana-O-Brien", "../../etc/passwd": "R3-etc-passwd", "李 伟": "R3-李-伟"} {
		if got := (&calibrate.PersonalReport{ID: "R3", Name: name}).Stem(); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
