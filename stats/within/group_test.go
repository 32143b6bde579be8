package within_test

import (
	"context"
	"math"
	"testing"

	"gonum.org/v1/gonum/stat"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

var four = []float64{1, 2, 3, 4}

func estimate(t testing.TB, m *rating.Matrix, id string, o stats.Options) stats.Result {
	t.Helper()
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Estimate(t.Context(), stats.Prepare(m), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// James, Demaree & Wolf 1984: the step up is Spearman and Brown's.
func TestGroup(t *testing.T) {
	items := [][]float64{{1, 2, 2, 3}, {2, 2, 3, 3}, {4}, {1, 4, 4, 4}}
	star := within.RWGStarJ(items, four).Or(math.NaN())
	check.Near(t, "rwg(j)", within.RWGJ(items, four), 3*star/(1+2*star), 1e-12)
	mean := (within.RWG(items[0], four).Or(0) + within.RWG(items[1], four).Or(0) + within.RWG(items[3], four).Or(0)) / 3
	check.Near(t, "r*wg(j)", within.RWGStarJ(items, four), mean, 1e-12)
	aboutMean, aboutMedian := within.AverageDeviations(items)
	check.Near(t, "AD_M", aboutMean, (.5+.5+1.125)/3, 1e-12)
	check.Near(t, "AD_Md", aboutMedian, (.5+.5+.75)/3, 1e-12)
	awg := (within.AWG(items[0], four).Or(0) + within.AWG(items[1], four).Or(0) + within.AWG(items[3], four).Or(0)) / 3
	check.Near(t, "awg(j)", within.AWGJ(items, four), awg, 1e-12)
}

func TestGroupEdges(t *testing.T) {
	check.Absent(t, "rwg(j) of nothing", within.RWGJ(nil, four), stats.NoPairs)
	check.Absent(t, "r*wg(j) of nothing", within.RWGStarJ([][]float64{{1}}, four), stats.NoPairs)
	check.Absent(t, "awg(j) of nothing", within.AWGJ(nil, four), stats.NoPairs)
	check.Absent(t, "awg(j) at the end", within.AWGJ([][]float64{{4, 4}}, four), stats.OutOfRange)
	camps := [][]float64{{1, 1, 4, 4}, {1, 4}}
	check.Absent(t, "rwg(j) of camps", within.RWGJ(camps, four), stats.OutOfRange)
	check.Near(t, "r*wg(j) of camps", within.RWGStarJ(camps, four), 1-(3+4.5)/2/1.25, 1e-12)
	check.Absent(t, "one level", within.RWGJ([][]float64{{1, 1}}, four[:1]), stats.NoVariation)
	mean, median := within.AverageDeviations(nil)
	check.Absent(t, "AD_M of nothing", mean, stats.NoPairs)
	check.Absent(t, "AD_Md of nothing", median, stats.NoPairs)
}

// exact returns the probability that the variance, AD_M and AD_Md of n ratings
// at random on four levels are at most those given, over all 4^n.
func exact(n int, most [3]float64) (p [3]float64) {
	total := math.Pow(4, float64(n))
	for code := range int(total) {
		x := make([]float64, n)
		for j := range x {
			x[j] = four[code%4]
			code /= 4
		}
		mean, median := within.AverageDeviation(x)
		for k, v := range [3]float64{stat.Variance(x, nil), mean.Or(0), median.Or(0)} {
			if v <= most[k]+1e-9 {
				p[k] += 1 / total
			}
		}
	}
	return p
}

// The simulated null is the exact one within its Monte Carlo error.
func TestNullAgainstEnumeration(t *testing.T) {
	null, err := within.Simulate(t.Context(), []int{6, 1}, four, 40000, 11, 0)
	if err != nil {
		t.Fatal(err)
	}
	x := []float64{2, 2, 3, 3, 3, 4}
	mean, median := within.AverageDeviation(x)
	observed := [3]float64{stat.Variance(x, nil), mean.Or(0), median.Or(0)}
	want := exact(6, observed)
	check.Near(t, "p of the variance", null.Variance(observed[0]), want[0], 4*math.Sqrt(want[0]/40000))
	check.Near(t, "p of AD_M", null.AboutMean(observed[1]), want[1], 4*math.Sqrt(want[1]/40000))
	check.Near(t, "p of AD_Md", null.AboutMedian(observed[2]), want[2], 4*math.Sqrt(want[2]/40000))
	v, m, md := null.Critical(.05)
	limits := [3]float64{v.Or(9), m.Or(9), md.Or(9)}
	for k, p := range exact(6, limits) {
		if p > .053 {
			t.Errorf("critical value %d, %v, has p = %v", k, limits[k], p)
		}
	}
}

func TestNullEdges(t *testing.T) {
	null, err := within.Simulate(t.Context(), []int{1}, four, 10, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	check.Absent(t, "p of nothing", null.Variance(1), stats.NoPairs)
	v, _, _ := null.Critical(.05)
	check.Absent(t, "limit of nothing", v, stats.NoPairs)
	null, err = within.Simulate(t.Context(), []int{2}, four, 100, 1, 1)
	if err != nil {
		t.Fatal(err)
	}
	v, _, _ = null.Critical(.05) // two ratings agree by chance a quarter of the time
	check.Absent(t, "limit for two raters", v, stats.Undefined)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := within.Simulate(ctx, []int{2}, four, 0, 1, 1); err == nil {
		t.Error("no error")
	}
	if _, err := within.Coefficients[0].Estimate(ctx, stats.Prepare(ref.Matrix(t, "six-lessons")), stats.Options{}); err == nil {
		t.Error("no error")
	}
}

func TestEstimate(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	for _, c := range within.Coefficients {
		var first stats.Result
		for name, o := range map[string]stats.Options{
			"items": {}, "lessons": {Unit: stats.ByLesson}, "bootstrap": {Bootstrap: 50}, "tested": {TestValue: .5},
		} {
			got := estimate(t, m, c.ID, o)
			value, lower, upper := got.Value.Or(-9), got.Lower.Or(-9), got.Upper.Or(-9)
			if !(lower < value && value < upper && upper <= 1) || !got.P.OK() {
				t.Errorf("%s by %s: %v in (%v, %v), p %v", c.ID, name, value, got.Lower, got.Upper, got.P)
			}
			if first.ID == "" {
				first = got
			}
			if got.Value != first.Value || got.Items != 48 || got.Raters != 8 {
				t.Errorf("%s by %s: %+v", c.ID, name, got)
			}
		}
	}
	alone := estimate(t, ref.Matrix(t, "one-lesson"), "rwg_j", stats.Options{Unit: stats.ByLesson})
	check.Absent(t, "lower limit of one lesson", alone.Lower, stats.TooFewItems)
	check.Absent(t, "nobody twice", estimate(t, rating.NewMatrix([][]float64{{1}, {2}}), "rwg_j", stats.Options{}).Value, stats.NoPairs)
}

func TestEveryCoefficientIsDocumented(t *testing.T) {
	for _, c := range within.Coefficients {
		d := c.Doc
		if c.ID == "" || c.Name == "" || d.What == "" || len(d.Formula) == 0 || d.Assumes == "" ||
			d.Misleads == "" || d.Missing == "" || d.Kin == "" || len(d.References) == 0 {
			t.Errorf("%s: %+v", c.ID, d)
		}
	}
	if _, err := catalog.Lookup("rwg"); err == nil {
		t.Error("found a coefficient that there is not")
	}
}

func BenchmarkItem(b *testing.B) {
	x := []float64{1, 2, 2, 3, 3, 3, 4, 4, 2, 3, 3, 1}
	for b.Loop() {
		within.RWG(x, four)
		within.AverageDeviation(x)
		within.AWG(x, four)
	}
}

func BenchmarkSimulate(b *testing.B) {
	sizes := []int{12, 12, 12, 12, 12, 12, 12, 12, 12, 12}
	for b.Loop() {
		if _, err := within.Simulate(b.Context(), sizes, four, 0, 1, 0); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEstimate(b *testing.B) {
	m := ref.Matrix(b, "sparse")
	for b.Loop() {
		estimate(b, m, "rwg_star_j", stats.Options{Unit: stats.ByLesson})
	}
}

func TestItems(t *testing.T) {
	nan := math.NaN()
	m := rating.NewMatrix([][]float64{{2, 2, 3, 3, 3, 4}, {1, nan, 2, nan, 2, nan}, {nan, 3, nan, nan, nan, nan}}, four...)
	items, err := within.Items(t.Context(), m, stats.Options{Seed: 2})
	if err != nil {
		t.Fatal(err)
	}
	x := []float64{2, 2, 3, 3, 3, 4}
	mean, median := within.AverageDeviation(x)
	want := exact(6, [3]float64{stat.Variance(x, nil), mean.Or(0), median.Or(0)})
	check.Near(t, "rwg", items[0].RWG, within.RWG(x, four).Or(0), 0)
	check.Near(t, "awg", items[0].AWG, within.AWG(x, four).Or(0), 0)
	check.Near(t, "its p", items[0].P, want[0], .02)
	check.Near(t, "p of AD_M", items[0].ADMeanP, want[1], .02)
	check.Near(t, "p of AD_Md", items[0].ADMedianP, want[2], .02)
	if items[1].Ratings != 3 || !items[1].P.OK() {
		t.Errorf("item of three ratings: %+v", items[1])
	}
	check.Absent(t, "rwg of one rating", items[2].RWG, stats.NoPairs)
	check.Absent(t, "its p", items[2].P, stats.NoPairs)
	items, err = within.Items(t.Context(), rating.NewMatrix([][]float64{{2, 2}}), stats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	check.Absent(t, "p on one level", items[0].ADMeanP, stats.NoVariation)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := within.Items(ctx, m, stats.Options{}); err == nil {
		t.Error("no error")
	}
}
