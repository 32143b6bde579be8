package analysis

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/calibrate/privacy"
	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// campsIn looks for camps in a table.
func campsIn(t testing.TB, table *rating.Table, raters int, seed uint64) *calibrate.Camps {
	t.Helper()
	o, _ := calibrate.Options{Seed: seed}.Ready()
	a := &work{study: calibrate.Study{Table: table}, options: o, m: team.New(table, o.Team()), report: &calibrate.Report{}}
	a.names = privacy.Pseudonyms(table, o.Seed, o.By)
	if err := camps(a, context.Background()); err != nil {
		t.Fatal(err)
	}
	return a.report.Camps
}

// foundIn is the share of made-up teams in which camps are found.
func foundIn(t testing.TB, w teamtest.World, runs int) float64 {
	t.Helper()
	found := 0
	for run := range runs {
		if campsIn(t, w.Draw(teamtest.Simulated(run)), w.Raters, uint64(run)).Found.Yes() {
			found++
		}
	}
	return float64(found) / float64(runs)
}

// The level and the power on few teams; docs/simulations-camps.md has many.
// At a level of 5%, more than 12 of 100 come once in 400.
func TestCampsLevelAndPower(t *testing.T) {
	t.Parallel()
	large := teamtest.Typical.But(func(w *teamtest.World) { w.Raters, w.Indicators = 25, 22 })
	for _, c := range []struct {
		name        string
		world       teamtest.World
		runs        int
		least, most float64
	}{
		{"severity alone", teamtest.Typical.But(func(w *teamtest.World) { w.Severity, w.OfLesson, w.OfIndicator = 1, 0, 0 }), 100, 0, 0.12},
		{"one opposed", teamtest.Typical.But(func(w *teamtest.World) { w.Odd, w.Indicator, w.Noise = "opposed", 1, 0.4 }), 100, 0, 0.12},
		{"one from end to end", teamtest.Typical.But(func(w *teamtest.World) { w.Odd = "from end to end" }), 100, 0, 0.12},
		{"two camps", large.But(func(w *teamtest.World) { w.Camp, w.Reading = 12, 0.6 }), 25, 0.95, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if share := foundIn(t, c.world, c.runs); share < c.least || share > c.most {
				t.Errorf("camps in %.0f%% of teams, want %.0f to %.0f", 100*share, 100*c.least, 100*c.most)
			}
		})
	}
}

// The members of planted camps are those who were planted.
func TestCampsMembers(t *testing.T) {
	w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters, w.Indicators, w.Camp, w.Reading = 14, 20, 5, 1 })
	table := w.Draw(teamtest.Simulated(1))
	c := campsIn(t, table, w.Raters, 1)
	if !c.Found.Yes() {
		t.Fatalf("not found, p = %v", c.PValue)
	}
	names := privacy.Pseudonyms(table, 1, "")
	var planted []string
	for g, id := range names {
		if slices.Contains([]string{"rater 0", "rater 1", "rater 2", "rater 3", "rater 4"}, table.Raters()[g]) {
			planted = append(planted, id)
		}
	}
	slices.SortFunc(planted, rating.CompareNatural)
	if !slices.ContainsFunc(c.Members, func(camp []string) bool { return cmp.Equal(camp, planted) }) {
		t.Errorf("camps %v, planted %v", c.Members, planted)
	}
	again := campsIn(t, table, w.Raters, 1)
	if d := cmp.Diff(c.Members, again.Members); d != "" || c.PValue != again.PValue {
		t.Errorf("the same seed gives another answer: %s", d)
	}
}

func TestCampsAbsent(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *rating.Table
		why   stats.Reason
	}{
		{"no pairs", teamtest.Team(4, "100000", "020000"), stats.NoPairs},
		{"five raters", teamtest.Team(4, "12121", "12122", "11111", "22222"), team.NeedsSixRaters},
		{"two items", teamtest.Team(4, "121211", "121212"), stats.TooFewItems},
		{"all agree", teamtest.Team(4, "111111", "222222", "333333"), stats.NoSpread},
		{"two parts", teamtest.Team(4, "122000", "213000", "000212", "000221"), team.NotConnected},
	} {
		t.Run(c.name, func(t *testing.T) {
			camps := campsIn(t, c.table, len(c.table.Raters()), 1)
			if camps.Found.OK() || camps.Found.Reason() != c.why || camps.PValue.Reason() != c.why {
				t.Errorf("found %+v, p %v (%s), want %s", camps.Found, camps.PValue, camps.PValue.Reason(), c.why)
			}
			if camps.Members == nil {
				t.Error("members are null")
			}
		})
	}
	w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters = 61 })
	if why := campsIn(t, w.Draw(teamtest.Simulated(1)), 61, 1).PValue.Reason(); why != team.TooManyRaters {
		t.Errorf("61 raters: %s", why)
	}
}

func BenchmarkCamps(b *testing.B) {
	w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters, w.Indicators = 25, 22 })
	table := w.Draw(teamtest.Simulated(1))
	for b.Loop() {
		campsIn(b, table, 25, 1)
	}
}
