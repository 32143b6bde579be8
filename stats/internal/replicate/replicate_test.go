package replicate_test

import (
	"context"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/internal/replicate"
	"github.com/cb401426/calibrate/stats/rating"
)

// itemMean is the mean over items of their mean rating.
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
		sum += m.Values()[level] / float64(len(levels))
	}
	return sum
}

// The jackknife's error of a mean is its usual standard error.
func TestJackknifeOfAMean(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	units := replicate.Units(m, false)
	r, err := replicate.Jackknife(t.Context(), m, units, 1, 0, itemMean)
	if err != nil {
		t.Fatal(err)
	}
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
	got := r.Jackknifed(0)
	if want := math.Sqrt(ss / (n * (n - 1))); math.Abs(got.SE-want) > 1e-12 || got.DF != n-1 {
		t.Errorf("SE = %v with %v degrees of freedom, want %v with %v", got.SE, got.DF, want, n-1)
	}
}

func TestUnits(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	units := replicate.Units(m, true)
	if len(units) != 6 {
		t.Fatalf("%d lessons, want 6", len(units))
	}
	rows := slices.Concat(units...)
	slices.Sort(rows)
	if len(slices.Compact(rows)) != m.Items() {
		t.Error("the lessons do not hold each item once")
	}
}

// Many units are left out in groups, each once.
func TestJackknifeOfManyUnits(t *testing.T) {
	scores := make([][]float64, 3*replicate.MaxGroups+7)
	for i := range scores {
		scores[i] = []float64{float64(i % 4), 1}
	}
	m := rating.NewMatrix(scores, 0, 1, 2, 3)
	out := 0
	r, err := replicate.Jackknife(t.Context(), m, replicate.Units(m, false), 1, 1,
		func(d *rating.Matrix) []stats.Number {
			out += m.Items() - d.Items()
			return itemMean(d)
		})
	if err != nil || len(r) != replicate.MaxGroups || out != m.Items() {
		t.Errorf("%d replicates left out %d of %d, error %v", len(r), out, m.Items(), err)
	}
}

func TestBootstrapIsTheSameForAnyWorkers(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	units := replicate.Units(m, true)
	var first replicate.Replicates
	for _, workers := range []int{1, 2, 7} {
		r, err := replicate.Bootstrap(t.Context(), m, units, 50, 9, workers, itemMean)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = r
		}
		if diff := cmp.Diff(first, r, cmp.AllowUnexported(stats.Number{})); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
	s := first.Bootstrapped(0)
	if s.SE <= 0 || s.Quantile(.5) < s.Quantile(.025) || s.Quantile(.5) > s.Quantile(.975) {
		t.Errorf("spread = %+v", s)
	}
}

func TestSpreadThatThereIsNot(t *testing.T) {
	none, one := stats.None(stats.NoPairs), stats.Of(1)
	for name, tc := range map[string]struct {
		figures []stats.Number
		want    stats.Reason
	}{
		"one":      {[]stats.Number{one}, stats.TooFewItems},
		"unstable": {[]stats.Number{one, none, one}, stats.Unstable},
		"flat":     {[]stats.Number{one, one, one}, stats.NoSpread},
	} {
		var r replicate.Replicates
		for _, n := range tc.figures {
			r = append(r, []stats.Number{n})
		}
		if got := r.Jackknifed(0); got.Why != tc.want {
			t.Errorf("%s: jackknife %q, want %q", name, got.Why, tc.want)
		}
		if got := r.Bootstrapped(0); got.Why != tc.want {
			t.Errorf("%s: bootstrap %q, want %q", name, got.Why, tc.want)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	m := ref.Matrix(t, "six-lessons")
	if _, err := replicate.Bootstrap(ctx, m, replicate.Units(m, false), 10, 1, 0, itemMean); err == nil {
		t.Error("no error")
	}
}
