package latent_test

import (
	"context"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/latent"
)

func fit(t testing.TB, d *latent.Data, o latent.Options) *latent.Result {
	t.Helper()
	r, err := latent.Fit(context.Background(), d, o)
	if err != nil {
		t.Fatal(err)
	}
	if r.Reason != "" {
		t.Fatal(r.Reason)
	}
	return r
}

func near(t testing.TB, what string, got, want, tolerance float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tolerance) {
		t.Errorf("%s = %v, want %v ± %g", what, got, want, tolerance)
	}
}

func floats(t testing.TB, row string) []float64 {
	t.Helper()
	var values []float64
	for _, field := range strings.Fields(row) {
		v, err := strconv.ParseFloat(field, 64)
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, v)
	}
	return values
}

// panel draws ratings of items with known levels: rater g perceives a level
// less severity[g], with noise sd.
func panel(rng *rand.Rand, items int, prevalence, severity []float64, sd float64) (*latent.Data, []int) {
	d := &latent.Data{Items: items, Raters: len(severity), Values: []float64{1, 2, 3, 4}}
	truth := make([]int, items)
	for i := range items {
		u := rng.Float64()
		for k, p := range prevalence {
			if u -= p; u < 0 {
				truth[i] = k
				break
			}
		}
		for g, s := range severity {
			seen := math.Round(float64(truth[i]) - s + sd*rng.NormFloat64())
			d.Item, d.Rater = append(d.Item, int32(i)), append(d.Rater, int32(g))
			d.Level = append(d.Level, uint16(max(0, min(3, seen))))
		}
		d.Lesson = append(d.Lesson, int32(i))
	}
	return d, truth
}

var even = []float64{.1, .4, .4, .1}

// TestRecovery: levels and raters come out as they were planted.
func TestRecovery(t *testing.T) {
	severity := []float64{0, 0, 0.5, -0.5, 0, 0.3}
	d, truth := panel(rand.New(rand.NewPCG(1, 1)), 400, even, severity, 0.45)
	for _, kind := range []string{latent.OneCoin, latent.Ordinal, latent.DawidSkene} {
		r := fit(t, d, latent.Options{Kind: kind, Bootstrap: -1})
		right := 0.0
		for i, item := range r.Items {
			if item.Level == truth[i] {
				right++
			}
		}
		if share := right / 400; share < 0.91 {
			t.Errorf("%s: %.3f of the levels", kind, share)
		}
		if kind == latent.OneCoin {
			continue
		}
		for g := range severity {
			want, n := 0.0, 0.0
			for k, i := range d.Item {
				if int(d.Rater[k]) == g {
					want += float64(truth[i]) - float64(d.Level[k])
					n++
				}
			}
			near(t, kind+" severity", r.Raters[g].Severity.Value.Or(9), want/n, 0.08)
		}
	}
}

// TestSelection: few items choose a model of few parameters, and raters with
// severities choose the ordinal one.
func TestSelection(t *testing.T) {
	d, _ := panel(rand.New(rand.NewPCG(2, 1)), 150, even, []float64{0, 0.6, -0.6, 0.5, -0.5}, 0.4)
	r := fit(t, d, latent.Options{Bootstrap: -1})
	if r.Kind != latent.Ordinal || len(r.Compared) != 3 {
		t.Errorf("chose %s of %+v", r.Kind, r.Compared)
	}
}

// TestPrevalence: where nearly all items are one level, agreement by chance is
// high, and the rare level is still found where raters share it.
func TestPrevalence(t *testing.T) {
	d, truth := panel(rand.New(rand.NewPCG(3, 1)), 300, []float64{0, .05, .95, 0}, []float64{0, 0, 0, 0, 0}, 0.4)
	r := fit(t, d, latent.Options{Bootstrap: -1})
	found, there := 0, 0
	for i, level := range truth {
		if level == 1 {
			there++
			if r.Items[i].Level == 1 {
				found++
			}
		}
	}
	if found < there*3/4 {
		t.Errorf("%d of %d rare levels found", found, there)
	}
	near(t, "prevalence", r.Prevalence[2], 0.95, 0.03)
}

// TestOrderOfRows: ratings in another order give the same.
func TestOrderOfRows(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 1))
	d, _ := panel(rng, 60, even, []float64{0, 0.3, -0.3, 0}, 0.5)
	moved := *d
	moved.Item, moved.Rater, moved.Level = nil, nil, nil
	for _, n := range rng.Perm(len(d.Item)) {
		moved.Item, moved.Rater, moved.Level = append(moved.Item, d.Item[n]), append(moved.Rater, d.Rater[n]), append(moved.Level, d.Level[n])
	}
	for _, kind := range []string{latent.OneCoin, latent.Ordinal, latent.DawidSkene} {
		a := fit(t, d, latent.Options{Kind: kind, Bootstrap: -1})
		b := fit(t, &moved, latent.Options{Kind: kind, Bootstrap: -1})
		near(t, kind+" log likelihood", a.LogL, b.LogL, 1e-6)
		for i := range a.Items {
			near(t, kind+" probability", a.Items[i].Probability, b.Items[i].Probability, 1e-4)
		}
	}
}

// TestCoverage: intervals over items hold what was planted about as often as
// they say.
func TestCoverage(t *testing.T) {
	severity := []float64{0, 0.4, -0.4, 0, 0.2}
	planted := departures(severity)
	held, all := 0.0, 0.0
	for run := range uint64(8) {
		d, _ := panel(rand.New(rand.NewPCG(run, 5)), 80, even, severity, 0.5)
		r := fit(t, d, latent.Options{Kind: latent.Ordinal, Bootstrap: 50, Seed: run})
		for g, want := range planted {
			in := r.Raters[g].Severity
			if in.Lower.Or(9) <= want && want <= in.Upper.Or(-9) {
				held++
			}
			all++
		}
	}
	if share := held / all; share < 0.8 {
		t.Errorf("severity is held by %.2f of its intervals", share)
	}
}

// departures returns the severities in a panel of very many items, which the
// ends of the scale make smaller than those planted.
func departures(severity []float64) []float64 {
	d, truth := panel(rand.New(rand.NewPCG(99, 5)), 40000, even, severity, 0.5)
	means := make([]float64, len(severity))
	for n, i := range d.Item {
		means[d.Rater[n]] += (float64(truth[i]) - float64(d.Level[n])) / 40000
	}
	return means
}

// TestReasons: too little data is a reason, not a model.
func TestReasons(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 1))
	two, _ := panel(rng, 30, even, []float64{0, 0}, 0.4)
	few, _ := panel(rng, 9, even, []float64{0, 0, 0}, 0.4)
	one, _ := panel(rng, 30, even, []float64{0, 0, 0}, 0.4)
	clear(one.Lesson)
	flat, _ := panel(rng, 30, []float64{0, 1, 0, 0}, []float64{0, 0, 0}, 0.01)
	for why, d := range map[stats.Reason]*latent.Data{
		stats.NeedsThreeRaters: two, stats.TooFewItems: few, latent.OneLesson: one, stats.NoVariation: flat,
	} {
		r, err := latent.Fit(context.Background(), d, latent.Options{})
		if err != nil || r.Reason != why {
			t.Errorf("%v (%v), want %s", r, err, why)
		}
	}
	for _, o := range []latent.Options{{Kind: "two_coins"}, {Smoothing: -1}, {Confidence: 95}} {
		if _, err := latent.Fit(context.Background(), one, o); err == nil {
			t.Errorf("no error for %+v", o)
		}
	}
}
