package team

import (
	"math/bits"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/team/teamtest"
)

// A trade keeps every item's and every rater's count of each level.
func TestShuffleKeepsMargins(t *testing.T) {
	w := teamtest.Typical.But(func(w *teamtest.World) { w.Lessons, w.Missing = 3, 0.2 })
	table := newCampTable(Measured(w.Draw(teamtest.Simulated(3))))
	levels := slices.Clone(table.levels)
	table.shuffle(levels, teamtest.Simulated(4))
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
		w := teamtest.Typical.But(func(w *teamtest.World) { w.Raters = 6 + run%5 })
		table := newCampTable(Measured(w.Draw(teamtest.Simulated(run))))
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
		table := teamtest.SparseTable(t)
		for g := range table.Raters() {
			got := New(table, Options{}).Without(int32(g))
			want := New(table.Where(func(_ int, r rating.Rating) bool { return int(r.Rater) != g }), Options{})
			exact := func(it *Item) float64 { return it.Exact() }
			teamtest.Near(t, "exact", got.MeanOver(got.All(), exact), want.MeanOver(want.All(), exact))
			teamtest.Near(t, "distance", got.Distance(), want.Distance())
		}
	})
}
