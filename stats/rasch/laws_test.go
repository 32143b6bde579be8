package rasch_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/rasch"
	"github.com/cb401426/calibrate/stats/rasch/raschtest"
)

var small = raschtest.Design{
	Lessons: 12, Indicators: 5, Raters: 6, SeenBy: 4, Steps: []float64{-1.5, 0, 1.5},
	Lesson: 1, Indicator: 0.7, Rater: 0.5,
}

// reorder returns d with its ratings at the given places.
func reorder(d *rasch.Data, order []int) *rasch.Data {
	moved := *d
	moved.Codes, moved.Level = make([][]int32, len(d.Codes)), nil
	for _, n := range order {
		moved.Level = append(moved.Level, d.Level[n])
		for f := range d.Codes {
			moved.Codes[f] = append(moved.Codes[f], d.Codes[f][n])
		}
	}
	return &moved
}

// same holds the measures, errors and fit of two results together; facet f of
// the first is facet to[f] of the second.
func same(t *testing.T, a, b *rasch.Result, to []int, scaleSE, tolerance float64) {
	t.Helper()
	for f := range a.Facets {
		for e, x := range a.Facets[f].Elements {
			y := b.Facets[to[f]].Elements[e]
			equal(t, x.Name+" measure", x.Measure, y.Measure, 1, tolerance)
			equal(t, x.Name+" se", x.SE, y.SE, scaleSE, tolerance)
			equal(t, x.Name+" infit", x.Infit, y.Infit, 1, tolerance)
			equal(t, x.Name+" fair", x.Fair, y.Fair, 1, tolerance)
		}
	}
	for k, x := range a.Steps {
		equal(t, x.Group+" threshold", x.Threshold, b.Steps[k].Threshold, 1, tolerance)
	}
}

func equal(t *testing.T, what string, a, b stats.Number, scale, tolerance float64) {
	t.Helper()
	if a.OK() != b.OK() || math.Abs(a.Or(0)-scale*b.Or(0)) > tolerance {
		t.Errorf("%s: %v and %v (%s, %s)", what, a, b, a.Reason(), b.Reason())
	}
}

func TestOrderOfRows(t *testing.T) {
	for _, o := range []rasch.Options{{}, {Method: "mml"}, {Steps: rasch.Indicator}} {
		rng := rand.New(rand.NewPCG(3, 1))
		d, _ := small.Simulate(rng)
		same(t, fitted(t, d, o), fitted(t, reorder(d, rng.Perm(d.Ratings())), o), []int{0, 1, 2}, 1, 1e-7)
	}
}

func TestFacetsSwapped(t *testing.T) {
	d, _ := raschtest.Thirty.Simulate(rand.New(rand.NewPCG(5, 1)))
	swapped := *d
	swapped.Facets = []rasch.Facet{d.Facets[0], d.Facets[2], d.Facets[1]}
	swapped.Codes = [][]int32{d.Codes[0], d.Codes[2], d.Codes[1]}
	a, b := fitted(t, d, rasch.Options{}), fitted(t, &swapped, rasch.Options{})
	for f, to := range []int{0, 2, 1} {
		for e, x := range a.Facets[f].Elements {
			y := b.Facets[to].Elements[e]
			equal(t, x.Name, x.Measure, y.Measure, 1, 1e-7)
			equal(t, x.Name, x.SE, y.SE, 1, 1e-7)
			equal(t, x.Name, x.OutfitZ, y.OutfitZ, 1, 1e-7)
		}
	}
}

func TestDoubledData(t *testing.T) {
	d, _ := small.Simulate(rand.New(rand.NewPCG(7, 1)))
	var order []int
	for n := range d.Ratings() {
		order = append(order, n, n)
	}
	same(t, fitted(t, d, rasch.Options{}), fitted(t, reorder(d, order), rasch.Options{}), []int{0, 1, 2}, math.Sqrt2, 1e-6)
}

// TestAnchors: all measures but some fixed at what an earlier fit found, the
// rest come out as they did, and nothing is displaced.
func TestAnchors(t *testing.T) {
	for _, o := range []rasch.Options{{}, {Steps: rasch.Indicator}, {Noncentered: rasch.Lesson}} {
		d, _ := small.Simulate(rand.New(rand.NewPCG(11, 1)))
		before := fitted(t, d, o)
		for _, drop := range []string{rasch.Lesson, rasch.Rater, rasch.Indicator} {
			o.Anchors = before.Anchors()
			delete(o.Anchors.Measures, drop)
			after := fitted(t, d, o)
			for f, facet := range after.Facets {
				for e, x := range facet.Elements {
					equal(t, drop+" free: "+x.Name, x.Measure, before.Facets[f].Elements[e].Measure, 1, 1e-6)
					if x.Anchored == (facet.Name == drop) {
						t.Errorf("%s free: %s is anchored: %v", drop, x.Name, x.Anchored)
					}
					if x.Anchored && math.Abs(x.Displacement.Or(9)) > 1e-6 {
						t.Errorf("%s free: %s is displaced by %v", drop, x.Name, x.Displacement)
					}
				}
			}
		}
	}
}

func TestDisplacement(t *testing.T) {
	d, _ := raschtest.Thirty.Simulate(rand.New(rand.NewPCG(13, 1)))
	before := fitted(t, d, rasch.Options{})
	o := rasch.Options{Anchors: before.Anchors()}
	name := d.Facets[2].Elements[0]
	o.Anchors.Measures = map[string]map[string]float64{rasch.Rater: o.Anchors.Measures[rasch.Rater]}
	o.Anchors.Measures[rasch.Rater][name] += 0.5
	e := fitted(t, d, o).Facets[2].Elements[0]
	if got := e.Displacement.Or(0); math.Abs(got+0.5) > 0.1 {
		t.Errorf("a rater anchored half a logit too severe is displaced by %v, want about −.5", got)
	}
}

func TestNoncentered(t *testing.T) {
	d, _ := small.Simulate(rand.New(rand.NewPCG(17, 1)))
	a, b := fitted(t, d, rasch.Options{}), fitted(t, d, rasch.Options{Noncentered: rasch.Lesson})
	for e, x := range a.Facets[0].Elements {
		near(t, x.Name, x.Measure.Or(0)+a.Model.Constant.Or(0), b.Facets[0].Elements[e].Measure.Or(math.NaN()), 1e-9)
	}
	if v, ok := b.Model.Constant.Value(); !ok || v != 0 {
		t.Errorf("constant %v, want 0", b.Model.Constant)
	}
}

// TestMarginal: with long lessons the two methods agree, and marginal measures
// of short ones are narrower.
func TestMarginal(t *testing.T) {
	d, _ := raschtest.Design{
		Lessons: 60, Indicators: 10, Raters: 8, SeenBy: 8, Steps: []float64{-1.5, 0, 1.5},
		Lesson: 1, Indicator: 0.7, Rater: 0.5,
	}.Simulate(rand.New(rand.NewPCG(19, 1)))
	joint, marginal := fitted(t, d, rasch.Options{}), fitted(t, d, rasch.Options{Method: "mml"})
	if !marginal.Model.Converged {
		t.Fatal("not converged")
	}
	for f := range joint.Facets {
		for e, x := range joint.Facets[f].Elements {
			near(t, x.Name, marginal.Facets[f].Elements[e].Measure.Or(math.NaN()), x.Measure.Or(0), 0.12)
		}
	}
	near(t, "SD of lessons", marginal.Model.LessonSD.Or(0), joint.Facets[0].SD.Or(0), 0.1)
}

// TestMarginalErrors holds the information against the curvature of the
// likelihood, which is what it is: half a logit off lowers it by SE⁻²/8.
func TestMarginalErrors(t *testing.T) {
	d, _ := raschtest.Design{
		Lessons: 200, Indicators: 6, Raters: 2, SeenBy: 1, Steps: []float64{-1, 1},
		Lesson: 1, Indicator: 0.7, Rater: 0.5,
	}.Simulate(rand.New(rand.NewPCG(23, 1)))
	r := fitted(t, d, rasch.Options{Method: "mml"})
	half := r.Facets[2].Elements[0]
	o := rasch.Options{Method: "mml", Anchors: &rasch.Anchors{Measures: map[string]map[string]float64{rasch.Rater: {}}}}
	const h = 0.05
	for e, x := range r.Facets[2].Elements {
		o.Anchors.Measures[rasch.Rater][x.Name] = x.Measure.Or(0) + h*float64(1-2*e)
	}
	moved := fitted(t, d, o)
	se := half.SE.Or(math.NaN())
	near(t, "likelihood", r.Model.LogLikelihood.Or(0)-moved.Model.LogLikelihood.Or(0), h*h/(2*se*se), 0.02*h*h/(se*se))
}
