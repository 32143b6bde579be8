package decisions_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/decisions"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

var four = rating.NewScale("four", rating.Declared, 1, 2, 3, 4)

func levels(string) []rating.Level {
	list := append([]rating.Level{}, four.Levels...)
	list[1].Label, list[2].Label = "Basic", "Proficient"
	return list
}

func read(t *testing.T, name, content string) ([]decisions.Decision, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return decisions.Read(t.Context(), path, decisions.Options{Levels: levels})
}

// What is written is read, as CSV and as JSON.
func TestRoundTrip(t *testing.T) {
	list := []decisions.Decision{
		{
			Round: "Fall", Lesson: "L1", Indicator: "3b", Name: "Questioning", Boundary: "2|3",
			Independent: decisions.Counts{{Level: 2, Count: 3}, {Level: 3, Count: 4}}, Revote: decisions.Counts{{Level: 3, Count: 7}},
			Level: stats.Of(3), Time: "06:45", Wording: "=three, or more", Commitment: "Ask “why”; wait, count to five", Who: "Ana", Due: "Nov 20",
		},
		{Lesson: "L1", Indicator: "3c", Level: stats.None(calibrate.NoScore)},
	}
	for _, name := range []string{"d.csv", "d.json"} {
		content, err := decisions.Encode(name, list)
		if err != nil {
			t.Fatal(err)
		}
		got, err := read(t, name, string(content))
		if err != nil {
			t.Fatal(err)
		}
		equal := cmp.Comparer(func(a, b stats.Number) bool { return a.OK() == b.OK() && a.Or(0) == b.Or(0) })
		if diff := cmp.Diff(list, got, equal, cmpopts.EquateEmpty(), cmpopts.IgnoreUnexported(calibrate.Answer{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
	if _, err := decisions.Encode("d.txt", list); err == nil {
		t.Error("a text was written")
	}
}

// People fill it in as people do: words for levels, other headers, rows above.
func TestFilledIn(t *testing.T) {
	got, err := read(t, "d.csv", `What we agreed on Tuesday,,,,
Component,Agreed level,Agreed wording,Second vote,By when
3b,Proficient,three or more,"Basic: 1; 3: 7",Friday
3c,2 Basic,,,
,,,,
3d,,"one student, then another",,
`)
	if err != nil {
		t.Fatal(err)
	}
	if len(got) != 3 || got[0].Level.Or(0) != 3 || got[0].Revote[0] != (decisions.LevelCount{Level: 2, Count: 1}) || got[0].Due != "Friday" ||
		got[1].Level.Or(0) != 2 || got[2].Level.OK() || !got[2].Settled() {
		t.Errorf("%+v", got)
	}
	if len(decisions.Latest(got, (*decisions.Decision).Settled)) != 3 {
		t.Error("not all are settled")
	}
}

// Every fault at once, with its place.
func TestFaults(t *testing.T) {
	_, err := read(t, "d.csv", `indicator,level,revote
3b,7,
3c,,six on three
,3,
3d,Good,"9: 2"
`)
	if err == nil {
		t.Fatal("no fault was found")
	}
	for _, want := range []string{
		`d.csv:2: column "level": "7" is no level of 3b: there are 1, 2 Basic, 3 Proficient, 4`,
		`d.csv:3: column "revote": "six on three" does not say how many chose which level`,
		`d.csv:4: column "indicator": a decision without an indicator`,
		`d.csv:5: column "revote": "9: 2" names "9", which is no level of 3d`,
		`d.csv:5: column "level": "Good" is no level of 3d`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q lacks %q", err, want)
		}
	}
	if _, err := read(t, "d.csv", "a,b\n1,2\n"); err == nil || !strings.Contains(err.Error(), "no sheet of decisions") {
		t.Errorf("%v", err)
	}
	if _, err := read(t, "d.json", `{"schema":"calibrate.report/v1"}`); err == nil {
		t.Error("a report is read as decisions")
	}
}

// By hand: of 3 on one level and 4 on another, 3 + 6 of 21 pairs are alike.
func TestExact(t *testing.T) {
	c := decisions.Counts{{Level: 2, Count: 3}, {Level: 3, Count: 4}}
	if v := c.Exact().Or(0); v != 9.0/21 || c.People() != 7 {
		t.Errorf("%v of %d", v, c.People())
	}
	if (decisions.Counts{{Level: 2, Count: 1}}).Exact().OK() {
		t.Error("one person agrees")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("indicator,level,revote\n3b,3,\"2: 3, 3: 4\"\n")
	f.Add("indicator,wording\n3b,'=1+1\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, err := read(t, "d.csv", text)
		if err == nil {
			if _, err := decisions.Encode("d.csv", list); err != nil {
				t.Error(err)
			}
		}
	})
}
