package rasch_test

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rating"
)

// table returns data of lessons × indicators × raters, 0 for missing.
func table(levels [][][]int) *rasch.Data {
	b := rating.NewBuilder()
	name := func(kind string, n int) string { return kind + string(rune('A'+n)) }
	for l, lesson := range levels {
		for i, indicator := range lesson {
			for g, level := range indicator {
				if level > 0 {
					b.Add(rating.Record{Lesson: name("L", l), Indicator: name("I", i), Rater: name("R", g), Score: float64(level)})
				}
			}
		}
	}
	return rasch.FromTable(b.Build([]rating.Scale{rating.NewScale("scale", rating.Declared, 1, 2, 3, 4)}, nil))
}

func TestOneLevel(t *testing.T) {
	r := fitted(t, table([][][]int{{{2, 2}, {2, 2}}, {{2, 2}, {2, 2}}}), rasch.Options{})
	if e := r.Facets[2].Elements[0]; e.Measure.Reason() != stats.NoVariation {
		t.Errorf("measure %v (%s)", e.Measure, e.Measure.Reason())
	}
	if r.Facets[2].Reliability.Reason() != stats.NoVariation {
		t.Errorf("reliability %v (%s)", r.Facets[2].Reliability, r.Facets[2].Reliability.Reason())
	}
}

func TestPerfectAgreement(t *testing.T) {
	r := fitted(t, table([][][]int{{{1, 1}, {2, 2}, {2, 2}}, {{2, 2}, {3, 3}, {2, 2}}, {{3, 3}, {3, 3}, {4, 4}}, {{2, 2}, {4, 4}, {3, 3}}}), rasch.Options{})
	for _, e := range r.Facets[2].Elements {
		near(t, e.Name, e.Measure.Or(9), 0, 1e-6)
	}
	if a := r.Agreement; a.Exact.Or(0) != 1 || a.Expected.Or(1) >= 1 || a.Kappa.Or(0) != 1 {
		t.Errorf("agreement %+v", a)
	}
}

func TestOneLesson(t *testing.T) {
	r := fitted(t, table([][][]int{{{1, 2, 2}, {2, 3, 2}, {3, 4, 4}, {2, 2, 1}}}), rasch.Options{})
	if lesson := r.Facets[0].Elements[0]; lesson.Measure.Reason() != rasch.OneElement {
		t.Errorf("measure of the only lesson: %v (%s)", lesson.Measure, lesson.Measure.Reason())
	}
	if rater := r.Facets[2].Elements[0]; !rater.Measure.OK() || !rater.SE.OK() {
		t.Errorf("rater %+v", rater)
	}
}

// TestExtreme: a rater with nothing but the highest level is the most lenient,
// finite, marked, without fit, and does not move the others.
func TestExtreme(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 3))
	d, _ := small.Simulate(rng)
	without := fitted(t, d, rasch.Options{})
	d.Facets[2].Elements = append(d.Facets[2].Elements[:6:6], "rater 7")
	for l := range int32(12) {
		for i := range int32(5) {
			d.Codes[0], d.Codes[1], d.Codes[2] = append(d.Codes[0], l), append(d.Codes[1], i), append(d.Codes[2], 6)
			d.Level = append(d.Level, 3)
		}
	}
	with := fitted(t, d, rasch.Options{})
	last := with.Facets[2].Elements[6]
	if last.Extreme != "high" || last.Infit.OK() || last.Infit.Reason() != rasch.Extreme {
		t.Errorf("rater 7: %+v", last)
	}
	if v, ok := last.Measure.Value(); !ok || v > -3 || v < -12 {
		t.Errorf("measure of rater 7: %v", last.Measure)
	}
	for e, x := range without.Facets[2].Elements {
		equal(t, x.Name, with.Facets[2].Elements[e].Measure, x.Measure, 1, 1e-9)
	}
	if with.Model.Used != without.Model.Used || with.Facets[2].Count != 6 {
		t.Errorf("%d ratings used, %d raters counted", with.Model.Used, with.Facets[2].Count)
	}
}

// TestSubsets: raters of two schools who share indicators and no lesson cannot
// be compared, though every rating hangs together.
func TestSubsets(t *testing.T) {
	rng := rand.New(rand.NewPCG(4, 3))
	d, _ := small.Simulate(rng)
	var apart []int
	for n := range d.Ratings() {
		if d.Codes[0][n]%2 == d.Codes[2][n]%2 {
			apart = append(apart, n)
		}
	}
	r := fitted(t, reorder(d, apart), rasch.Options{})
	if r.Model.Subsets != 2 {
		t.Fatalf("%d subsets, want 2", r.Model.Subsets)
	}
	for f, facet := range r.Facets {
		for e, x := range facet.Elements {
			want := 1 + e%2
			if f == 1 {
				want = 0
			}
			if x.Subset != want {
				t.Errorf("%s is in subset %d, want %d", x.Name, x.Subset, want)
			}
		}
	}
	mean := 0.0
	for e := 0; e < 6; e += 2 {
		mean += r.Facets[2].Elements[e].Measure.Or(0)
	}
	near(t, "mean severity of one school", mean, 0, 1e-9)
	if why := r.Facets[2].Reliability.Reason(); why != rasch.Disconnected {
		t.Errorf("reliability of raters: %s", why)
	}
	if !r.Facets[1].Reliability.OK() {
		t.Errorf("reliability of indicators: %s", r.Facets[1].Reliability.Reason())
	}
}

func TestUnusedLevel(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 3))
	d, _ := small.Simulate(rng)
	for n, level := range d.Level {
		if level == 1 {
			d.Level[n] = uint16(2 * rng.IntN(2))
		}
	}
	r := fitted(t, d, rasch.Options{})
	if s := r.Steps[1]; s.Threshold.Reason() != rasch.UnusedLevel || s.Count != 0 {
		t.Errorf("unused level: %+v", s)
	}
	if !r.Steps[2].Threshold.OK() || !r.Model.Converged {
		t.Errorf("level above: %+v", r.Steps[2])
	}
}

// TestAnyTable fits random small tables in every way. Nothing panics, and what
// has a measure has it within reach.
func TestAnyTable(t *testing.T) {
	rng := rand.New(rand.NewPCG(8, 3))
	for range 400 {
		levels := make([][][]int, 1+rng.IntN(4))
		top := 1 + rng.IntN(4)
		for l := range levels {
			levels[l] = make([][]int, 1+rng.IntN(4))
			for i := range levels[l] {
				levels[l][i] = make([]int, 1+rng.IntN(4))
				for g := range levels[l][i] {
					levels[l][i][g] = rng.IntN(top + 1)
				}
			}
		}
		levels[0][0][0] = 1
		d := table(levels)
		for _, o := range []rasch.Options{{}, {Steps: rasch.Indicator, Correction: "jml"}, {Steps: rasch.Rater, Errors: "real"}, {Noncentered: rasch.Lesson}} {
			r, err := rasch.Fit(context.Background(), d, o)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range r.Facets {
				for _, e := range f.Elements {
					if v := e.Measure.Or(0); v > 50 || v < -50 {
						t.Errorf("%v: %s %+v", levels, e.Name, e)
					}
					if !e.Measure.OK() && e.Measure.Reason() == "" {
						t.Errorf("%v: %s has no measure and no reason", levels, e.Name)
					}
				}
			}
			r.Unexpected(2, 10)
			r.Curves([]float64{-1, 0, 1})
			r.Interactions(2, d.Codes[1])
		}
	}
}

func TestOptions(t *testing.T) {
	d := table([][][]int{{{1, 2}, {2, 3}}})
	for _, o := range []rasch.Options{
		{Steps: "step"}, {Steps: rasch.Lesson}, {Method: "ml"}, {Correction: "all"}, {Errors: "none"}, {Confidence: 95},
		{Method: "mml", Correction: "jml"}, {Method: "mml"}, {Noncentered: "rater"},
		{Anchors: &rasch.Anchors{Measures: map[string]map[string]float64{"grader": nil}}},
	} {
		if _, err := rasch.Fit(context.Background(), d, o); err == nil {
			t.Errorf("no error for %+v", o)
		}
	}
}
