package calibrate

import (
	"context"
	"math/bits"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
)

// campsIn looks for camps in a table.
func campsIn(t testing.TB, table *rating.Table, raters int, seed uint64) *Camps {
	t.Helper()
	o := Options{Seed: seed}.withDefaults()
	a := &analysis{study: Study{Table: table}, options: o, m: measure(table, o.measuring()), report: &Report{}}
	a.names = pseudonyms(table, o.Seed)
	if err := a.camps(context.Background()); err != nil {
		t.Fatal(err)
	}
	return a.report.Camps
}

// foundIn is the share of made-up teams in which camps are found.
func foundIn(t testing.TB, w world, runs int) float64 {
	t.Helper()
	found := 0
	for run := range runs {
		if campsIn(t, w.draw(simulated(run)), w.raters, uint64(run)).Found.Yes() {
			found++
		}
	}
	return float64(found) / float64(runs)
}

// The level and the power on few teams; docs/simulations-camps.md has many.
// At a level of 5%, more than 12 of 100 come once in 400.
func TestCampsLevelAndPower(t *testing.T) {
	t.Parallel()
	large := typical.but(func(w *world) { w.raters, w.indicators = 25, 22 })
	for _, c := range []struct {
		name        string
		world       world
		runs        int
		least, most float64
	}{
		{"severity alone", typical.but(func(w *world) { w.severity, w.ofLesson, w.ofIndicator = 1, 0, 0 }), 100, 0, 0.12},
		{"one opposed", typical.but(func(w *world) { w.odd, w.indicator, w.noise = "opposed", 1, 0.4 }), 100, 0, 0.12},
		{"one from end to end", typical.but(func(w *world) { w.odd = "from end to end" }), 100, 0, 0.12},
		{"two camps", large.but(func(w *world) { w.camp, w.reading = 12, 0.6 }), 25, 0.95, 1},
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
	w := typical.but(func(w *world) { w.raters, w.indicators, w.camp, w.reading = 14, 20, 5, 1 })
	table := w.draw(simulated(1))
	c := campsIn(t, table, w.raters, 1)
	if !c.Found.Yes() {
		t.Fatalf("not found, p = %v", c.PValue)
	}
	names := pseudonyms(table, 1)
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
	again := campsIn(t, table, w.raters, 1)
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
		{"no pairs", team(4, "100000", "020000"), stats.NoPairs},
		{"five raters", team(4, "12121", "12122", "11111", "22222"), needsSixRaters},
		{"two items", team(4, "121211", "121212"), stats.TooFewItems},
		{"all agree", team(4, "111111", "222222", "333333"), stats.NoSpread},
		{"two parts", team(4, "122000", "213000", "000212", "000221"), notConnected},
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
	w := typical.but(func(w *world) { w.raters = 61 })
	if why := campsIn(t, w.draw(simulated(1)), 61, 1).PValue.Reason(); why != tooManyRaters {
		t.Errorf("61 raters: %s", why)
	}
}

// A trade keeps every item's and every rater's count of each level.
func TestShuffleKeepsMargins(t *testing.T) {
	w := typical.but(func(w *world) { w.lessons, w.missing = 3, 0.2 })
	table := measured(w.draw(simulated(3))).residualTable()
	levels := slices.Clone(table.levels)
	table.shuffle(levels, simulated(4))
	if cmp.Equal(levels, table.levels) {
		t.Fatal("nothing moved")
	}
	n := len(table.raters)
	margins := func(levels []uint16) (rows, columns map[[2]int]int) {
		rows, columns = map[[2]int]int{}, map[[2]int]int{}
		for k, level := range levels {
			rows[[2]int{k / n, int(level)}]++
			columns[[2]int{k % n, int(level)}]++
		}
		return rows, columns
	}
	rows, columns := margins(table.levels)
	rowsAfter, columnsAfter := margins(levels)
	if d := cmp.Diff(rows, rowsAfter) + cmp.Diff(columns, columnsAfter); d != "" {
		t.Error(d)
	}
	// So the fit stays as it is: what is left adds up to zero.
	for i, row := range table.residuals(levels) {
		sum := 0.0
		for _, v := range row {
			sum += v
		}
		if sum > 1e-9 || sum < -1e-9 {
			t.Errorf("item %d: residuals add up to %v", i, sum)
		}
	}
}

// The search against all splits of up to ten raters: it misses the best
// seldom, and then by little.
func TestSplitSearch(t *testing.T) {
	missed := 0
	for run := range 200 {
		w := typical.but(func(w *world) { w.raters = 6 + run%5 })
		table := measured(w.draw(simulated(run))).residualTable()
		s := newSplitter(len(table.raters))
		s.products(table.residuals(table.levels))
		got := s.search(smallestCamp)
		best := 0.0
		for mask := range uint(1) << s.n {
			inner := 0.0
			for g := range s.n {
				for h := range s.n {
					if mask>>g&1 == 1 && mask>>h&1 == 1 {
						inner += s.gram[g*s.n+h]
					}
				}
			}
			best = max(best, s.strength(inner, bits.OnesCount(mask)))
		}
		switch {
		case got > best*(1+1e-9)+1e-9:
			t.Fatalf("run %d: %v is more than the best, %v", run, got, best)
		case got < 0.85*best:
			t.Errorf("run %d: %v, the best is %v", run, got, best)
		case got < best*(1-1e-9):
			missed++
		}
	}
	if missed > 30 {
		t.Errorf("missed the best split in %d of 200", missed)
	}
}

// The team without a rater is the team of the table without that rater.
func TestWithout(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table := sparseTable(t)
		for g := range table.Raters() {
			got := measure(table, measuring{}).without(int32(g))
			want := measure(table.Where(func(_ int, r rating.Rating) bool { return int(r.Rater) != g }), measuring{})
			exact := func(it *item) float64 { return it.exact }
			near(t, "exact", got.meanOver(got.all(), exact), want.meanOver(want.all(), exact))
			near(t, "distance", got.distance(), want.distance())
		}
	})
}

func BenchmarkCamps(b *testing.B) {
	w := typical.but(func(w *world) { w.raters, w.indicators = 25, 22 })
	table := w.draw(simulated(1))
	for b.Loop() {
		campsIn(b, table, 25, 1)
	}
}
