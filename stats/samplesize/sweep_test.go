package samplesize_test

import (
	"flag"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/samplesize"
	"github.com/cb401426/calibrate/stats/weight"
)

// The same plans are tried in every run; -rapid.seed=0 draws others.
func init() { _ = flag.Set("rapid.seed", "1") }

// sweep plans any sample, of shares that cannot be and of values at the ends of
// their range: a number of two or more that is whole, or a reason.
func sweep(t *rapid.T) {
	from := func(what string, of ...float64) float64 { return rapid.SampledFrom(of).Draw(t, what) }
	margins := rapid.SampledFrom([][]float64{{.5, .5}, {.05, .40, .53, .02}, {1, 0}, {1}, nil, {.2, .2}, {math.NaN(), 1}, {1e-12, 1}}).Draw(t, "margins")
	m := samplesize.Model{Margins: margins, Weights: rapid.SampledFrom(append([]*weight.Scheme{nil}, weight.Schemes...)).Draw(t, "weights")}
	kappa, null := from("kappa", -1, -.2, 0, .4, .7, .999, 1), from("null", -1, 0, .4, .7, 1)
	half, confidence := from("half", 1e-6, .1, .5, 1, 0, -1), from("confidence", .5, .95, .999, 0, 1)
	power := from("power", .5, .8, .999, 0, 1)
	r := stats.Result{Value: stats.Of(kappa), SE: stats.Of(from("error", 0, 1e-9, .1, 2))}
	if rapid.Bool().Draw(t, "no error") {
		r.SE = stats.None(stats.NoDisagreement)
	}
	units := rapid.IntRange(0, 40).Draw(t, "units")
	for what, n := range map[string]stats.Number{
		"width":        m.ItemsForWidth(kappa, half, confidence),
		"test":         m.ItemsForTest(null, kappa, 1-confidence, power),
		"fit":          samplesize.ItemsForFit(from("share", 0, .1, .5, 1), null, kappa, 1-confidence, power),
		"like, width":  samplesize.UnitsForWidth(r, units, half, confidence),
		"like, a test": samplesize.UnitsForTest(r, units, null, 1-confidence, power),
	} {
		v, ok := n.Value()
		if ok && !(v >= 2 && v == math.Trunc(v) && !math.IsInf(v, 0)) || !ok && n.Reason() == "" {
			t.Errorf("%s: %v (%s)", what, n, n.Reason())
		}
	}
}

func TestSweep(t *testing.T) { rapid.Check(t, sweep) }

func FuzzSweep(f *testing.F) { f.Fuzz(rapid.MakeFuzz(sweep)) }
