package benchmark_test

import (
	"math"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/internal/check"
)

func TestBenchmarksAreListed(t *testing.T) {
	for _, b := range benchmark.All {
		if found, err := benchmark.Lookup(b.ID); err != nil || found != b {
			t.Errorf("%s: %v", b.ID, err)
		}
		if _, err := benchmark.Custom(b.Bands...); err != nil || b.Source == "" || b.Name == "" {
			t.Errorf("%s: %v, source %q", b.ID, err, b.Source)
		}
	}
	if _, err := benchmark.Lookup("x"); err == nil {
		t.Error("no error")
	}
	for _, bands := range [][]benchmark.Band{
		nil,
		{{Name: "a", From: 0.5}},
		{{Name: "a", From: 0.5}, {Name: "b", From: 0.5}, {Name: "c", From: -1}},
	} {
		if _, err := benchmark.Custom(bands...); err == nil {
			t.Errorf("%v: no error", bands)
		}
	}
}

func TestPlace(t *testing.T) {
	lk, _ := benchmark.Lookup("landis_koch")
	r := stats.Result{Value: stats.Of(0.65), SE: stats.Of(0.1), DF: stats.None(stats.NotApplicable)}
	p := lk.Place(r, 0.95)
	if p.ByPoint != "substantial" || p.ByProbability != "moderate" {
		t.Errorf("by point %s, by probability %s", p.ByPoint, p.ByProbability)
	}
	// P(κ > .4) within [−1, 1], normal.
	n := distuv.Normal{Mu: 0.65, Sigma: 0.1}
	want := (n.CDF(1) - n.CDF(0.4)) / (n.CDF(1) - n.CDF(-1))
	check.Near(t, "probability", p.Probability, want, 1e-12)
	var sum float64
	for _, x := range p.Probabilities {
		sum += x
	}
	if math.Abs(sum-1) > 1e-12 || len(p.Probabilities) != len(lk.Bands) {
		t.Errorf("probabilities %v", p.Probabilities)
	}
	// Five lessons are less sure than infinitely many.
	r.DF = stats.Of(4)
	if q := lk.Place(r, 0.95); !(q.Probability.Or(1) < p.Probability.Or(0)) && q.ByProbability == p.ByProbability {
		t.Errorf("with t of 4: %v %s", q.Probability, q.ByProbability)
	}
	if p := lk.Place(stats.Result{Value: stats.Of(-0.2), SE: stats.None(stats.TooFewItems)}, 0.95); p.ByPoint != "poor" ||
		p.Probability.Reason() != stats.TooFewItems || p.ByProbability != "" {
		t.Errorf("without an error: %+v", p)
	}
	if p := lk.Place(stats.Result{Value: stats.None(stats.NoPairs), SE: stats.None(stats.NoPairs)}, 0.95); p.ByPoint != "" {
		t.Errorf("without a value: %+v", p)
	}
	census := stats.Result{Value: stats.Of(0.7), SE: stats.Of(0), Lower: stats.Of(0.7), Upper: stats.Of(0.7)}
	if p := lk.Place(census, 0.95); p.ByProbability != "substantial" || p.Probability.Or(0) != 1 {
		t.Errorf("of a whole population: %+v", p)
	}
	perfect := stats.Result{Value: stats.Of(1), SE: stats.Of(0), Lower: stats.None(stats.NoDisagreement)}
	if p := lk.Place(perfect, 0.95); p.ByPoint != "almost perfect" || p.Probability.Reason() != stats.NoDisagreement {
		t.Errorf("perfect: %+v", p)
	}
}
