package variance

import (
	"math/rand/v2"
	"testing"
)

// Benchmarks by size: lessons × indicators × raters, the raters of each
// lesson, and the share of their ratings that are missing.
func BenchmarkREML(b *testing.B) {
	for _, c := range []struct {
		name    string
		team    team
		raters  int
		missing float64
	}{
		{"6x8x8", team{6, 8, 8, ordinary}, 8, 0},
		{"30x5x40", team{30, 5, 40, ordinary}, 40, 0},
		{"30x5x40/gaps=0.05", team{30, 5, 40, ordinary}, 40, .05},
		{"30x5x40/seen=5/gaps=0.05", team{30, 5, 40, ordinary}, 5, .05},
		{"30x5x40/seen=5/gaps=0.5", team{30, 5, 40, ordinary}, 5, .5},
		{"30x20x300/gaps=0.05", team{30, 20, 300, ordinary}, 300, .05},
		{"200x20x300/seen=5", team{200, 20, 300, ordinary}, 5, 0},
		{"200x20x300/seen=5/gaps=0.05", team{200, 20, 300, ordinary}, 5, .05},
		{"200x20x300/seen=5/gaps=0.15", team{200, 20, 300, ordinary}, 5, .15},
	} {
		b.Run(c.name, func(b *testing.B) {
			rng := rand.New(rand.NewPCG(3, 1))
			seen := map[[2]int]bool{}
			for l := range c.team.lessons {
				for _, r := range rng.Perm(c.team.raters)[:c.raters] {
					seen[[2]int{l, r}] = true
				}
			}
			t := c.team.table(rng, func(l, _, r int) bool {
				return seen[[2]int{l, r}] && rng.Float64() >= c.missing
			})
			for b.Loop() {
				f, err := Decompose(b.Context(), t, Options{})
				if err != nil || !f.Converged {
					b.Fatal(err, f.Reason)
				}
				b.ReportMetric(float64(f.Iterations), "iterations")
			}
		})
	}
}
