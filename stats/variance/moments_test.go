package variance

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"

	"github.com/cb401426/calibrate/stats/rating"
)

// On balanced data moments are REML's estimates, where those are inside the
// bounds.
func TestMomentsAreREMLWhereBalanced(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	compared := 0
	for range 20 {
		table := team{6, 5, 7, ordinary}.table(rng, nil)
		reml, moments := fitBy(t, table, Likelihood), fitBy(t, table, Moments)
		inside := true
		for _, c := range reml.Components {
			inside = inside && !c.AtZero
		}
		if !inside {
			continue
		}
		compared++
		for i, c := range reml.Components {
			if got := moments.Components[i].Value.Or(-1); math.Abs(got-c.Value.Or(0)) > 1e-6 {
				t.Errorf("%s: moments %v, REML %v", c.Name, got, c.Value)
			}
			a, _ := moments.Components[i].SE.Value()
			b, _ := c.SE.Value()
			if math.Abs(a/b-1) > 0.25 {
				t.Errorf("%s: error by moments %v, by REML %v", c.Name, a, b)
			}
		}
		for i, e := range reml.Effects(IndicatorRater) {
			if got := moments.Effects(IndicatorRater)[i].Value; math.Abs(got-e.Value) > 1e-4 {
				t.Fatalf("effect %d: moments %v, REML %v", i, got, e.Value)
			}
		}
	}
	if compared < 5 {
		t.Errorf("%d designs compared", compared)
	}
}

// fitBy fits a table by one of the methods.
func fitBy(t testing.TB, table *rating.Table, method string) *Fit {
	t.Helper()
	f, err := Decompose(t.Context(), table, Options{Method: method})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// On sparse data of which both can be had, moments lie near REML: within four
// of their own errors.
func TestMomentsAreNearREMLWhereSparse(t *testing.T) {
	rng, pick := rand.New(rand.NewPCG(3, 4)), rand.New(rand.NewPCG(5, 6))
	table := team{30, 8, 25, ordinary}.table(rng, func(l, i, r int) bool { return pick.Float64() < 0.4 })
	reml, moments := fitBy(t, table, Likelihood), fitBy(t, table, Moments)
	for i, c := range moments.Components {
		if far := math.Abs(c.Value.Or(0) - reml.Components[i].Value.Or(9)); far > 4*c.SE.Or(0) {
			t.Errorf("%s: moments %v ± %v, REML %v", c.Name, c.Value, c.SE, reml.Components[i].Value)
		}
		if lower, upper := c.Lower.Or(9), c.Upper.Or(-9); lower > c.Value.Or(0) || upper < c.Value.Or(0) {
			t.Errorf("%s: %v to %v do not hold %v", c.Name, lower, upper, c.Value)
		}
	}
	for _, s := range moments.Shares() {
		if s.Lower.Or(-1) < 0 || s.Upper.Or(2) > 1 {
			t.Errorf("share of %s: %+v", s.Term, s)
		}
	}
}

// The same ratings give the same figures, on any number of processors.
func TestMomentsAreTheSame(t *testing.T) {
	table := team{8, 5, 9, ordinary}.table(rand.New(rand.NewPCG(7, 8)), nil)
	first := fitBy(t, table, Moments)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if again := fitBy(t, table, Moments); first.Components[0] != again.Components[0] {
		t.Errorf("%+v, then %+v", first.Components[0], again.Components[0])
	}
}

func BenchmarkMoments(b *testing.B) {
	pick := rand.New(rand.NewPCG(3, 4))
	table := team{200, 10, 100, ordinary}.table(rand.New(rand.NewPCG(1, 2)), func(l, i, r int) bool { return (l*31+r*17)%10 == 0 && pick.Float64() < 0.97 })
	for b.Loop() {
		fitBy(b, table, Moments)
	}
}
