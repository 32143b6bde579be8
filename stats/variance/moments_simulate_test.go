//go:build simulate

package variance

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
)

// How much is lost by moments where REML could be had: bias, errors and the
// coverage of the shares' intervals, side by side.
func TestSimulateMoments(t *testing.T) {
	const runs = 200
	for _, s := range []struct {
		team
		name  string
		share float64
	}{
		{team{60, 8, 30, ordinary}, "60 lessons × 8 × 30 raters, each lesson by 6", 0.2},
		{team{20, 8, 12, ordinary}, "20 lessons × 8 × 12 raters, each lesson by 6", 0.5},
		{team{24, 6, 15, ordinary}, "24 lessons × 6 × 15 raters, most by few of them", 0},
	} {
		sum := map[string][4]float64{} // bias and square of moments, then of REML
		held := map[string][2]int{}
		for run := range runs {
			rng := rand.New(rand.NewPCG(uint64(run), 1))
			pick := rand.New(rand.NewPCG(uint64(run), 2))
			seen := map[[2]int]bool{}
			table := s.table(rng, func(l, i, r int) bool {
				in, ok := seen[[2]int{l, r}]
				if !ok {
					share := s.share
					if share == 0 { // the first rate most lessons, the last a few
						share = 0.1 + 1/float64(1+r)
					}
					in = pick.Float64() < share
					seen[[2]int{l, r}] = in
				}
				return in
			})
			disagreement := 0.0
			for _, term := range []int{2, 4, 5, 6} {
				disagreement += s.sd[term] * s.sd[term]
			}
			truth := map[string]float64{
				Rater: s.sd[2] * s.sd[2] / disagreement, LessonRater: s.sd[4] * s.sd[4] / disagreement,
				IndicatorRater: s.sd[5] * s.sd[5] / disagreement, Residual: s.sd[6] * s.sd[6] / disagreement,
			}
			for k, method := range []string{Moments, Likelihood} {
				for _, share := range fitBy(t, table, method).Shares() {
					v, h := sum[share.Term], held[share.Term]
					d := share.Value.Or(0) - truth[share.Term]
					v[2*k] += d / runs
					v[2*k+1] += d * d / runs
					if share.Lower.Or(0) <= truth[share.Term] && truth[share.Term] <= share.Upper.Or(1) {
						h[k]++
					}
					sum[share.Term], held[share.Term] = v, h
				}
			}
		}
		fmt.Printf("\n%s (%d runs)\n| share of | moments: bias | error | coverage | REML: bias | error | coverage |\n|---|---|---|---|---|---|---|\n", s.name, runs)
		for _, term := range []string{Rater, LessonRater, IndicatorRater, Residual} {
			v, h := sum[term], held[term]
			fmt.Printf("| %s | %+.3f | %.3f | %.0f%% | %+.3f | %.3f | %.0f%% |\n", term,
				v[0], math.Sqrt(v[1]), 100*float64(h[0])/runs, v[2], math.Sqrt(v[3]), 100*float64(h[1])/runs)
		}
	}
}
