package variance_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/variance"
)

// anyTable draws up to forty ratings of any design: of one lesson or several,
// with gaps, rated twice in two rounds, on two scales.
func anyTable(rt *rapid.T) *rating.Table {
	b := rating.NewBuilder()
	seen := map[[4]int]bool{}
	for range rapid.IntRange(1, 40).Draw(rt, "ratings") {
		at := [4]int{
			rapid.IntRange(0, 3).Draw(rt, "lesson"), rapid.IntRange(0, 3).Draw(rt, "indicator"),
			rapid.IntRange(0, 3).Draw(rt, "rater"), rapid.IntRange(0, 1).Draw(rt, "round"),
		}
		if seen[at] {
			continue
		}
		seen[at] = true
		b.Add(rating.Record{
			Lesson: fmt.Sprint(at[0]), Indicator: fmt.Sprint(at[1]), Rater: fmt.Sprint(at[2]),
			Round: fmt.Sprint(at[3]), Score: float64(rapid.IntRange(1, 3).Draw(rt, "score")),
		})
	}
	scales := []rating.Scale{
		rating.NewScale("a", rating.Declared, 1, 2, 3),
		rating.NewScale("b", rating.Declared, 1, 2, 3, 4),
	}
	return b.Build(scales, map[string]int{"3": 1})
}

// sweep computes all that there is of any table, by either method: nothing
// panics, every figure is a number or has its reason, and lies in its interval.
func sweep(rt *rapid.T) {
	o := variance.Options{Method: rapid.SampledFrom([]string{"", variance.Likelihood, variance.Moments}).Draw(rt, "method")}
	f, err := variance.Decompose(context.Background(), anyTable(rt), o)
	if err != nil {
		rt.Fatal(err)
	}
	if f.Reason != "" && len(f.Shares()) > 0 {
		rt.Error("shares of a fit that failed")
	}
	if f.Reason == "" {
		sweepComponents(rt, f)
	}
	for _, object := range []string{variance.Lesson, variance.Indicator, variance.Rater, variance.LessonIndicator, variance.LessonRater} {
		sweepDesigns(rt, f, object)
	}
}

func sweepComponents(rt *rapid.T, f *variance.Fit) {
	for _, c := range append(f.Components, f.Residual) {
		check(rt, c.Name, variance.Estimate{Value: c.Value, Lower: c.Lower, Upper: c.Upper}, math.Inf(1))
	}
	sum := 0.0
	for _, s := range f.Shares() {
		sum += s.Value.Or(0)
		check(rt, s.Term, s.Estimate, 1)
	}
	if sum != 0 && math.Abs(sum-1) > 1e-9 {
		rt.Errorf("shares add up to %v", sum)
	}
	for _, term := range variance.Terms() {
		for _, e := range f.Effects(term.Name) {
			if math.IsNaN(e.Value) || !e.SE.OK() && e.SE.Reason() == "" {
				rt.Errorf("effect %v", e)
			}
		}
	}
}

// sweepDesigns makes the D-study of an object in every mixture of kept and
// sampled facets. A kept facet is an error no more, so that Φ does not fall
// where one is kept; a score's own error is no less than that of differences.
func sweepDesigns(rt *rapid.T, f *variance.Fit, object string) {
	d := variance.Design{
		Object:     object,
		Lessons:    rapid.IntRange(0, 5).Draw(rt, "lessons"),
		Indicators: rapid.IntRange(0, 5).Draw(rt, "indicators"),
		Raters:     rapid.IntRange(0, 5).Draw(rt, "raters"),
	}
	facets := []string{variance.Lesson, variance.Indicator, variance.Rater}
	phi := make([]stats.Number, 1<<len(facets))
	for kept := range phi {
		d.Fixed = nil
		for i, facet := range facets {
			if kept&(1<<i) != 0 {
				d.Fixed = append(d.Fixed, facet)
			}
		}
		what := fmt.Sprintf("%s, kept %v: ", object, d.Fixed)
		s := f.Dependability(d)
		check(rt, what+"universe", s.Universe, math.Inf(1))
		check(rt, what+"relative", s.Relative, math.Inf(1))
		check(rt, what+"absolute", s.Absolute, math.Inf(1))
		check(rt, what+"G", s.G, 1)
		check(rt, what+"Φ", s.Phi, 1)
		if s.Absolute.Value.Or(0) < s.Relative.Value.Or(0)-1e-12 || s.G.Value.Or(0) < s.Phi.Value.Or(0)-1e-12 {
			rt.Errorf("%sabsolute %v, relative %v, G %v, Φ %v", what, s.Absolute.Value, s.Relative.Value, s.G.Value, s.Phi.Value)
		}
		phi[kept] = s.Phi.Value
		for i := range facets {
			if before := phi[kept&^(1<<i)]; s.Phi.Value.OK() && before.OK() && s.Phi.Value.Or(0) < before.Or(0)-1e-12 {
				rt.Errorf("%sΦ falls from %v to %v", what, before, s.Phi.Value)
			}
		}
	}
	d.Fixed = rapid.SampledFrom([][]string{nil, {variance.Indicator}, {variance.Lesson}, {variance.Rater}}).Draw(rt, "kept")
	for _, facet := range facets {
		sweepNeeded(rt, f, d, facet)
	}
	for _, row := range f.RaterPlan(d, target, []int{1, 3}).Rows {
		check(rt, "plan", row.Phi, 1)
		if a := row.Attains.Or(0); !(a >= 0 && a <= 1) || !row.Attains.OK() && row.Attains.Reason() == "" {
			rt.Errorf("attained with probability %v", row.Attains)
		}
	}
}

// target is the Φ that plans ask for.
const target = 0.7

// sweepNeeded asks how many of a facet are enough: that many are, one fewer
// are not.
func sweepNeeded(rt *rapid.T, f *variance.Fit, d variance.Design, facet string) {
	need := f.Needed(d, facet, target)
	n, ok := need.N.Value()
	if !ok {
		if need.N.Reason() == "" {
			rt.Errorf("no number of %s without a reason", facet)
		}
		return
	}
	if n < 1 || need.Lower.Or(n) > n || need.Upper.Or(n) < n || math.IsNaN(n) {
		rt.Errorf("%s needed: %+v", facet, need)
	}
	if n > 1e6 {
		return
	}
	level := map[string]*int{variance.Lesson: &d.Lessons, variance.Indicator: &d.Indicators, variance.Rater: &d.Raters}[facet]
	phi := func(n float64) float64 {
		*level = int(n)
		return f.Dependability(d).Phi.Value.Or(0)
	}
	if phi(n) < target-1e-6 || n > 1 && phi(n-1) > target+1e-6 {
		rt.Errorf("%s: Φ is %v with %v %s, %v with one fewer", d.Object, phi(n), n, facet, phi(n-1))
	}
}

// check checks that a figure is a number in its interval, and that in [0,
// most], or absent with a reason.
func check(rt *rapid.T, name string, e variance.Estimate, most float64) {
	v, ok := e.Value.Value()
	if !ok {
		if e.Value.Reason() == "" || e.Lower.OK() || e.Upper.OK() {
			rt.Errorf("%s = %v in [%v, %v]", name, e.Value, e.Lower, e.Upper)
		}
		return
	}
	lower, upper := e.Lower.Or(0), e.Upper.Or(v)
	if !(0 <= lower && lower <= v && v <= upper && upper <= most+1e-12) {
		rt.Errorf("%s = %v in [%v, %v]", name, e.Value, e.Lower, e.Upper)
	}
}

// The same designs are tried in every run of the tests, others when it fuzzes.
func TestSweep(t *testing.T) { rapid.Check(t, sweep) }

func FuzzSweep(f *testing.F) { f.Fuzz(rapid.MakeFuzz(sweep)) }
