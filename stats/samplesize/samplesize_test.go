package samplesize_test

import (
	"context"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/resample"
	"github.com/cb401426/calibrate/stats/samplesize"
)

func estimate(t *testing.T, m *rating.Matrix, id string, o stats.Options) stats.Result {
	t.Helper()
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Of(m, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// With that many items like these, the error times t is the half width.
func TestUnitsForWidth(t *testing.T) {
	r := estimate(t, ref.Matrix(t, "six-lessons"), "brennan_prediger", stats.Options{})
	half := r.Upper.Or(0) - r.Value.Or(0)
	check.Near(t, "the same width", samplesize.UnitsForWidth(r, 48, half*(1+1e-9), 0.95), 48, 0)
	n := samplesize.UnitsForWidth(r, 48, half/2, 0.95).Or(0)
	if n < 4*48-12 || n > 4*48 { // t comes down a little
		t.Errorf("half the width: %v items", n)
	}
	// (1.95996 + 0.84162) SE/(κ − null) is 1 where null is that far off.
	off := r.Value.Or(0) - (1.959963984540054+0.8416212335729143)*r.SE.Or(0)
	check.Near(t, "as many for a test", samplesize.UnitsForTest(r, 48, off*(1-1e-12), 0.05, 0.8), 48, 0)
	check.Absent(t, "against itself", samplesize.UnitsForTest(r, 48, r.Value.Or(0), 0.05, 0.8), stats.OutOfRange)
	check.Absent(t, "no error", samplesize.UnitsForTest(stats.Result{SE: stats.None(stats.OneItem)}, 5, 0, 0.05, 0.8), stats.OneItem)
	check.Absent(t, "flat", samplesize.UnitsForTest(stats.Result{SE: stats.Of(0)}, 5, 0, 0.05, 0.8), stats.NoSpread)
	check.Absent(t, "no error", samplesize.UnitsForWidth(stats.Result{SE: stats.None(stats.OneItem)}, 5, 0.1, 0.95), stats.OneItem)
	check.Absent(t, "flat", samplesize.UnitsForWidth(stats.Result{SE: stats.Of(0)}, 5, 0.1, 0.95), stats.NoSpread)
	check.Absent(t, "no width", samplesize.UnitsForWidth(r, 48, 0, 0.95), stats.OutOfRange)
	check.Absent(t, "too narrow", samplesize.UnitsForWidth(r, 48, 1e-6, 0.95), stats.OutOfRange)
}

// Under the model of two levels the large-sample variance times n is known in
// closed form: (1 − κ)[(1 − κ)(1 − 2κ) + κ(2 − κ)/(2p(1 − p))] (Bloch & Kraemer
// 1989, Biometrics 45, for the intraclass kappa, which it is here).
func TestItemsForWidth(t *testing.T) {
	for _, p := range []float64{0.5, 0.3, 0.1} {
		for _, k := range []float64{0, 0.4, 0.7} {
			v := (1 - k) * ((1-k)*(1-2*k) + k*(2-k)/(2*p*(1-p)))
			m := samplesize.Model{Margins: []float64{p, 1 - p}}
			check.Near(t, "items", m.ItemsForWidth(k, 0.1, 0.95), math.Ceil(1.959963984540054*1.959963984540054*v/0.01), 0)
		}
	}
}

// Power in simulation is what was planned for.
func TestPlannedPower(t *testing.T) {
	m := samplesize.Model{Margins: []float64{0.3, 0.7}}
	const null, alternative = 0.4, 0.7
	wald := m.ItemsForTest(null, alternative, 0.05, 0.8).Or(0)
	fit := samplesize.ItemsForFit(0.3, null, alternative, 0.05, 0.8).Or(0)
	if math.Abs(wald-fit) > 0.15*fit {
		t.Errorf("%v items by the one, %v by the other", wald, fit)
	}
	const files = 1500
	reject := 0.0
	rejected, err := resample.Run(context.Background(), resample.Plan{Replicates: files, Seed: 11},
		func() func(*rand.Rand) bool {
			return func(rng *rand.Rand) bool {
				r := estimate(t, drawTwo(rng, int(wald), 0.3, alternative), "cohen_kappa",
					stats.Options{TestValue: null})
				return r.P.Or(1) < 0.05 && r.Value.Or(0) > null
			}
		})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rejected {
		if r {
			reject++
		}
	}
	if power := reject / files; power < 0.75 || power > 0.92 {
		t.Errorf("power %.3f with %v items, planned .8", power, wald)
	}
}

// drawTwo draws ratings of two raters under the model: in the part kappa of
// items they give one level, else each draws their own.
func drawTwo(rng *rand.Rand, items int, p, kappa float64) *rating.Matrix {
	level := func() float64 {
		if rng.Float64() < p {
			return 1
		}
		return 2
	}
	scores := make([][]float64, items)
	for i := range scores {
		first := level()
		second := first
		if rng.Float64() >= kappa {
			second = level()
		}
		scores[i] = []float64{first, second}
	}
	return rating.NewMatrix(scores, 1, 2)
}

func TestPlanOutOfRange(t *testing.T) {
	m := samplesize.Model{Margins: []float64{1, 0}}
	check.Absent(t, "one level", m.ItemsForWidth(0.5, 0.1, 0.95), stats.OutOfRange)
	check.Absent(t, "one level", m.ItemsForTest(0.5, 0.6, 0.05, 0.8), stats.OutOfRange)
	check.Absent(t, "one level", samplesize.ItemsForFit(1, 0.5, 0.6, 0.05, 0.8), stats.OutOfRange)
	check.Absent(t, "no difference", samplesize.Model{Margins: []float64{0.5, 0.5}}.ItemsForTest(0.5, 0.5, 0.05, 0.8), stats.OutOfRange)
	check.Absent(t, "no difference", samplesize.ItemsForFit(0.5, 0.5, 0.5, 0.05, 0.8), stats.OutOfRange)
}
