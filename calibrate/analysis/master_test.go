package analysis

import (
	"context"
	"encoding/json"
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/habits"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// keyFor is the answer key of a team's table: one score an item of its lesson.
func keyFor(scores ...float64) []calibrate.MasterScore {
	var key []calibrate.MasterScore
	for i, s := range scores {
		key = append(key, calibrate.MasterScore{Lesson: "lesson", Indicator: "i" + string(rune('1'+i)), Score: s})
	}
	return key
}

func analysed(t teamtest.Fatal, s calibrate.Study, o calibrate.Options) *calibrate.Report {
	t.Helper()
	r, err := Analyse(context.Background(), s, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Three raters, four items, worked by hand: agreed scores 2, 3, 4, 1.
//
//	i1: 2 2 3  exact 2/3, within 1
//	i2: 3 1 3  exact 2/3, within 2/3, two apart 1/3
//	i3: 3 3 4  exact 1/3, within 1
//	i4: 1 2 1  exact 2/3, within 1
func TestMasterByHand(t *testing.T) {
	study := calibrate.Study{Table: teamtest.Team(4, "223", "313", "334", "121"), Master: keyFor(2, 3, 4, 1)}
	m := analysed(t, study, calibrate.Options{}).Master
	if m.Raters != 3 || m.Items != 4 || m.Ratings != 12 {
		t.Errorf("%d raters, %d items, %d ratings", m.Raters, m.Items, m.Ratings)
	}
	teamtest.Near(t, "exact", m.Exact.Value, stats.Of(7.0/12))
	teamtest.Near(t, "within one", m.WithinOne.Value, stats.Of(11.0/12))
	teamtest.Near(t, "two apart", m.TwoApart.Value, stats.Of(1.0/12))
	teamtest.Near(t, "difference", m.Difference, stats.Of(-2.0/12)) // +1 -2 -1 -1 +1, of 12
	// The team gave 1, 2, 3, 4 to 3, 3, 5, 1 of 12; each agreed score is a quarter.
	teamtest.Near(t, "chance", m.Exact.Chance, stats.Of(0.25))
	teamtest.Near(t, "chance within one", m.WithinOne.Chance, stats.Of((3*2+3*3+5*3+1*2)/48.0))
	// Σ(x-y)² = 1+4+1+1+1 = 8; drawn apart: Σ over levels of n/12·1/4·(x-y)²,
	// times 12: (3·(0+1+4+9) + 3·(1+0+1+4) + 5·(4+1+0+1) + (9+4+1+0)) / 4 = 26.
	teamtest.Near(t, "kappa", m.Kappa, stats.Of(1-8.0/26))
	want := []calibrate.MasterLevel{
		{Scale: "", Value: 1, Ratings: 3, Below: stats.Of(0), Exact: stats.Of(2.0 / 3), Above: stats.Of(1.0 / 3)},
		{Scale: "", Value: 2, Ratings: 3, Below: stats.Of(0), Exact: stats.Of(2.0 / 3), Above: stats.Of(1.0 / 3)},
		{Scale: "", Value: 3, Ratings: 3, Below: stats.Of(1.0 / 3), Exact: stats.Of(2.0 / 3), Above: stats.Of(0)},
		{Scale: "", Value: 4, Ratings: 3, Below: stats.Of(2.0 / 3), Exact: stats.Of(1.0 / 3), Above: stats.Of(0)},
	}
	if d := cmp.Diff(want, m.Levels, cmp.Comparer(func(a, b stats.Number) bool { return math.Abs(a.Or(9)-b.Or(9)) < 1e-12 })); d != "" {
		t.Error(d)
	}
	if len(m.Indicators) != 4 || m.Indicators[2].ID != "i3" {
		t.Fatalf("indicators %+v", m.Indicators)
	}
	teamtest.Near(t, "i3", m.Indicators[2].Exact.Value, stats.Of(1.0/3))
}

// A rater taken as master is none of the team: the report is that of a file
// without that rater and with that key.
func TestTakeMaster(t *testing.T) {
	study, err := TakeMaster(calibrate.Study{Table: teamtest.Team(4, "2232", "3133", "3344", "1211")}, "d")
	if err != nil {
		t.Fatal(err)
	}
	got := analysed(t, study, calibrate.Options{Seed: 7})
	want := analysed(t, calibrate.Study{Table: teamtest.Team(4, "223", "313", "334", "121"), Master: keyFor(2, 3, 4, 1)}, calibrate.Options{Seed: 7})
	a, _ := json.Marshal(got)
	b, _ := json.Marshal(want)
	if d := cmp.Diff(string(b), string(a)); d != "" {
		t.Error(d)
	}
	var unknown *calibrate.UnknownRaterError
	if _, err := TakeMaster(study, "nobody"); !errors.As(err, &unknown) {
		t.Errorf("error %v", err)
	}
}

// Marks, further columns and reasons survive the taking of a master.
func TestTakeMasterKeepsTheRest(t *testing.T) {
	w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters, w.Missing = 5, 0.2 })
	table := w.Draw(teamtest.Simulated(1))
	study, err := TakeMaster(calibrate.Study{Table: table}, "rater 3")
	if err != nil {
		t.Fatal(err)
	}
	if n := study.Table.Ratings() + len(study.Master); n != table.Ratings() {
		t.Errorf("%d ratings of team and master, want %d", n, table.Ratings())
	}
}

func TestMasterAbsentOrStrange(t *testing.T) {
	table := teamtest.Team(4, "223", "313", "334")
	class, _ := calibrate.ParseStandard("class")
	var needs *calibrate.NeedsMasterError
	if _, err := Analyse(context.Background(), calibrate.Study{Table: table}, calibrate.Options{Standard: class}); !errors.As(err, &needs) || needs.Standard != "class" {
		t.Errorf("class without a master: %v", err)
	}
	other := []calibrate.MasterScore{{Lesson: "elsewhere", Indicator: "i1", Score: 2}}
	if _, err := Analyse(context.Background(), calibrate.Study{Table: table, Master: other}, calibrate.Options{}); !errors.As(err, &needs) {
		t.Errorf("a key of other lessons: %v", err)
	}
	r := analysed(t, calibrate.Study{Table: table, Master: keyFor(2)}, calibrate.Options{})
	if r.Master.Items != 1 || !hasNote(r, "master_partial") {
		t.Errorf("a key of one item: %+v", r.Master)
	}
	if analysed(t, calibrate.Study{Table: table}, calibrate.Options{}).Master != nil {
		t.Error("a master section without a master")
	}
}

func hasNote(r *calibrate.Report, code string) bool {
	for _, n := range r.Notes {
		if n.Code == code {
			return true
		}
	}
	return false
}

// One who is two levels off where the others are on the agreed score; nothing
// of it stands in the group's report.
func TestMasterHabit(t *testing.T) {
	rows := []string{"2224", "3331", "2224", "3331", "1113", "4442", "2224", "3331"}
	table := teamtest.Team(4, rows...)
	o, _ := calibrate.Options{}.Ready()
	m := team.New(table, o.Team())
	all, _ := habits.Find(m, team.CompareWithMaster(m, keyFor(2, 3, 2, 3, 1, 4, 2, 3)))
	found, ok := all[3], false
	for _, f := range found {
		if f.Code == "far_from_master" {
			ok = true
			teamtest.AssertHumane(t, f.Text+f.Evidence)
		}
	}
	if !ok {
		t.Errorf("not found: %+v", found)
	}
	all, _ = habits.Find(m, nil)
	for _, list := range all {
		for _, f := range list {
			if f.Code == "far_from_master" {
				t.Error("the group's findings compare with the master")
			}
		}
	}
}
