package rank_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rank"
	"github.com/cb401426/calibrate/stats/rating"
)

var four = []float64{1, 2, 3, 4}

// ratings draws items × raters on four levels; odds in ten of a gap.
func ratings(t *rapid.T, gaps int) [][]float64 {
	raters := rapid.IntRange(2, 6).Draw(t, "raters")
	x := make([][]float64, rapid.IntRange(3, 12).Draw(t, "items"))
	for i := range x {
		for range raters {
			v := float64(rapid.IntRange(1, 4).Draw(t, "level"))
			if rapid.IntRange(0, 9).Draw(t, "gap") < gaps {
				v = math.NaN()
			}
			x[i] = append(x[i], v)
		}
	}
	return x
}

func values(x [][]float64) map[string]stats.Number {
	out := map[string]stats.Number{}
	for _, c := range rank.Coefficients {
		out[c.ID] = rank.ValueOf(rating.NewMatrix(x, four...), c)
	}
	return out
}

// same compares values to 1e-9 and reasons exactly.
func same(a, b stats.Number) bool {
	return a.OK() == b.OK() && a.Reason() == b.Reason() && math.Abs(a.Or(0)-b.Or(0)) < 1e-9
}

func TestOrderOfItemsAndRatersChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := ratings(rt, 3)
		items := rapid.Permutation(upTo(len(x))).Draw(rt, "items")
		raters := rapid.Permutation(upTo(len(x[0]))).Draw(rt, "raters")
		y := make([][]float64, len(x))
		for i, from := range items {
			for _, g := range raters {
				y[i] = append(y[i], x[from][g])
			}
		}
		if diff := cmp.Diff(values(x), values(y), cmp.Comparer(same)); diff != "" {
			rt.Error(diff)
		}
	})
}

func upTo(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}

// Twice the items say the same, but for τ_b (a copy is tied with its item)
// and the two-way Finn (whose degrees of freedom more than double).
func TestDoublingTheItems(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := ratings(rt, 0)
		one, two := values(x), values(append(x[:len(x):len(x)], x...))
		for _, id := range []string{"kendall_w", "mean_spearman", "mean_pearson", "finn_oneway", "robinson_a", "iota"} {
			if !same(one[id], two[id]) {
				rt.Errorf("%s: %v, of twice the items %v", id, one[id], two[id])
			}
		}
	})
}

// Perfect agreement on two levels or more is 1, with no interval.
func TestPerfectAgreement(t *testing.T) {
	nan := math.NaN()
	for name, x := range map[string][][]float64{
		"complete": {{1, 1, 1}, {2, 2, 2}, {4, 4, 4}, {3, 3, 3}, {3, 3, 3}},
		"gaps":     {{1, 1, 1}, {2, 2, nan}, {4, 4, 4}, {nan, 3, 3}, {3, 3, 3}},
	} {
		for _, c := range rank.Coefficients {
			got := estimate(t, rating.NewMatrix(x, four...), c.ID, stats.Options{})
			check.Near(t, name+" "+c.ID, got.Value, 1, 1e-12)
			check.Absent(t, name+" lower limit of "+c.ID, got.Lower, stats.NoDisagreement)
		}
	}
}

func TestEdges(t *testing.T) {
	nan := math.NaN()
	type only map[string]float64 // the coefficients that have a value
	for name, tc := range map[string]struct {
		x    [][]float64
		want stats.Reason
		but  only
	}{
		"nothing":        {nil, stats.NoPairs, nil},
		"one rater":      {[][]float64{{1}, {2}, {3}}, stats.NoPairs, nil},
		"no item twice":  {[][]float64{{1, nan}, {nan, 2}}, stats.NoPairs, nil},
		"one item":       {[][]float64{{1, 2, 3}}, stats.OneItem, only{"finn_oneway": 1 - 1/1.25}},
		"one level":      {[][]float64{{3, 3}, {3, 3}, {3, 3}}, stats.NoVariation, only{"finn_oneway": 1, "finn_twoway": 1}},
		"constant apart": {[][]float64{{1, 3}, {1, 3}, {1, 3}}, stats.NoVariation, only{"finn_oneway": 1 - 2/1.25, "finn_twoway": 1, "iota": 0}},
	} {
		for _, c := range rank.Coefficients {
			got := estimate(t, rating.NewMatrix(tc.x, four...), c.ID, stats.Options{})
			if want, ok := tc.but[c.ID]; ok {
				check.Near(t, name+": "+c.ID, got.Value, want, 1e-12)
			} else {
				check.Absent(t, name+": "+c.ID, got.Value, tc.want)
			}
		}
	}
	// Three raters, two items shared by each two of them: too few to correlate.
	m := rating.NewMatrix([][]float64{{1, 2, nan}, {2, 2, nan}, {nan, 1, 4}, {nan, 3, 2}, {3, nan, 1}, {2, nan, 3}}, four...)
	check.Absent(t, "mean of no correlations", estimate(t, m, "mean_pearson", stats.Options{}).Value, stats.TooFewItems)
	// Items in a chain: no residual is left.
	m = rating.NewMatrix([][]float64{{1, 2, nan}, {nan, 1, 4}}, four...)
	check.Absent(t, "Finn on a chain", estimate(t, m, "finn_twoway", stats.Options{}).Value, stats.TooFewItems)
	check.Absent(t, "test of A on a chain", estimate(t, m, "robinson_a", stats.Options{}).P, stats.TooFewItems)
	check.Absent(t, "W on a chain", estimate(t, m, "kendall_w", stats.Options{}).Value, stats.TooFewItems)
	// One level on an undeclared scale leaves no spread to compare with.
	m = rating.NewMatrix([][]float64{{2, 2}, {2, 2}})
	check.Absent(t, "Finn on one level", estimate(t, m, "finn_oneway", stats.Options{}).Value, stats.NoVariation)
}

// Over all orders of each rater's ratings the mean of Friedman's χ² is its
// degrees of freedom, whatever the gaps and ties.
func TestFriedmanUnderPermutation(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	nan := math.NaN()
	x := [][]float64{
		{1, 2, nan, 3}, {2, 2, 1, nan}, {4, nan, 4, 3}, {3, 3, 2, 1}, {nan, 1, 4, 4}, {2, 4, nan, nan}, {4, 3, 3, 3},
	}
	const runs = 4000
	sum, df := 0.0, 0.0
	for range runs {
		for g := range x[0] {
			var rated []int
			for i := range x {
				if !math.IsNaN(x[i][g]) {
					rated = append(rated, i)
				}
			}
			rng.Shuffle(len(rated), func(a, b int) {
				a, b = rated[a], rated[b]
				x[a][g], x[b][g] = x[b][g], x[a][g]
			})
		}
		c, _ := catalog.Lookup("kendall_w")
		test := rank.OwnTest(rating.NewMatrix(x, four...), c)
		sum += test.Statistic.Or(math.NaN())
		df = test.DF.Or(math.NaN())
	}
	// The standard deviation of χ² with 6 degrees of freedom is √12.
	if mean := sum / runs; df != 6 || math.Abs(mean-df) > 4*math.Sqrt(12.0/runs) {
		t.Errorf("mean χ² %v, degrees of freedom %v", mean, df)
	}
}

// W with gaps estimates the W of the same ratings without them.
func TestKendallWWithGaps(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	m := ref.Matrix(t, "six-lessons")
	want := estimate(t, m, "kendall_w", stats.Options{}).Value.Or(0)
	mean := 0.0
	const runs = 40
	for range runs {
		x := make([][]float64, m.Items())
		for i := range x {
			_, levels := m.Row(i)
			for _, level := range levels {
				v := m.Values()[level]
				if rng.IntN(2) == 0 {
					v = math.NaN()
				}
				x[i] = append(x[i], v)
			}
		}
		c, _ := catalog.Lookup("kendall_w")
		mean += rank.ValueOf(rating.NewMatrix(x, four...), c).Or(math.NaN()) / runs
	}
	if math.Abs(mean-want) > .02 {
		t.Errorf("mean W with half of the ratings %v, with all %v", mean, want)
	}
}

func TestIntervals(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	for _, c := range rank.Coefficients {
		for name, o := range map[string]stats.Options{
			"items":     {},
			"lessons":   {Unit: stats.ByLesson},
			"bootstrap": {Bootstrap: 60, Seed: 3},
		} {
			got := estimate(t, m, c.ID, o)
			value, lower, upper := got.Value.Or(-9), got.Lower.Or(-9), got.Upper.Or(-9)
			if !(-1 <= lower && lower < value && value < upper && upper <= 1) || !got.P.OK() {
				t.Errorf("%s by %s: %v in (%v, %v), p %v", c.ID, name, value, got.Lower, got.Upper, got.P)
			}
		}
	}
	got := estimate(t, m, "kendall_w", stats.Options{TestValue: .7})
	if got.Test.Statistic.OK() || got.P.Or(0) < .1 {
		t.Errorf("W = %v tested against .7: p = %v", got.Value, got.P)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := rank.Coefficients[0].Estimate(ctx, stats.Prepare(ref.Matrix(t, "six-lessons")), stats.Options{}); err == nil {
		t.Error("no error")
	}
}

func TestEveryCoefficientIsDocumented(t *testing.T) {
	for _, c := range rank.Coefficients {
		d := c.Doc
		if c.ID == "" || c.Name == "" || d.What == "" || len(d.Formula) == 0 || d.Assumes == "" ||
			d.Misleads == "" || d.Missing == "" || d.Kin == "" || len(d.References) == 0 {
			t.Errorf("%s: %+v", c.ID, d)
		}
	}
	if _, err := catalog.Lookup("w"); err == nil {
		t.Error("found a coefficient that there is not")
	}
}

func BenchmarkEstimate(b *testing.B) {
	for _, name := range []string{"six-lessons", "sparse"} {
		m := ref.Matrix(b, name)
		for _, c := range rank.Coefficients {
			b.Run(name+"/"+c.ID, func(b *testing.B) {
				for b.Loop() {
					estimate(b, m, c.ID, stats.Options{Unit: stats.ByLesson})
				}
			})
		}
	}
}

func TestPairsAreCounted(t *testing.T) {
	x := [][]float64{{1, 2, 3}, {2, 2, 3}, {3, 4, 3}, {4, 4, 3}}
	got := estimate(t, rating.NewMatrix(x, four...), "mean_pearson", stats.Options{})
	if got.Pairs != 3 || got.PairsUsed != 1 {
		t.Errorf("%d of %d pairs used, want 1 of 3", got.PairsUsed, got.Pairs)
	}
}
