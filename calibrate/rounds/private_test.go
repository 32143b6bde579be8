package rounds_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/rounds"
	"github.com/cb401426/calibrate/stats"
)

// Where one or two people joined or left, no figure of the people in both rounds
// is there to subtract from everyone's: how those few rated cannot be worked
// out. The word is told all the same.
func TestWhoCameOrLeft(t *testing.T) {
	for _, c := range []struct {
		before, after int
		withheld      bool
	}{{8, 8, false}, {8, 7, true}, {8, 6, true}, {9, 6, false}, {7, 8, true}, {6, 9, false}} {
		got := trend(t, []calibrate.Study{study(1, c.before, 3, 0.6, five), study(2, c.after, 3, 0.02, five)}, "a", "b")
		x := got.Changes[0]
		if x.Withheld != c.withheld || x.Movement != "together" {
			t.Errorf("%d and %d raters: %+v", c.before, c.after, x)
		}
		if !c.withheld {
			continue
		}
		if x.Everyone.Before != got.Rounds[0].Exact.Value || x.Everyone.After != got.Rounds[1].Exact.Value {
			t.Errorf("everyone %+v is not what the rounds show", x.Everyone)
		}
		for _, d := range []rounds.Difference{x.Exact, x.TwoApart, x.DistanceWithin, x.Composition, got.Indicators[0].Change} {
			for _, n := range []stats.Number{d.Before, d.After, d.Change, d.Lower, d.Upper, d.P} {
				if n.OK() || d.Reason != rounds.Withheld {
					t.Errorf("%d and %d raters: a figure of those in both: %+v", c.before, c.after, d)
				}
			}
		}
	}
}

// Of three rounds, figures of two pairs of rounds can tell what either hides: no
// two crowds whose figures stand side by side differ by one or two people.
func TestThreeRoundsHideAsWell(t *testing.T) {
	for _, sizes := range [][3]int{{8, 8, 7}, {8, 9, 8}, {9, 6, 6}, {10, 7, 5}, {12, 9, 6}, {8, 8, 8}} {
		got := trend(t, []calibrate.Study{study(1, sizes[0], 3, 0.5, five), study(2, sizes[1], 3, 0.3, five), study(3, sizes[2], 3, 0.1, five)}, "a", "b", "c")
		shown := map[string][]int{}
		for k, r := range got.Rounds {
			shown[r.Round] = append(shown[r.Round], sizes[k])
		}
		for _, c := range got.Changes { // raters are nested: the first so many
			if !c.Withheld {
				shown[c.From], shown[c.To] = append(shown[c.From], c.Raters), append(shown[c.To], c.Raters)
			}
		}
		for round, list := range shown {
			for _, a := range list {
				for _, b := range list {
					if d := a - b; d == 1 || d == 2 {
						t.Errorf("%v: figures of %d and of %d people stand side by side in %s", sizes, a, b, round)
					}
				}
			}
		}
	}
}

// A trend of saved reports says nothing of the same people where they carry no
// names, and as much as of the files where they do.
func TestSavedReports(t *testing.T) {
	a, b := study(1, 8, 3, 0.6, five), study(2, 8, 3, 0.02, five)
	of := func(s calibrate.Study, names bool) calibrate.Study {
		t.Helper()
		report, err := analysed(t, s, names)
		if err != nil {
			t.Fatal(err)
		}
		saved, named, err := rounds.OfReport(report)
		if err != nil || named != names {
			t.Fatalf("named %v: %v", named, err)
		}
		return saved
	}
	files := trend(t, []calibrate.Study{a, b}, "a", "b")
	named := trend(t, []calibrate.Study{of(a, true), of(b, true)}, "a", "b")
	x, _ := json.Marshal(files.Changes)
	y, _ := json.Marshal(named.Changes)
	if string(x) != string(y) {
		t.Errorf("saved with names: %s\nthe files: %s", y, x)
	}
	joined, err := rounds.Join([]calibrate.Study{of(a, false), of(b, false)}, []string{"a", "b"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: []string{"a", "b"}, Unknown: true})
	if err != nil {
		t.Fatal(err)
	}
	c := got.Changes[0]
	if c.Movement != "cannot_tell" || c.Reason != rounds.PeopleUnknown || c.Exact.Change.OK() || len(got.Raters) != 0 || got.People != "unknown" {
		t.Errorf("%+v", got)
	}
	if d := c.Everyone.Change.Or(0) - files.Changes[0].Exact.Change.Or(9); math.Abs(d) > 1e-12 {
		t.Errorf("everyone %v, of the files %v", c.Everyone, files.Changes[0].Exact)
	}
}

// Two sets of other raters are compared without an order of time.
func TestCompare(t *testing.T) {
	a, b := study(1, 8, 4, 0.6, five), study(2, 8, 4, 0.05, five)
	joined, err := rounds.Join([]calibrate.Study{a, renamed(b)}, []string{"north", "south"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: []string{"north", "south"}, Apart: true})
	if err != nil {
		t.Fatal(err)
	}
	if got.Schema != rounds.CompareSchema || got.Changes[0].Movement != "closer" || got.People != "everyone" || len(got.Raters) != 0 ||
		!strings.HasPrefix(got.Sentence, "Raters in south are closer to each other than those in north") {
		t.Errorf("%+v", got)
	}
	back, err := rounds.Analyse(t.Context(), joined, rounds.Options{Order: []string{"south", "north"}, Apart: true})
	if err != nil || back.Changes[0].Movement != "further_apart" {
		t.Errorf("%v %+v", err, back)
	}
}
