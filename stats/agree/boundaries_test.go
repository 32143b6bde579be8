package agree_test

import (
	"context"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// TestBoundaries holds each boundary against the coefficients of the ratings
// with the scale cut in two there.
func TestBoundaries(t *testing.T) {
	ctx := context.Background()
	for _, name := range []string{"six-lessons", "gwet-2014-12x4", "sparse"} {
		m := ref.Matrix(t, name)
		boundaries, err := agree.Prepare(m).Boundaries(ctx, stats.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(boundaries) != m.Levels()-1 {
			t.Fatalf("%s: %d boundaries of %d levels", name, len(boundaries), m.Levels())
		}
		for k, b := range boundaries {
			two := agree.Prepare(cut(m, k))
			exact, chance := pairsOf(cut(m, k))
			check.Near(t, name+" exact", b.Exact, exact, 1e-9)
			check.Near(t, name+" chance", b.Chance, chance, 1e-9)
			kappa := estimate(t, two, "fleiss_kappa", "", stats.Options{})
			check.Near(t, name+" kappa", b.Kappa.Value, kappa.Value.Or(math.NaN()), 1e-9)
			check.Near(t, name+" se", b.Kappa.SE, kappa.SE.Or(math.NaN()), 1e-9)
		}
	}
}

// cut returns the ratings of m, 0 up to level k and 1 above.
func cut(m *rating.Matrix, k int) *rating.Matrix {
	scores := make([][]float64, m.Items())
	for i := range scores {
		raters, levels := m.Row(i)
		for j, g := range raters {
			for len(scores[i]) <= int(g) {
				scores[i] = append(scores[i], math.NaN())
			}
			scores[i][g] = 0
			if int(levels[j]) > k {
				scores[i][g] = 1
			}
		}
	}
	return rating.NewMatrix(scores, 0, 1)
}

// pairsOf counts pairs one by one: the mean share of equal ones, and the share
// among all pairs of ratings.
func pairsOf(m *rating.Matrix) (exact, chance float64) {
	var all []uint16
	items := 0.0
	for i := range m.Items() {
		_, levels := m.Row(i)
		if len(levels) > 1 {
			exact += equalPairs(levels)
			items++
			all = append(all, levels...)
		}
	}
	return exact / items, equalPairs(all)
}

func equalPairs(levels []uint16) float64 {
	same, pairs := 0.0, 0.0
	for a := range levels {
		for b := range a {
			pairs++
			if levels[a] == levels[b] {
				same++
			}
		}
	}
	return same / pairs
}

func TestConfusion(t *testing.T) {
	m := matrix([][]float64{{1, 1, 2}, {2, 3, na}, {3, 3, 3}, {1, na, na}}, 1, 2, 3)
	got := agree.Prepare(m).Confusion()
	for k, row := range [][]float64{{1, 2, 0}, {2, 0, 1}, {0, 1, 3}} {
		for l, want := range row {
			if got[k][l] != want {
				t.Errorf("%d taken for %d: %v pairs, want %v", k+1, l+1, got[k][l], want)
			}
		}
	}
	of := agree.Prepare(m).ConfusionOf(2, 0)
	if of[1][0] != 1 || of[2][2] != 1 || of[0][1] != 0 {
		t.Errorf("third and first: %v", of)
	}
}

// TestLevelTest: Fleiss 1971, Psychological Bulletin 76, pp. 378-382: kappa of each
// diagnosis; their z with the error of Fleiss, Nee & Landis 1979 as the R
// package irr prints it.
func TestLevelTest(t *testing.T) {
	levels, err := agree.Prepare(ref.Matrix(t, "fleiss-1971")).Levels(context.Background(), stats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for k, want := range [][2]float64{{.245, 5.192}, {.245, 5.192}, {.520, 11.031}, {.471, 9.994}, {.566, 12.009}} {
		if got := levels[k].Kappa.Value.Or(0); math.Abs(got-want[0]) > 6e-4 {
			t.Errorf("kappa of level %d: %v", k+1, got)
		}
		if got := levels[k].Test.Statistic.Or(0); math.Abs(got-want[1]) > 6e-3 {
			t.Errorf("z of level %d: %v", k+1, got)
		}
	}
}

// TestGroupKappa: of one rater in each group it is Cohen's kappa; of a group
// with itself, 1; and who is in which group changes nothing.
func TestGroupKappa(t *testing.T) {
	m := ref.Matrix(t, "two-raters-223")
	first := func(g int32) bool { return g == 0 }
	second := func(g int32) bool { return g == 1 }
	for _, s := range []*weight.Scheme{nil, weight.Schemes[1], weight.Schemes[2]} {
		o := stats.Options{Weights: s}
		got := groupKappa(t, m, first, second, o)
		id := ""
		if s != nil {
			id = s.ID
		}
		want := estimate(t, agree.Prepare(m), "cohen_kappa", id, stats.Options{})
		check.Near(t, "kappa", got.Value, want.Value.Or(0), 1e-9)
		if math.Abs(got.SE.Or(0)/want.SE.Or(1)-1) > 0.03 {
			t.Errorf("error %v by the jackknife, %v by linearization", got.SE, want.SE)
		}
		check.Near(t, "swapped", groupKappa(t, m, second, first, o).Value, got.Value.Or(0), 1e-9)
	}
	doubled := matrix([][]float64{{1, 2, 1, 2}, {3, 3, 3, 3}, {2, 3, 2, 3}, {1, 1, 1, 1}})
	low := func(g int32) bool { return g < 2 }
	high := func(g int32) bool { return g >= 2 }
	check.Near(t, "a group and its copy", groupKappa(t, doubled, low, high, stats.Options{}).Value, 1, 1e-9)
	if r := groupKappa(t, matrix([][]float64{{1, na}, {na, 2}}), first, second, stats.Options{}); r.Value.Reason() != stats.NoPairs {
		t.Errorf("no shared item: %v (%s)", r.Value, r.Value.Reason())
	}
	if r := groupKappa(t, matrix([][]float64{{1, 1}, {1, 1}}), first, second, stats.Options{}); r.Value.Reason() != stats.NoVariation {
		t.Errorf("one level: %v (%s)", r.Value, r.Value.Reason())
	}
}

func groupKappa(t *testing.T, m *rating.Matrix, first, second func(int32) bool, o stats.Options) stats.Result {
	t.Helper()
	r, err := agree.GroupKappa(m, first, second, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}
