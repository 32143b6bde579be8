package resample_test

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
	"github.com/cb401426/calibrate/stats/resample"
)

// spatial is the spatial test data, column A, of Efron & Tibshirani 1993,
// table 14.1.
var spatial = []float64{
	48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6,
	0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41,
}

// plugInVariance is Σ t(x − x̄)²/Σ t.
func plugInVariance(xs, times []float64) stats.Number {
	var n, mean, squares float64
	for i, x := range xs {
		n += times[i]
		mean += times[i] * x
	}
	mean /= n
	for i, x := range xs {
		squares += times[i] * (x - mean) * (x - mean)
	}
	return stats.Of(squares / n)
}

func bootstrap(t *testing.T, p resample.Plan) []stats.Number {
	t.Helper()
	of := make([]int32, len(spatial))
	for i := range of {
		of[i] = int32(i)
	}
	units := resample.Units(of, len(of))
	values, err := resample.Run(context.Background(), p, func() func(*rand.Rand) stats.Number {
		times := make([]float64, len(spatial))
		return func(rng *rand.Rand) stats.Number {
			units.Draw(rng, times)
			return plugInVariance(spatial, times)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	return values
}

// Efron & Tibshirani 1993, tables 14.2 and 14.3: variance
// 171.5, a = .061, z_0 = .146, and 90% limits of (100.8, 233.9) by percentile
// and (115.8, 259.6) by BCa, from 2000 replicates of their own:
// a limit of theirs has a Monte Carlo error of about 2.
func TestSpatial(t *testing.T) {
	all := make([]float64, len(spatial))
	for i := range all {
		all[i] = 1
	}
	estimate := plugInVariance(spatial, all).Or(0)
	within(t, "variance", estimate, 171.5, 0.05)

	without := make([]stats.Number, len(spatial))
	for i := range spatial {
		all[i] = 0
		without[i] = plugInVariance(spatial, all)
		all[i] = 1
	}
	jack, _ := inference.Jackknife(without, nil)
	within(t, "acceleration", jack.Acceleration(), 0.061, 0.0005)

	r := resample.Collect(bootstrap(t, resample.Plan{Replicates: 20000, Seed: 1}))
	lower, upper := r.Percentile(0.9)
	within(t, "percentile lower", lower.Or(0), 100.8, 5)
	within(t, "percentile upper", upper.Or(0), 233.9, 5)
	lower, upper = r.BCa(estimate, jack.Acceleration(), 0.9)
	within(t, "BCa lower", lower.Or(0), 115.8, 5)
	within(t, "BCa upper", upper.Or(0), 259.6, 5)
	within(t, "P at the upper BCa limit", r.PBCa(upper.Or(0), estimate, jack.Acceleration()).Or(0), 0.1, 1e-3)
	lower, _ = r.Percentile(0.9)
	within(t, "P at the lower percentile limit", r.P(lower.Or(0)).Or(0), 0.1, 1e-3)
	within(t, "P far out", r.P(1e6).Or(0), 2.0/20001, 1e-9)
}

func within(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.Abs(got-want) > tolerance {
		t.Errorf("%s = %v, want %v ± %v", what, got, want, tolerance)
	}
}

func TestWorkersChangeNothing(t *testing.T) {
	want := bootstrap(t, resample.Plan{Replicates: 500, Seed: 7, Workers: 1})
	for _, workers := range []int{2, 3, 16} {
		got := bootstrap(t, resample.Plan{Replicates: 500, Seed: 7, Workers: workers})
		if !slices.Equal(got, want) {
			t.Errorf("%d workers give other replicates", workers)
		}
	}
	if got := bootstrap(t, resample.Plan{Replicates: 500, Seed: 8}); slices.Equal(got, want) {
		t.Error("another seed gives the same replicates")
	}
}

func TestRunCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := resample.Run(ctx, resample.Plan{Replicates: 100}, func() func(*rand.Rand) int {
		return func(*rand.Rand) int { return 0 }
	})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

func TestUndefined(t *testing.T) {
	values := make([]stats.Number, 100)
	for i := range values {
		values[i] = stats.Of(float64(i))
	}
	for i := range 5 {
		values[i] = stats.None(stats.NoVariation)
	}
	r := resample.Collect(values)
	if lower, _ := r.Percentile(0.95); !lower.OK() || r.Undefined != 5 || r.Count() != 100 {
		t.Errorf("at 5%%: %v, %d undefined", lower.Reason(), r.Undefined)
	}
	values[5] = stats.None(stats.NoVariation)
	r = resample.Collect(values)
	lower, upper := r.Percentile(0.95)
	for _, n := range []stats.Number{lower, upper, r.SE(), r.P(0)} {
		if n.Reason() != stats.Unstable {
			t.Errorf("above 5%%: %v %v", n, n.Reason())
		}
	}
	if e, why := inference.Jackknife(values, nil); why != stats.Unstable || e.Undefined != 6 {
		t.Errorf("jackknife: %v, %d undefined", why, e.Undefined)
	}
}

func TestFlat(t *testing.T) {
	r := resample.Collect([]stats.Number{stats.Of(2), stats.Of(2), stats.Of(2)})
	if lower, upper := r.Percentile(0.95); lower.Reason() != stats.NoSpread || upper.Reason() != stats.NoSpread {
		t.Errorf("limits %v %v", lower, upper)
	}
	if se, ok := r.SE().Value(); !ok || se != 0 {
		t.Errorf("se = %v", se)
	}
	if lower, _ := r.BCa(1, 0, 0.95); lower.OK() {
		t.Error("BCa limits though no replicate is below the estimate")
	}
}

// Means and variances of draws are a binomial's, on both sides of the change
// of algorithm.
func TestBinomial(t *testing.T) {
	for _, tt := range []struct {
		n int
		p float64
	}{{10, 0.3}, {5, 0.9}, {1000, 0.005}, {40, 0.25}, {100, 0.5}, {100000, 0.7}, {1 << 20, 1e-4}} {
		const draws = 40000
		rng := resample.Rand(3, tt.n)
		var sum, squares float64
		for range draws {
			x := float64(resample.Binomial(rng, tt.n, tt.p))
			if x < 0 || x > float64(tt.n) {
				t.Fatalf("%v: drew %v", tt, x)
			}
			sum += x
			squares += x * x
		}
		mean, variance := float64(tt.n)*tt.p, float64(tt.n)*tt.p*(1-tt.p)
		got := sum / draws
		within(t, "mean", got, mean, 4*math.Sqrt(variance/draws))
		within(t, "variance", squares/draws-got*got, variance, variance*0.05)
	}
	rng := resample.Rand(1, 1)
	if resample.Binomial(rng, 0, 0.5) != 0 || resample.Binomial(rng, 9, 0) != 0 || resample.Binomial(rng, 9, 1) != 9 {
		t.Error("no chance about 0 trials, p = 0 or p = 1")
	}
}

// The distribution function at every value, for BTRS.
func TestBinomialShape(t *testing.T) {
	const n, p, draws = 60, 0.3, 60000
	rng := resample.Rand(5, 0)
	var counts [n + 1]float64
	for range draws {
		counts[resample.Binomial(rng, n, p)]++
	}
	cdf, got := 0.0, 0.0
	term := math.Pow(1-p, n)
	for k := range counts {
		cdf += term
		got += counts[k] / draws
		if math.Abs(got-cdf) > 1.95/math.Sqrt(draws) { // Kolmogorov at .001
			t.Errorf("P(X ≤ %d) = %.4f, want %.4f", k, got, cdf)
		}
		term *= p / (1 - p) * float64(n-k) / float64(k+1)
	}
}

// Both ways to draw units keep the number of units and the mean of each
// pattern's count.
func TestUnits(t *testing.T) {
	for _, units := range []int{50, 1000} {
		of := make([]int32, units)
		for i := range of {
			of[i] = int32(i % 10 % 3)
		}
		want := make([]float64, 3)
		for _, p := range of {
			want[p]++
		}
		s := resample.Units(of, 3)
		times, mean := make([]float64, 3), make([]float64, 3)
		const draws = 4000
		for i := range draws {
			s.Draw(resample.Rand(2, i), times)
			if got := times[0] + times[1] + times[2]; got != float64(units) {
				t.Fatalf("drew %v of %d units", got, units)
			}
			for p, n := range times {
				mean[p] += n / draws
			}
		}
		for p := range want {
			within(t, "mean count", mean[p], want[p], 4*math.Sqrt(float64(units)/4/draws))
		}
	}
}

func TestClusters(t *testing.T) {
	s := resample.Clusters([]int{0, 2, 4}, []int32{0, 0, 1, 2})
	times := make([]float64, 3)
	for i := range 50 {
		s.Draw(resample.Rand(4, i), times)
		if times[0]+times[1]+times[2] != 4 || times[1] != times[2] || math.Mod(times[0], 2) != 0 {
			t.Fatalf("a cluster came apart: %v", times)
		}
	}
}

// Many clusters are drawn as often as few: with mean 1 and variance 1 − 1/n
// each, and any two alike with covariance −1/n. Cluster c is told by its place:
// its pattern says in which leaves it is.
func TestManyClusters(t *testing.T) {
	const clusters, draws = 2200, 4000
	for name, units := range map[string]int{"listed": 1, "packed": 5} {
		start, of := make([]int, 1, clusters+1), []int32{}
		for c := range clusters {
			for range units { // of one pattern: a cluster in the first, middle or last leaf
				of = append(of, int32(min(c/1000, 2)))
			}
			start = append(start, len(of))
		}
		s := resample.Clusters(start, of)
		times := make([]float64, 3)
		var mean, squares, product [3]float64
		for i := range draws {
			s.Draw(resample.Rand(6, i), times)
			var sum float64
			for p, n := range times {
				n /= float64(units)
				sum += n
				of := []float64{1000, 1000, 200}[p]
				mean[p] += n / of / draws
				squares[p] += (n - of) * (n - of) / draws
				next := []float64{1000, 200, 1000}[p]
				product[p] += (n - of) * (times[(p+1)%3]/float64(units) - next) / draws
			}
			if sum != clusters {
				t.Fatalf("%s: drew %v clusters", name, sum)
			}
		}
		for p, of := range []float64{1000, 1000, 200} {
			share := of / clusters
			next := []float64{1000, 200, 1000}[p] / clusters
			variance := clusters * share * (1 - share)
			within(t, name+": mean", mean[p], 1, 4*math.Sqrt(variance/draws)/of)
			within(t, name+": variance", squares[p]/variance, 1, 5*math.Sqrt(2.0/draws))
			within(t, name+": covariance", product[p]/(-clusters*share*next), 1, 0.25)
		}
	}
}

// Replicates that are drawn together are those that are drawn alone, on any
// number of workers.
func TestDraws(t *testing.T) {
	for name, units := range map[string]int{"listed": 1, "packed": 40} {
		start, of := make([]int, 1), []int32{}
		for c := range 1500 {
			for i := range units {
				of = append(of, int32((c*7+i*c)%11))
			}
			start = append(start, len(of))
		}
		s := resample.Clusters(start, of)
		for _, workers := range []int{0, 1, 3} {
			got, err := resample.Draws(t.Context(), resample.Plan{Replicates: 70, Seed: 4, Workers: workers}, s, 11)
			if err != nil {
				t.Fatal(err)
			}
			want := make([]float64, 11)
			for i, times := range got {
				s.Draw(resample.Rand(4, i), want)
				if !slices.Equal(times, want) {
					t.Fatalf("%s: replicate %d is %v, want %v", name, i, times, want)
				}
			}
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := resample.Draws(ctx, resample.Plan{Replicates: 5}, resample.Units([]int32{0}, 1), 1); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// Each cluster of a full leaf is as likely as any, whichever way it is kept.
func TestEachCluster(t *testing.T) {
	const clusters, draws = 1024, 300
	start, of := make([]int, 1, clusters+1), []int32{}
	for c := range clusters {
		for range 300 {
			of = append(of, int32(c%600))
		}
		start = append(start, len(of))
	}
	s := resample.Clusters(start, of)
	times, mean := make([]float64, 600), make([]float64, 600)
	for i := range draws {
		s.Draw(resample.Rand(9, i), times)
		for p, n := range times {
			mean[p] += n / 300 / draws
		}
	}
	for p := range mean {
		want := 1.0
		if p < clusters-600 {
			want = 2
		}
		within(t, "mean", mean[p], want, 5*math.Sqrt(want/draws))
	}
}

// A generator is the replicate's own: golden, so that a seed keeps its
// meaning from version to version.
func TestRandGolden(t *testing.T) {
	var got []uint64
	for i := range 3 {
		got = append(got, resample.Rand(1, i).Uint64()%1000)
	}
	if diff := cmp.Diff([]uint64{196, 796, 221}, got); diff != "" {
		t.Error(diff)
	}
}
