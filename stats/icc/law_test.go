package icc_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/icc"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
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
	d := stats.Prepare(rating.NewMatrix(x, four...))
	for _, c := range icc.Coefficients {
		r, _ := c.Estimate(context.Background(), d, valueOnly)
		out[c.ID] = r.Value
	}
	return out
}

// same compares values to 1e-6, as near as the search comes, and reasons
// exactly.
func same(a, b stats.Number) bool {
	return a.OK() == b.OK() && a.Reason() == b.Reason() && math.Abs(a.Or(0)-b.Or(0)) < 1e-6
}

func TestOrderOfItemsAndRatersChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := ratings(rt, rapid.IntRange(0, 3).Draw(rt, "gaps"))
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

func TestDoublingTheItems(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := ratings(rt, 0)
		one, two := values(x), values(append(x[:len(x):len(x)], x...))
		for _, id := range []string{"icc_c_1", "icc_c_k", "icc_c_k0", "lin_ccc"} {
			if !same(one[id], two[id]) {
				rt.Errorf("%s: %v, of twice the items %v", id, one[id], two[id])
			}
		}
	})
}

// A level added to all ratings, and another step, change nothing.
func TestOriginAndUnitChangeNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		x := ratings(rt, rapid.IntRange(0, 3).Draw(rt, "gaps"))
		moved := make([][]float64, len(x))
		for i := range x {
			for _, v := range x[i] {
				moved[i] = append(moved[i], 100+3*v)
			}
		}
		d := stats.Prepare(rating.NewMatrix(moved))
		for id, want := range values(x) {
			c, _ := catalog.Lookup(id)
			got, _ := c.Estimate(t.Context(), d, valueOnly)
			if !same(got.Value, want) {
				rt.Errorf("%s: %v, moved %v", id, want, got.Value)
			}
		}
	})
}

// No input makes a panic or a value above 1.
func TestEveryValueIsAtMostOne(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		for id, n := range values(ratings(rt, rapid.IntRange(0, 9).Draw(rt, "gaps"))) {
			if v, ok := n.Value(); ok && v > 1+1e-12 || !ok && n.Reason() == "" {
				rt.Errorf("%s = %v (%s)", id, n, n.Reason())
			}
		}
	})
}

func TestPerfectAgreement(t *testing.T) {
	nan := math.NaN()
	for name, x := range map[string][][]float64{
		"complete":   {{1, 1, 1}, {2, 2, 2}, {4, 4, 4}, {3, 3, 3}, {3, 3, 3}},
		"gaps":       {{1, 1, 1}, {2, 2, nan}, {4, 4, 4}, {nan, 3, 3}, {3, 3, 3}},
		"two raters": {{1, 1}, {2, 2}, {4, 4}, {3, 3}, {3, 3}},
	} {
		for _, c := range icc.Coefficients {
			if c.ID == "lin_ccc" && name != "two raters" {
				continue
			}
			for _, o := range []stats.Options{{}, {Bootstrap: 20}} {
				got := estimate(t, rating.NewMatrix(x, four...), c.ID, o)
				check.Near(t, name+" "+c.ID, got.Value, 1, 1e-12)
				if o.Bootstrap == 0 {
					check.Near(t, name+" SE of "+c.ID, got.SE, 0, 1e-12)
					check.Absent(t, name+" lower limit of "+c.ID, got.Lower, stats.NoDisagreement)
				}
			}
		}
	}
}

func TestEdges(t *testing.T) {
	nan := math.NaN()
	for name, tc := range map[string]struct {
		x         [][]float64
		want, lin stats.Reason
	}{
		"nothing":       {nil, stats.NoPairs, stats.NoPairs},
		"one rater":     {[][]float64{{1}, {2}, {3}}, stats.NoPairs, stats.NoPairs},
		"no item twice": {[][]float64{{1, nan}, {nan, 2}}, stats.NoPairs, stats.NoPairs},
		"one item":      {[][]float64{{1, 2}}, stats.OneItem, stats.OneItem},
		"three raters":  {[][]float64{{1, 2, 3}}, stats.OneItem, stats.NeedsTwoRaters},
		"one level":     {[][]float64{{3, 3}, {3, 3}, {3, 3}}, stats.NoVariation, stats.NoVariation},
		"and gaps":      {[][]float64{{3, 3, 3}, {3, nan, 3}, {3, 3, nan}}, stats.NoVariation, stats.NeedsTwoRaters},
	} {
		for _, c := range icc.Coefficients {
			got := estimate(t, rating.NewMatrix(tc.x, four...), c.ID, stats.Options{})
			want := tc.want
			if c.ID == "lin_ccc" {
				want = tc.lin
			}
			for what, n := range map[string]stats.Number{"value": got.Value, "SE": got.SE, "lower": got.Lower, "p": got.P} {
				check.Absent(t, name+": "+what+" of "+c.ID, n, want)
			}
		}
	}
	if _, why := icc.Prepare(rating.NewMatrix([][]float64{{1, 2}})).Components(); why != stats.OneItem {
		t.Errorf("components of one item: %q", why)
	}
}

// Constant data have no variation, whatever rounding makes of their sums:
// other software answers .25 to .75.
func TestConstantDataGiveNoICC(t *testing.T) {
	x := make([][]float64, 37)
	for i := range x {
		x[i] = []float64{.1, .1, .1, .1, .1, .1, .1}
	}
	check.Absent(t, "ICC", estimate(t, rating.NewMatrix(x, .1, .2), "icc_a_1", stats.Options{}).Value, stats.NoVariation)
	// Raters constant but apart: nothing lies between items, all of it between
	// raters.
	for i := range x {
		x[i] = []float64{.1, .2, .1, .2, .3, .1, .7}
	}
	m := rating.NewMatrix(x)
	check.Near(t, "ICC(A,1)", estimate(t, m, "icc_a_1", stats.Options{}).Value, 0, 1e-12)
	check.Absent(t, "ICC(C,1)", estimate(t, m, "icc_c_1", stats.Options{}).Value, stats.NoVariation)
	check.Near(t, "ICC(1)", estimate(t, m, "icc_1_1", stats.Options{}).Value, -1.0/6, 1e-12)
	check.Absent(t, "ICC(k)", estimate(t, m, "icc_1_k", stats.Options{}).Value, stats.Undefined)
	x[3][2] = math.NaN()
	m = rating.NewMatrix(x)
	check.Near(t, "ICC(A,1) with a gap", estimate(t, m, "icc_a_1", stats.Options{}).Value, 0, 1e-9)
	check.Absent(t, "ICC(C,1) with a gap", estimate(t, m, "icc_c_1", stats.Options{}).Value, stats.NoVariation)
}

// Raters who differ by a constant are wholly consistent.
func TestConsistentRaters(t *testing.T) {
	nan := math.NaN()
	x := [][]float64{{1, 2}, {2, 3}, {3, 4}, {1, 2}}
	check.Near(t, "complete", estimate(t, rating.NewMatrix(x), "icc_c_1", stats.Options{}).Value, 1, 1e-12)
	check.Absent(t, "lower", estimate(t, rating.NewMatrix(x), "icc_c_1", stats.Options{}).Lower, stats.NoDisagreement)
	got := estimate(t, rating.NewMatrix(x), "icc_a_1", stats.Options{})
	// σ²_i = s²(1, 2, 3, 1) = 11/12 and σ²_r = s²(0, 1) = 1/2.
	check.Near(t, "absolute", got.Value, 11.0/12/(11.0/12+1.0/2), 1e-12)
	x = [][]float64{{1, 2, nan}, {2, 3, 2}, {3, 4, 3}, {nan, 2, 1}, {1, 2, 1}}
	check.Near(t, "gaps", estimate(t, rating.NewMatrix(x), "icc_c_1", stats.Options{}).Value, 1, 1e-12)
	// Two parts, each consistent: how far apart they are cannot be told.
	x = [][]float64{{1, 2, nan, nan}, {2, 3, nan, nan}, {nan, nan, 3, 4}, {nan, nan, 1, 2}}
	check.Absent(t, "parts", estimate(t, rating.NewMatrix(x), "icc_c_1", stats.Options{}).Value, stats.Undefined)
	// A chain leaves no residual.
	x = [][]float64{{1, 2, nan}, {nan, 3, 1}}
	check.Absent(t, "chain", estimate(t, rating.NewMatrix(x), "icc_c_1", stats.Options{}).Value, stats.TooFewItems)
	if got := estimate(t, rating.NewMatrix(x), "icc_1_1", stats.Options{}).Value; !got.OK() {
		t.Errorf("ICC(1) of a chain: %s", got.Reason())
	}
}

// A coefficient tested against its own value has F = 1, or nearly where the
// degrees of freedom hang on it; against its lower limit, p = .025.
func TestAgainstAValue(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	for _, c := range icc.Coefficients[:9] {
		value := estimate(t, m, c.ID, stats.Options{})
		got := estimate(t, m, c.ID, stats.Options{TestValue: value.Value.Or(9)})
		check.Near(t, "F of "+c.ID, got.Test.Statistic, 1, 1e-9)
		got = estimate(t, m, c.ID, stats.Options{TestValue: value.Lower.Or(9)})
		check.Near(t, "p of "+c.ID, got.P, .025, .005)
		low := estimate(t, m, c.ID, stats.Options{Confidence: .8}).Lower.Or(9)
		if low <= value.Lower.Or(9) {
			t.Errorf("%s: limit at 80%% %v, at 95%% %v", c.ID, low, value.Lower)
		}
	}
	check.Absent(t, "p against 1", estimate(t, m, "icc_a_1", stats.Options{TestValue: 1}).P, stats.OutOfRange)
}

// By items and by lessons, with and without gaps, jackknife and bootstrap: the
// value lies within its limits, those of means are the single form's stepped
// up, and the three ways agree on the size of the error.
func TestIntervals(t *testing.T) {
	for name, m := range map[string]*rating.Matrix{
		"complete": ref.Matrix(t, "six-lessons"), "gaps": ref.Matrix(t, "one-lesson"),
	} {
		d := stats.Prepare(m)
		for how, o := range map[string]stats.Options{
			"items": {}, "lessons": {Unit: stats.ByLesson}, "bootstrap": {Bootstrap: 60, Seed: 3},
			"BCa": {Bootstrap: 60, Seed: 3, BootstrapMethod: stats.BCa},
		} {
			for _, c := range icc.Coefficients[:9] {
				got, err := c.Estimate(t.Context(), d, o)
				if err != nil {
					t.Fatal(err)
				}
				if name == "gaps" && how == "lessons" {
					check.Absent(t, "limit of one lesson", got.Lower, stats.TooFewItems)
					continue
				}
				value, lower, upper := got.Value.Or(-9), got.Lower.Or(-9), got.Upper.Or(-9)
				if !(lower < value && value < upper && upper <= 1 && got.P.OK() && got.SE.OK()) {
					t.Errorf("%s by %s: %s = %v in (%v, %v), p %v", name, how, c.ID, value, got.Lower, got.Upper, got.P)
				}
			}
		}
		one, other := estimate(t, m, "icc_c_1", stats.Options{}), estimate(t, m, "icc_c_1", stats.Options{Bootstrap: 200})
		if r := one.SE.Or(9) / other.SE.Or(9); r < .6 || r > 1.7 {
			t.Errorf("%s: errors %v and %v", name, one.SE, other.SE)
		}
	}
	check.Absent(t, "over raters", estimate(t, ref.Matrix(t, "sparse"), "icc_a_1", valueOnly).Lower, stats.NotApplicable)
}

// The delta method's error on complete data is near the spread of simulated
// coefficients; ICC(C,1) of 40 items × 6 raters, variances 1, .3, .5.
func TestStandardErrorOnCompleteData(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	var values, errors []float64
	for range 300 {
		x := make([][]float64, 40)
		for i := range x {
			level := rng.NormFloat64()
			for range 6 {
				x[i] = append(x[i], level+math.Sqrt(.5)*rng.NormFloat64())
			}
		}
		got := estimate(t, rating.NewMatrix(x), "icc_c_1", stats.Options{})
		values, errors = append(values, got.Value.Or(9)), append(errors, got.SE.Or(9))
	}
	var mean, ss, se float64
	for i := range values {
		mean += values[i] / 300
		se += errors[i] / 300
	}
	for _, v := range values {
		ss += (v - mean) * (v - mean) / 299
	}
	check.Near(t, "mean error", stats.Of(se/math.Sqrt(ss)), 1, .12)
}

func TestLin(t *testing.T) {
	m := ref.Matrix(t, "two-raters-223")
	exact, jackknife := estimate(t, m, "lin_ccc", stats.Options{}), estimate(t, m, "lin_ccc", stats.Options{Bootstrap: 2000})
	check.Near(t, "error", stats.Of(exact.SE.Or(9)/jackknife.SE.Or(9)), 1, .15)
	check.Near(t, "lower", exact.Lower, jackknife.Lower.Or(9), .03)
	check.Near(t, "upper", exact.Upper, jackknife.Upper.Or(9), .03)
	if exact.P.Or(1) > 1e-6 || jackknife.P.Or(1) > .01 {
		t.Errorf("p = %v and %v", exact.P, jackknife.P)
	}
	check.Absent(t, "by lesson", estimate(t, m, "lin_ccc", stats.Options{Unit: stats.ByLesson}).Lower, stats.TooFewItems)
	check.Absent(t, "limit of two items", estimate(t, rating.NewMatrix([][]float64{{1, 2}, {2, 2}}), "lin_ccc", stats.Options{}).Lower, stats.TooFewItems)
	flat := rating.NewMatrix([][]float64{{1, 2}, {2, 2}, {3, 2}})
	check.Near(t, "no covariance", estimate(t, flat, "lin_ccc", stats.Options{}).Value, 0, 1e-12)
	check.Absent(t, "its limit", estimate(t, flat, "lin_ccc", stats.Options{}).Lower, stats.Undefined)
}

// √(σ²_r + σ²_e) of Shrout & Fleiss's data: σ²_r = (32.49 − 1.02)/6, σ²_e =
// 1.02 (Table 3).
func TestPrecision(t *testing.T) {
	d := icc.Prepare(ref.Matrix(t, "shrout-fleiss-1979"))
	got := d.Precision(0)
	sem := math.Sqrt((32.49-1.02)/6 + 1.02)
	check.Near(t, "SEM", got.SEM, sem, .002)
	check.Near(t, "of one rater", got.Consistent, math.Sqrt(1.02), .002)
	check.Near(t, "detectable", got.Detectable, 1.96*math.Sqrt2*sem, .006)
	check.Near(t, "detectable by one rater", got.ConsistentDetectable, 1.96*math.Sqrt2*math.Sqrt(1.02), .006)
	check.Near(t, "k0", stats.Of(d.MeanRatings()), 4, 0)
	check.Absent(t, "SEM of one item", icc.Prepare(rating.NewMatrix([][]float64{{1, 2}})).Precision(.9).SEM, stats.OneItem)
}

func TestTheTenCases(t *testing.T) {
	if len(icc.Cases) != 10 {
		t.Fatalf("%d cases", len(icc.Cases))
	}
	seen := map[string]bool{}
	for _, c := range icc.Cases {
		key := c.Name + " " + c.Model
		if seen[key] || c.Coefficient.Name != c.Name || c.Speaks == "" {
			t.Errorf("case %+v", c)
		}
		seen[key] = true
	}
}

func TestEveryCoefficientIsDocumented(t *testing.T) {
	for _, c := range icc.Coefficients {
		d := c.Doc
		if c.ID == "" || c.Name == "" || d.What == "" || len(d.Formula) == 0 || d.Assumes == "" ||
			d.Misleads == "" || d.Missing == "" || d.Kin == "" || len(d.References) == 0 {
			t.Errorf("%s: %+v", c.ID, d)
		}
	}
	if _, err := catalog.Lookup("icc"); err == nil {
		t.Error("found a coefficient that there is not")
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, m := range map[string]*rating.Matrix{
		"complete": ref.Matrix(t, "two-raters-223"), "gaps": ref.Matrix(t, "sparse"), "none": rating.NewMatrix(nil),
	} {
		for _, c := range icc.Coefficients {
			for _, o := range []stats.Options{{}, {Unit: stats.ByLesson}, {Bootstrap: 5}} {
				if _, err := c.Estimate(ctx, stats.Prepare(m), o); err == nil && name != "gaps" {
					t.Errorf("%s: no error from %s", name, c.ID)
				}
			}
		}
	}
}

func BenchmarkEstimate(b *testing.B) {
	for _, name := range []string{"six-lessons", "sparse"} {
		m := ref.Matrix(b, name)
		for how, o := range map[string]stats.Options{"item": {}, "lesson": {Unit: stats.ByLesson}} {
			b.Run(name+"/"+how, func(b *testing.B) {
				for b.Loop() {
					d := stats.Prepare(m)
					for _, c := range icc.Coefficients[:9] {
						if _, err := c.Estimate(b.Context(), d, o); err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}
