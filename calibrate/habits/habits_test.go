package habits

import (
	"math"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/calibrate"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// How often a kind of finding is made of anyone in teams without habits: Holm
// keeps it at 5%. 400 teams a row, so that 5% is within 8% but for one time
// in 400.
func TestFalseFindings(t *testing.T) {
	t.Parallel()
	alike := teamtest.Typical.But(func(w *teamtest.World) { w.Severity, w.OfLesson, w.OfIndicator = 0, 0, 0 })
	for _, c := range []struct {
		name  string
		world teamtest.World
		kinds []string
	}{
		{"alike", alike, []string{"severity", "one_level", "central_tendency", "narrow_range", "indicator"}},
		{"alike, gaps", alike.But(func(w *teamtest.World) { w.Missing = 0.3 }), []string{"severity", "one_level", "central_tendency", "narrow_range", "indicator"}},
		{"severe", alike.But(func(w *teamtest.World) { w.Severity = 0.5 }), []string{"central_tendency", "narrow_range", "indicator"}},
		{"alike, six lessons", alike.But(func(w *teamtest.World) { w.Raters, w.Lessons, w.Indicators = 8, 6, 6 }), []string{"severity", "one_level", "central_tendency", "narrow_range", "indicator"}},
		{"by lesson", teamtest.Typical.But(func(w *teamtest.World) {
			w.Raters, w.Lessons, w.Indicators, w.Severity, w.OfIndicator = 8, 6, 6, 0, 0
		}), []string{"severity", "narrow_range", "indicator"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			const runs = 400
			made := map[string]int{}
			for run := range runs {
				for code, n := range kindsFound(measured(c.world.Draw(teamtest.Simulated(run)))) {
					made[code] += min(n, 1)
				}
			}
			for _, code := range c.kinds {
				if share := float64(made[code]) / runs; share > 0.08 {
					t.Errorf("%s in %.1f%% of teams without the habit", code, 100*share)
				}
			}
			t.Log(made)
		})
	}
}

// kindsFound counts the findings of each kind.
func kindsFound(m *team.Stats) map[string]int {
	found := map[string]int{}
	for _, list := range Find(m, nil) {
		for _, f := range list {
			found[f.Code]++
		}
	}
	return found
}

func TestFindings(t *testing.T) {
	for _, c := range []struct {
		name  string
		table *rating.Table
		rater int
		code  string
		text  string
	}{
		{
			"two levels below on every item but one",
			teamtest.Team(4, "4434 2", "4344 2", "3333 1", "3343 1", "4443 2", "3433 2", "4343 2"), 4, "severity",
			"1.4 below the group on this lesson",
		},
		{
			"one level where others vary",
			teamtest.Team(4, "4444 3", "1112 3", "2222 3", "4443 3", "1111 3", "2122 3", "4444 3", "1211 3"), 4, "one_level",
			"gave 3 throughout",
		},
		{
			"the middle where others use the ends",
			teamtest.Team(4, "4444 3", "1111 2", "1111 2", "4443 3", "1111 2", "2122 3", "4444 3", "1111 2", "4444 3", "1112 2", "4444 3"), 4,
			"central_tendency", "keeps to the middle of the scale",
		},
		{
			"two levels of seven where others use all",
			teamtest.Team(7, "7676 7", "1212 6", "2323 6", "7676 7", "1212 6", "6565 7", "7676 7", "2121 6", "6767 7", "3232 6", "7676 7"), 4,
			"narrow_range", "uses a narrow range of levels",
		},
		{
			"one indicator",
			teamtest.Team(4, "11111111 4", "33333343 3", "22222222 2", "33233333 3", "22222223 2", "22222222 2", "33333333 3", "22223222 2"), 8,
			"indicator", "on i1 2.7 above the group",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			list := Find(measured(c.table), nil)
			for g, findings := range list {
				for _, f := range findings {
					if g != c.rater && f.Code == c.code && c.code != "severity" {
						t.Errorf("rater %d: unexpected %+v", g, f)
					}
				}
			}
			i := slices.IndexFunc(list[c.rater], func(f calibrate.Finding) bool { return f.Code == c.code })
			if i < 0 {
				t.Fatalf("not found; found %+v", list)
			}
			if f := list[c.rater][i]; f.Text != c.text || f.Evidence == "" {
				t.Errorf("text %q, want %q (evidence %q)", f.Text, c.text, f.Evidence)
			}
		})
	}
}

// No finding speaks of right and wrong.
func TestFindingsAreHumane(t *testing.T) {
	for run := range 40 {
		w := teamtest.Typical.But(func(w *teamtest.World) { w.Odd = []string{"one level", "severe", "opposed", "from end to end"}[run%4] })
		for _, list := range Find(measured(w.Draw(teamtest.Simulated(run))), nil) {
			for _, f := range list {
				teamtest.AssertHumane(t, f.Text+" "+f.Evidence)
			}
		}
	}
}

// Holm (1979): with p of .01, .013, .03 and .5 and a level of 5%, the bounds
// are .0125, .0167, .025 and .05, so that the first two hold.
func TestHolm(t *testing.T) {
	list := []suspicion{{true, 0.5, "", ""}, {true, 0.013, "", ""}, {}, {true, 0.01, "", ""}, {true, 0.03, "", ""}}
	tested, held := holm(list)
	if tested != 4 || !slices.Equal(held, []int{3, 1}) {
		t.Errorf("tested %d, held %v", tested, held)
	}
}

// The exact law against its definition, over all outcomes.
func TestAtMost(t *testing.T) {
	chances := []float64{0, 0.1, 0.5, 0.9, 1, 0.3}
	for k := range 7 {
		want := 0.0
		for outcome := range 1 << len(chances) {
			p, n := 1.0, 0
			for i, chance := range chances {
				if outcome>>i&1 == 1 {
					p *= chance
					n++
				} else {
					p *= 1 - chance
				}
			}
			if n <= k {
				want += p
			}
		}
		if got := atMost(k, chances); math.Abs(got-want) > 1e-12 {
			t.Errorf("at most %d: %v, want %v", k, got, want)
		}
	}
	// Beyond the exact sum: 4,000 fair coins, normal to 1e-3.
	coins := slices.Repeat([]float64{0.5}, 4000)
	if got := atMost(1968, coins); math.Abs(got-0.1595) > 1e-3 {
		t.Errorf("of 4,000 coins: %v", got)
	}
}

func TestEveryHabitIsTold(t *testing.T) {
	seen := map[string]bool{}
	for _, h := range Kinds {
		if h.Code == "" || h.Title == "" || h.suspect == nil || seen[h.Code] {
			t.Errorf("habit %+v is incomplete or twice there", h)
		}
		seen[h.Code] = true
		for _, code := range h.Instead {
			if !seen[code] {
				t.Errorf("%s gives way to %s, which is not before it", h.Code, code)
			}
		}
	}
}

// measured is a table measured with the defaults.
func measured(t *rating.Table) *team.Stats { return team.New(t, team.Options{Confidence: 0.95}) }
