package gap_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/gap"
)

// of returns answers; NaN is none.
func of(x ...float64) []stats.Number {
	answers := make([]stats.Number, len(x))
	for i, v := range x {
		answers[i] = stats.Of(v)
	}
	return answers
}

func near(t *testing.T, what string, got stats.Number, want, within float64) {
	t.Helper()
	if v, ok := got.Value(); !ok || math.Abs(v-want) > within {
		t.Errorf("%s: %v, want %v", what, got, want)
	}
}

// By hand: answers 1 2 2 4. Differences 1 1 3 0 2 2, sum 9, over 6 pairs 1.5.
// Without the 1 4/3, without a 2 twice 2, without the 4 2/3; their squares about
// 1.5 add up to 11/9, times 3/4.
func TestSpreadByHand(t *testing.T) {
	spread, deviation := gap.Spread([]float64{4, 2, 1, 2}, 1)
	near(t, "spread", spread, 1.5, 1e-12)
	near(t, "error", deviation, math.Sqrt(0.75*11.0/9), 1e-12)
	for _, few := range [][]float64{nil, {3}} {
		if s, _ := gap.Spread(few, 1); s.OK() {
			t.Errorf("the spread of %v is %v", few, s)
		}
	}
	if _, e := gap.Spread([]float64{1, 2}, 1); e.OK() {
		t.Errorf("the error of two answers is %v", e)
	}
}

// By hand: gaps 2 1 2 2 1 on a scale of 1-5. Mean 1.6, deviation .5477,
// t(4, .975) = 2.7764, half-width .6801.
func TestMeasureByHand(t *testing.T) {
	d := gap.Dimension{Low: 1, High: 5, Is: of(2, 2, 2, 1, 2), Should: of(4, 3, 4, 3, 3)}
	m := d.Measure(0.95)
	near(t, "mean gap", m.Gap.Mean, 1.6, 1e-12)
	near(t, "lower", m.Gap.Lower, 1.6-0.6801, 1e-4)
	near(t, "upper", m.Gap.Upper, 1.6+0.6801, 1e-4)
	near(t, "more", m.Gap.More, 1, 0)
	near(t, "median", m.Is.Median, 2, 0)
	if m.Reading != gap.AlignedChange || m.People != 5 {
		t.Errorf("reading %s of %d people", m.Reading, m.People)
	}
}

func TestReadings(t *testing.T) {
	low, high, mid := of(1, 1, 2, 1, 2, 1, 1, 2), of(5, 5, 4, 5, 4, 5, 5, 4), of(3, 3, 3, 3, 3, 3, 3, 3)
	ends := of(1, 1, 1, 1, 5, 5, 5, 5)
	for _, c := range []struct {
		name       string
		is, should []stats.Number
		want       gap.Reading
	}{
		{"today differs", ends, mid, gap.SeeDifferently},
		{"pulling apart", mid, ends, gap.Opposite},
		{"wishes differ, all upward", low, of(2, 5, 2, 5, 2, 5, 2, 5), gap.WantDifferently},
		{"must change", low, high, gap.AlignedChange},
		{"content", mid, mid, gap.AlignedContent},
		{"four people", low[:4], high[:4], gap.Unclear},
	} {
		d := gap.Dimension{Low: 1, High: 5, Is: c.is, Should: c.should}
		if m := d.Measure(0.95); m.Reading != c.want {
			t.Errorf("%s: %s, want %s (is %v±%v, should %v±%v)", c.name, m.Reading, c.want,
				m.Is.Spread, m.Is.SpreadError, m.Should.Spread, m.Should.SpreadError)
		}
	}
}

// The order of people, the scale's origin and its unit change nothing; turning
// the ends round turns the gap.
func TestLaws(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		n := 2 + r.IntN(20)
		is, should := make([]float64, n), make([]float64, n)
		for p := range n {
			is[p], should[p] = float64(1+r.IntN(5)), float64(1+r.IntN(5))
		}
		d := gap.Dimension{Low: 1, High: 5, Is: of(is...), Should: of(should...)}
		m := d.Measure(0.95)
		order := r.Perm(n)
		moved, turned := gap.Dimension{Low: 0, High: 100}, gap.Dimension{Low: 1, High: 5}
		for _, p := range order {
			moved.Is = append(moved.Is, stats.Of((is[p]-1)*25))
			moved.Should = append(moved.Should, stats.Of((should[p]-1)*25))
			turned.Is = append(turned.Is, stats.Of(6-is[p]))
			turned.Should = append(turned.Should, stats.Of(6-should[p]))
		}
		a, b := moved.Measure(0.95), turned.Measure(0.95)
		if a.Reading != m.Reading || b.Reading != m.Reading {
			t.Fatalf("%v %v: %s, moved %s, turned %s", is, should, m.Reading, a.Reading, b.Reading)
		}
		near(t, "spread", a.Is.Spread, m.Is.Spread.Or(-1), 1e-9)
		near(t, "moved gap", a.Gap.Mean, 25*m.Gap.Mean.Or(-1), 1e-9)
		near(t, "turned gap", b.Gap.Mean, -m.Gap.Mean.Or(-1), 1e-9)
		if lower, ok := m.Gap.Lower.Value(); ok && lower > m.Gap.Mean.Or(-9) {
			t.Fatalf("limits of %v do not hold their value", m.Gap)
		}
	}
}

func TestSharesAddUp(t *testing.T) {
	d := []gap.Dimension{
		{Low: 1, High: 5, Is: of(1, 5, 3), Should: of(4, 4, 5)},
		{Low: 0, High: 100, Is: of(10, 20, math.NaN()), Should: of(50, 90, 70)},
		{Low: 1, High: 7, Is: of(4, 4, 4), Should: of(4, 4, 4)},
	}
	var is, should, change float64
	for _, s := range gap.ShareOut(d) {
		is, should, change = is+s.Is.Or(9), should+s.Should.Or(9), change+s.Change.Or(9)
	}
	for _, sum := range []float64{is, should, change} {
		if math.Abs(sum-1) > 1e-12 {
			t.Errorf("shares add up to %v, %v, %v", is, should, change)
		}
	}
}

// By hand: 1 2 3 2 against 4 4 5 3: means 2 and 4, pooled variance (2 + 2)/6,
// error .5774, t = −3.4641 with 6 degrees of freedom, p = .0134 (the t
// distribution's table gives .01 at 3.707 and .02 at 3.143).
func TestCompareByHand(t *testing.T) {
	d := gap.Compare([]float64{1, 2, 3, 2}, []float64{4, 4, 5, 3}, 1, 0.95)
	near(t, "difference", d.Value, -2, 0)
	near(t, "p", d.P, 0.0134, 5e-5)
	near(t, "lower", d.Lower, -2-2.4469*0.57735, 1e-4)
	if d := gap.Compare([]float64{1, 2, 3}, []float64{4, 4, 5, 3}, 1, 0.95); d.P.OK() || !d.Value.OK() {
		t.Errorf("three people are tested: %+v", d)
	}
}

// A world is a kind of team: where its people's true answers lie, in steps from
// the low end, and how much each adds of their own.
type world struct {
	name       string
	want       gap.Reading
	is, should func(r *rand.Rand, p int) float64
}

var worlds = []world{
	{"content", gap.AlignedContent, about(2, 0.5), about(2.1, 0.5)},
	{"change", gap.AlignedChange, about(1, 0.5), about(3, 0.5)},
	{"see", gap.SeeDifferently, camps(0.4, 3.6), about(2, 0.5)},
	{"want", gap.WantDifferently, about(0.2, 0.3), camps(1.1, 3.8)},
	{"opposite", gap.Opposite, about(2, 0.5), camps(0.3, 3.7)},
}

func about(at, sd float64) func(*rand.Rand, int) float64 {
	return func(r *rand.Rand, _ int) float64 { return at + sd*r.NormFloat64() }
}

func camps(a, b float64) func(*rand.Rand, int) float64 {
	return func(r *rand.Rand, p int) float64 { return []float64{a, b}[p%2] + 0.4*r.NormFloat64() }
}

// Noise is called aligned in at most one of twenty teams, and what is planted
// is found, on four scales.
func TestPlantedTeams(t *testing.T) {
	const runs = 400
	found := map[int]float64{8: 0.45, 12: 0.65, 20: 0.8}
	noise := world{"noise", gap.Unclear, uniform, uniform}
	for _, scale := range [][2]int{{1, 5}, {1, 7}, {0, 10}, {0, 100}} {
		for n, least := range found {
			for _, w := range append(slices.Clone(worlds), noise) {
				r := rand.New(rand.NewPCG(uint64(n), uint64(scale[1])))
				got := map[gap.Reading]int{}
				for range runs {
					d := draw(r, w, n, scale)
					got[d.Measure(0.95).Reading]++
				}
				name := fmt.Sprintf("%s, %d people, %d-%d", w.name, n, scale[0], scale[1])
				falsely := runs - got[w.want] - got[gap.Unclear]
				if w.name == "noise" {
					falsely = got[gap.AlignedChange] + got[gap.AlignedContent]
				} else if share := float64(got[w.want]) / runs; share < least {
					t.Errorf("%s: found in %.2f of teams: %v", name, share, got)
				}
				limit := 0.05
				if scale[1] == 10 {
					limit = 0.1 // half a step is no whole answer there
				}
				if share := float64(falsely) / runs; share > limit {
					t.Errorf("%s: another reading in %.2f of teams: %v", name, share, got)
				}
			}
		}
	}
}

// The gap's interval holds the mean gap of the world that a team is drawn from,
// of every kind of world, in about 95% of teams.
func TestCoverage(t *testing.T) {
	const runs = 400
	for _, n := range []int{6, 12, 20} {
		for _, w := range worlds {
			r := rand.New(rand.NewPCG(uint64(n), 77))
			whole := draw(r, w, 5000, [2]int{1, 5})
			truth := whole.Measure(0.95).Gap.Mean.Or(math.NaN())
			holds := 0.0
			for range runs {
				team := draw(r, w, n, [2]int{1, 5})
				g := team.Measure(0.95).Gap
				if g.Lower.Or(9) <= truth && truth <= g.Upper.Or(-9) {
					holds++
				}
			}
			if holds/runs < 0.92 {
				t.Errorf("%s, %d people: the interval holds %.2f in %.3f of teams", w.name, n, truth, holds/runs)
			}
		}
	}
}

func uniform(r *rand.Rand, _ int) float64 { return 4 * r.Float64() }

func draw(r *rand.Rand, w world, n int, scale [2]int) gap.Dimension {
	low, high := float64(scale[0]), float64(scale[1])
	d := gap.Dimension{Low: low, High: high}
	answer := func(steps float64) stats.Number {
		return stats.Of(min(high, max(low, math.Round(low+steps*(high-low)/4))))
	}
	for p := range n {
		d.Is = append(d.Is, answer(w.is(r, p)))
		d.Should = append(d.Should, answer(w.should(r, p)))
	}
	return d
}

func ExampleDimension_Measure() {
	d := gap.Dimension{Low: 1, High: 5, Is: of(4, 5, 4, 5, 4, 4), Should: of(2, 2, 1, 2, 2, 2)}
	m := d.Measure(0.95)
	gap, _ := m.Gap.Mean.Value()
	fmt.Printf("%s: %.1f\n", m.Reading, gap)
	// Output: aligned_change: -2.5
}
