package within_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/within"
)

func TestCommonestByChance(t *testing.T) {
	for _, test := range []struct {
		name string
		p    []float64
		n    int
		want float64
	}{
		{"two coins: one pair of four equal, else one of two", []float64{0.5, 0.5}, 2, 0.75},
		{"three coins: all equal in 2 of 8, else two of three", []float64{0.5, 0.5}, 3, 0.25 + 0.75*2/3},
		{"two of three equal levels: equal in 1 of 3", []float64{1. / 3, 1. / 3, 1. / 3}, 2, 1./3 + 2./3/2},
		{"one level alone", []float64{0, 1, 0}, 9, 1},
	} {
		got, ok := within.CommonestByChance(test.p, test.n).Value()
		if !ok || math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, want %v", test.name, got, test.want)
		}
	}
	if why := within.CommonestByChance([]float64{1}, 1).Reason(); why != stats.NoPairs {
		t.Errorf("one rating: %s", why)
	}
	if why := within.CommonestByChance([]float64{1}, 101).Reason(); why != stats.TooLarge {
		t.Errorf("101 ratings: %s", why)
	}
}

// The law agrees with dice, to four standard errors.
func TestCommonestByChanceOfDice(t *testing.T) {
	const rounds = 20_000
	rng := rand.New(rand.NewPCG(1, 2))
	p := []float64{0.1, 0.35, 0.4, 0.15}
	for _, n := range []int{9, 25, 100} {
		sum, squares := 0.0, 0.0
		for range rounds {
			counts, top := [4]int{}, 0
			for range n {
				at, u := 0, rng.Float64()
				for u > p[at] && at < len(p)-1 {
					u -= p[at]
					at++
				}
				counts[at]++
				top = max(top, counts[at])
			}
			v := float64(top) / float64(n)
			sum += v
			squares += v * v
		}
		mean := sum / rounds
		se := math.Sqrt((squares/rounds - mean*mean) / rounds)
		if got := within.CommonestByChance(p, n).Or(0); math.Abs(got-mean) > 4*se {
			t.Errorf("%d ratings: %v, dice give %v ± %v", n, got, mean, se)
		}
	}
}
