package inference_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
)

// itemMean is the mean over items of their mean rating, in part of the scale.
func itemMean(m *rating.Matrix) []stats.Number {
	sum := 0.0
	for i := range m.Items() {
		sum += mean(m, i) / float64(m.Items())
	}
	return []stats.Number{stats.Of(sum)}
}

func mean(m *rating.Matrix, i int) float64 {
	_, levels := m.Row(i)
	sum := 0.0
	for _, level := range levels {
		sum += m.Values()[level] / float64(len(levels)) / 5
	}
	return sum
}

func surround(t *testing.T, m *rating.Matrix, o stats.Options, f inference.Statistic) stats.Result {
	t.Helper()
	o = o.WithDefaults()
	r, err := inference.Run(t.Context(), m, o, f)
	if err != nil {
		t.Fatal(err)
	}
	return r.Spread(0, o).Around(stats.Result{Value: f(m)[0]}, inference.Range{Least: -1, Most: 1}, o)
}

// The jackknife's error of a mean is its usual standard error; the limits are
// Student's t.
func TestJackknifeOfAMean(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	var x []float64
	for i := range m.Items() {
		x = append(x, mean(m, i))
	}
	n, centre, ss := float64(len(x)), 0.0, 0.0
	for _, v := range x {
		centre += v / n
	}
	for _, v := range x {
		ss += (v - centre) * (v - centre)
	}
	want := math.Sqrt(ss / (n * (n - 1)))
	got := surround(t, m, stats.Options{}, itemMean)
	if math.Abs(got.SE.Or(0)-want) > 1e-12 || got.DF.Or(0) != n-1 || got.Method != "jackknife" {
		t.Errorf("%+v, want SE %v with %v degrees of freedom", got, want, n-1)
	}
	// The .975 quantile of t with 47 degrees of freedom is 2.0117.
	if half := (got.Upper.Or(0) - got.Lower.Or(0)) / 2; math.Abs(half/want-2.0117) > 1e-4 {
		t.Errorf("limits %v, %v", got.Lower, got.Upper)
	}
	normal := surround(t, m, stats.Options{Interval: stats.Normal}, itemMean)
	if half := (normal.Upper.Or(0) - normal.Lower.Or(0)) / 2; math.Abs(half/want-1.95996) > 1e-4 {
		t.Errorf("normal limits %v, %v", normal.Lower, normal.Upper)
	}
	for name, o := range map[string]stats.Options{
		"percentile": {Bootstrap: 4000}, "BCa": {Bootstrap: 4000, BootstrapMethod: stats.BCa},
	} {
		got := surround(t, m, o, itemMean)
		half := (got.Upper.Or(0) - got.Lower.Or(0)) / 2
		if math.Abs(got.SE.Or(0)/want-1) > .05 || math.Abs(half/want-1.94) > .1 || got.P.Or(1) > .001 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

func TestUnits(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	units := inference.Units(m, true)
	if len(units) != 6 {
		t.Fatalf("%d lessons, want 6", len(units))
	}
	rows := slices.Concat(units...)
	slices.Sort(rows)
	if len(slices.Compact(rows)) != m.Items() {
		t.Error("the lessons do not hold each item once")
	}
}

// Many units are left out in groups, each once, which moves the error little.
func TestJackknifeOfManyUnits(t *testing.T) {
	scores := make([][]float64, 1007)
	for i := range scores {
		scores[i] = []float64{float64(i % 4), 1}
	}
	m := rating.NewMatrix(scores, 0, 1, 2, 3)
	out := 0
	got := surround(t, m, stats.Options{Workers: 1}, func(d *rating.Matrix) []stats.Number {
		out += m.Items() - d.Items()
		return itemMean(d)
	})
	want := math.Sqrt(1.25/4) / 5 / math.Sqrt(1007)
	if got.Replicates != 200 || out != m.Items() || math.Abs(got.SE.Or(0)/want-1) > .15 {
		t.Errorf("%d replicates left out %d of %d, SE %v, want %v", got.Replicates, out, m.Items(), got.SE, want)
	}
}

func TestTheSameForAnyWorkers(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	var first stats.Result
	for _, workers := range []int{1, 2, 7} {
		got := surround(t, m, stats.Options{Unit: stats.ByLesson, Bootstrap: 50, Seed: 9, Workers: workers}, itemMean)
		if workers == 1 {
			first = got
		}
		if diff := cmp.Diff(first, got, cmp.AllowUnexported(stats.Number{})); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
}

func TestErrorThatThereIsNot(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	always := func(n stats.Number) inference.Statistic {
		return func(*rating.Matrix) []stats.Number { return []stats.Number{n} }
	}
	unstable := func(d *rating.Matrix) []stats.Number {
		if d != m && d.Cluster(0) != 0 {
			return []stats.Number{stats.None(stats.NoPairs)}
		}
		return itemMean(d)
	}
	for name, tc := range map[string]struct {
		m    *rating.Matrix
		f    inference.Statistic
		want stats.Reason
	}{
		"no value":     {m, always(stats.None(stats.OneItem)), stats.OneItem},
		"always one":   {m, always(stats.Of(1)), stats.NoDisagreement},
		"always half":  {m, always(stats.Of(.5)), stats.NoSpread},
		"one item":     {m.Take([]int{0}), itemMean, stats.TooFewItems},
		"often absent": {m, unstable, stats.Unstable},
	} {
		for _, o := range []stats.Options{{Unit: stats.ByLesson}, {Unit: stats.ByLesson, Bootstrap: 40}} {
			got := surround(t, tc.m, o, tc.f)
			if got.Lower.OK() || got.Lower.Reason() != tc.want {
				t.Errorf("%s: lower limit %v (%s), want %s", name, got.Lower, got.Lower.Reason(), tc.want)
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, o := range []stats.Options{{}, {Bootstrap: 10}} {
		if _, err := inference.Run(ctx, ref.Matrix(t, "six-lessons"), o, itemMean); err == nil {
			t.Error("no error")
		}
	}
}
