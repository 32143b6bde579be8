package gap_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
	"github.com/cb401426/calibrate/stats/inference"
)

// By hand, on 1-5: today 1 1 2 1 2 became 2 3 3 2 3, should be 4 throughout.
// Changes 1 2 1 1 1: mean 1.2, deviation .4472, error .2, t(4, .975) = 2.7764.
// t = 6, p = .003883 (P(|t| > 6), closed form for 4 degrees of freedom:
// x = 6/√40, p = 1 − 1.5 x + .5 x³).
func TestFollowByHand(t *testing.T) {
	four := of(4, 4, 4, 4, 4)
	before := gap.Dimension{Low: 1, High: 5, Is: of(1, 1, 2, 1, 2), Should: four}
	after := gap.Dimension{Low: 1, High: 5, Is: of(2, 3, 3, 2, 3), Should: four}
	f := gap.Follow(before, after, 0.95)
	near(t, "then", f.Before.Gap.Mean, 2.6, 1e-12)
	near(t, "now", f.After.Gap.Mean, 1.4, 1e-12)
	near(t, "change", f.Is.Value, 1.2, 1e-12)
	near(t, "lower", f.Is.Lower, 1.2-0.2*2.7764, 1e-4)
	x := 6 / math.Sqrt(40)
	near(t, "p", f.Is.P, 1-1.5*x+0.5*x*x*x, 1e-9)
	near(t, "gap", f.Gap.Value, -1.2, 1e-12)
	near(t, "goal", f.Should.Value, 0, 0)
	if got := gap.PathOf(f.Before.Gap.Mean, f.Is.Value, f.Is.P, 1); got != gap.Toward {
		t.Errorf("%s", got)
	}
	back := gap.Follow(after, before, 0.95)
	if got := gap.PathOf(back.Before.Gap.Mean, back.Is.Value, back.Is.P, 1); got != gap.Away {
		t.Errorf("backward: %s", got)
	}
	if few := gap.Follow(gap.Dimension{Low: 1, High: 5, Is: of(1, 1, 1, 1), Should: of(5, 5, 5, 5)},
		gap.Dimension{Low: 1, High: 5, Is: of(5, 5, 5, 5), Should: of(5, 5, 5, 5)}, 0.95); few.Is.P.OK() || !few.Is.Value.OK() {
		t.Errorf("four people are tested: %+v", few.Is)
	}
}

// Of seven dimensions of teams whose answers only waver, one moves in one of
// twenty teams at most, followed by name or not; a move of a step is found.
func TestFollowedTeams(t *testing.T) {
	const runs, dimensions = 200, 7
	for _, n := range []int{6, 12, 20} {
		for _, named := range []bool{true, false} {
			falsely, found := 0, 0
			r := rand.New(rand.NewPCG(uint64(n), 21))
			for range runs {
				var p, gaps, changes []stats.Number
				for d := range dimensions {
					w := worlds[r.IntN(len(worlds))]
					var before, after gap.Dimension
					before.Low, before.High, after.Low, after.High = 1, 5, 1, 5
					for person := range n {
						is, should, step := w.is(r, person), w.should(r, person), 0.0
						if d == 0 { // moves a step toward a goal two above
							is, should, step = 0.6+0.4*r.NormFloat64(), 2.6+0.4*r.NormFloat64(), 1
						}
						waver := func(v float64) stats.Number {
							return stats.Of(min(5, max(1, math.Round(1+v+0.4*r.NormFloat64()))))
						}
						before.Is, before.Should = append(before.Is, waver(is)), append(before.Should, waver(should))
						after.Is, after.Should = append(after.Is, waver(is+step)), append(after.Should, waver(should))
					}
					f := gap.Follow(before, after, 0.95)
					if !named {
						f = gap.FollowOthers(before, after, 0.95)
					}
					p, gaps, changes = append(p, f.Is.P), append(gaps, f.Before.Gap.Mean), append(changes, f.Is.Value)
				}
				values := make([]float64, len(p))
				for i := range p {
					values[i] = p[i].Or(1)
				}
				wrong := false
				for i, adjusted := range inference.Holm(values) {
					path := gap.PathOf(gaps[i], changes[i], stats.Of(adjusted), 1)
					if i == 0 && path == gap.Toward {
						found++
					}
					wrong = wrong || path != gap.NoTelling && i > 0 || path == gap.Away && i == 0
				}
				if wrong {
					falsely++
				}
			}
			least := map[int]float64{6: 0.15, 12: 0.85, 20: 0.95}[n]
			if share := float64(falsely) / runs; share > 0.05 {
				t.Errorf("%d people, named %v: a move in %.3f of teams that only waver", n, named, share)
			}
			if share := float64(found) / runs; named && share < least {
				t.Errorf("%d people: a step found in %.2f of teams", n, share)
			} else {
				t.Logf("%d people, named %v: false %.3f, found %.2f", n, named, float64(falsely)/runs, share)
			}
		}
	}
}
