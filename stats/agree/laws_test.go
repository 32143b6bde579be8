package agree_test

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// drawScores draws a table of levels 1 to q with gaps, by raters or 2.
func drawScores(t *rapid.T, raters int) (scores [][]float64, values []float64) {
	q := rapid.IntRange(2, 5).Draw(t, "levels")
	for k := range q {
		values = append(values, float64(k+1))
	}
	if raters == 0 {
		raters = rapid.IntRange(2, 6).Draw(t, "raters")
	}
	gaps := rapid.IntRange(0, 3).Draw(t, "gaps")
	for range rapid.IntRange(1, 12).Draw(t, "items") {
		row := make([]float64, raters)
		for g := range row {
			row[g] = float64(rapid.IntRange(1, q).Draw(t, "score"))
			if rapid.IntRange(0, 9).Draw(t, "gap") < gaps {
				row[g] = math.NaN()
			}
		}
		scores = append(scores, row)
	}
	return scores, values
}

// each runs law for every coefficient with two schemes of weights.
func each(t *rapid.T, law func(c *stats.Coefficient, w *weight.Scheme)) {
	for _, c := range agree.Coefficients {
		for _, w := range schemesOf(c) {
			if !w.DependsOnData() || c.ID == "krippendorff_alpha" {
				law(c, w)
			}
		}
	}
}

func value(t rapid.TB, m *rating.Matrix, c *stats.Coefficient, w *weight.Scheme, o stats.Options) stats.Result {
	r, err := c.Estimate(context.Background(), stats.Prepare(m), weighted(o, w))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// same fails unless both are absent, or there and equal to 1e-9.
func same(t rapid.TB, what string, a, b stats.Number) {
	x, okA := a.Value()
	y, okB := b.Value()
	if okA != okB || math.Abs(x-y) > 1e-9 {
		t.Fatalf("%s: %v (%s) and %v (%s)", what, a, a.Reason(), b, b.Reason())
	}
}

func TestLawPerfectAgreementIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		raters := rapid.IntRange(2, 4).Draw(t, "raters")
		levels := rapid.SliceOfN(rapid.IntRange(1, 2), 2, 9).Draw(t, "levels")
		var scores [][]float64
		for _, k := range levels {
			scores = append(scores, slices.Repeat([]float64{float64(k)}, raters))
		}
		each(t, func(c *stats.Coefficient, w *weight.Scheme) {
			r := value(t, rating.NewMatrix(scores, 1, 2), c, w, stats.Options{})
			if v, ok := r.Value.Value(); ok && v != 1 {
				t.Fatalf("%s %s = %v", c.ID, w.ID, v)
			} else if !ok && r.Value.Reason() != stats.NoVariation && r.Value.Reason() != stats.NeedsTwoRaters {
				t.Fatalf("%s %s: %s", c.ID, w.ID, r.Value.Reason())
			}
		})
	})
}

func TestLawOrderChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, values := drawScores(t, rapid.SampledFrom([]int{0, 2}).Draw(t, "two"))
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		raters, items := rng.Perm(len(scores[0])), rng.Perm(len(scores))
		levels := rng.Perm(len(values))
		moved, renamed := make([][]float64, len(scores)), make([][]float64, len(scores))
		for i, row := range scores {
			moved[items[i]] = make([]float64, len(row))
			for g, v := range row {
				moved[items[i]][raters[g]] = v
				if v == v {
					v = values[levels[int(v)-1]]
				}
				renamed[i] = append(renamed[i], v)
			}
		}
		a, b := rating.NewMatrix(scores, values...), rating.NewMatrix(moved, values...)
		n := rating.NewMatrix(renamed, values...)
		each(t, func(c *stats.Coefficient, w *weight.Scheme) {
			ra, rb := value(t, a, c, w, stats.Options{}), value(t, b, c, w, stats.Options{})
			same(t, c.ID+" "+w.ID, ra.Value, rb.Value)
			same(t, c.ID+" "+w.ID+" se", ra.SE, rb.SE)
			if w.ID == "identity" {
				same(t, c.ID+" renamed", ra.Value, value(t, n, c, w, stats.Options{}).Value)
			}
		})
	})
}

// Doubling the items keeps what takes chance as it is; alpha's 1 − α grows by
// (N − ½)/(N − 1), N the pairable ratings.
func TestLawDoubling(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, values := drawScores(t, rapid.SampledFrom([]int{0, 2}).Draw(t, "two"))
		m := rating.NewMatrix(scores, values...)
		rows := make([]int, 0, 2*m.Items())
		var pairable float64
		for i := range m.Items() {
			rows = append(rows, i, i)
			if raters, _ := m.Row(i); len(raters) > 1 {
				pairable += float64(len(raters))
			}
		}
		if agree.Prepare(m).Paired() < 2 {
			return
		}
		each(t, func(c *stats.Coefficient, w *weight.Scheme) {
			if c.ID == "van_oest" || c.ID == "light_kappa" {
				return // the first smooths with N, the second asks each pair for two items
			}
			one, two := value(t, m, c, w, stats.Options{}), value(t, m.Take(rows), c, w, stats.Options{})
			want := one.Value
			if c.ID == "krippendorff_alpha" {
				want = want.Map(func(a float64) float64 { return 1 - (1-a)*(pairable-0.5)/(pairable-1) })
			}
			same(t, c.ID+" "+w.ID, want, two.Value)
		})
	})
}

func TestLawKin(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, values := drawScores(t, 2)
		both := slices.DeleteFunc(scores, func(row []float64) bool { return row[0] != row[0] || row[1] != row[1] })
		d := agree.Prepare(rating.NewMatrix(both, values...))
		at := func(id, w string) stats.Result { return estimateT(t, d, id, w) }
		for _, w := range []string{"identity", "quadratic", "ordinal"} {
			cohen := at("cohen_kappa", w)
			same(t, "Conger and Cohen", at("conger_kappa", w).Value, cohen.Value)
			same(t, "Conger's and Cohen's errors", at("conger_kappa", w).SE, cohen.SE)
			same(t, "Light and Cohen", at("light_kappa", w).Value, cohen.Value)
			same(t, "Light's and Cohen's errors", at("light_kappa", w).SE, cohen.SE)
			same(t, "Scott and Fleiss", at("scott_pi", w).Value, at("fleiss_kappa", w).Value)
			n := float64(2 * d.Items())
			same(t, "alpha and Fleiss", at("krippendorff_alpha", w).Value, at("fleiss_kappa", w).Value.Map(
				func(k float64) float64 { return 1 - (1-k)*(n-1)/n }))
			same(t, "alpha's and Fleiss' errors", at("krippendorff_alpha", w).SE, at("fleiss_kappa", w).SE.Map(
				func(se float64) float64 { return se * (n - 1) / n }))
		}
		if cohen, most := at("cohen_kappa", "identity").Value, at("kappa_max", "").Value; cohen.OK() &&
			cohen.Or(0) > most.Or(1)+1e-12 {
			t.Fatalf("kappa %v above its maximum %v", cohen, most)
		}
		if len(values) == 2 {
			same(t, "Maxwell and Brennan-Prediger", at("maxwell_re", "").Value, at("brennan_prediger", "identity").Value)
		}
	})
}

// Without items rated once the two errors are one, but that alpha's as
// published lacks the factor 1 − 1/N.
func TestLawPublishedErrorWithoutSingles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, values := drawScores(t, rapid.IntRange(2, 4).Draw(t, "raters"))
		scores = slices.DeleteFunc(scores, func(row []float64) bool {
			return slices.ContainsFunc(row, math.IsNaN)
		})
		m := rating.NewMatrix(scores, values...)
		each(t, func(c *stats.Coefficient, w *weight.Scheme) {
			published := value(t, m, c, w, stats.Options{Variance: stats.Gwet}).SE
			if c.ID == "krippendorff_alpha" && !w.DependsOnData() {
				ratings := 0
				for i := range m.Items() {
					_, levels := m.Row(i)
					ratings += len(levels)
				}
				published = published.Map(func(se float64) float64 { return se * (1 - 1/float64(ratings)) })
			}
			same(t, c.ID+" "+w.ID, value(t, m, c, w, stats.Options{}).SE, published)
		})
	})
}

// An item that is a lesson of its own is a lesson of one item, but for the
// degree of freedom that few lessons cost.
func TestLawLessonsOfOneItem(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scores, values := drawScores(t, rapid.SampledFrom([]int{0, 2}).Draw(t, "two"))
		scores = slices.DeleteFunc(scores, func(row []float64) bool {
			return slices.ContainsFunc(row, math.IsNaN)
		})
		m := lessons(scores, 1, values)
		each(t, func(c *stats.Coefficient, w *weight.Scheme) {
			for _, v := range []stats.Variance{stats.Linearized, stats.Jackknife} {
				item := value(t, m, c, w, stats.Options{Variance: v})
				lesson := value(t, m, c, w, stats.Options{Variance: v, Unit: stats.ByLesson})
				same(t, c.ID+" "+w.ID, item.SE, lesson.SE)
				fewer := item.DF.Map(func(df float64) float64 { return max(1, df-1) })
				same(t, c.ID+" "+w.ID+" degrees of freedom", fewer, lesson.DF)
			}
		})
	})
}

// lessons makes a Matrix in which each so many items are one lesson.
func lessons(scores [][]float64, each int, values []float64) *rating.Matrix {
	b := rating.NewBuilder()
	for i, row := range scores {
		for g, v := range row {
			if v == v {
				b.Add(rating.Record{
					Lesson: strconv.Itoa(i / each), Indicator: strconv.Itoa(i % each), Rater: strconv.Itoa(g), Score: v,
				})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("", rating.Declared, values...)}, nil).Matrix(0, nil)
}

// The jackknife, by hand, is near the linearised error.
func TestJackknifeNearLinearisation(t *testing.T) {
	sets := map[string]*rating.Matrix{
		"six-lessons": ref.Matrix(t, "six-lessons"), "sparse": ref.Matrix(t, "sparse"),
		"two-raters-223": ref.Matrix(t, "two-raters-223"),
	}
	for set, m := range sets {
		for _, c := range agree.Coefficients {
			if c.ID == "light_kappa" && set == "sparse" {
				continue // pairs that share an item or two: their kappas jump
			}
			for _, unit := range []stats.Unit{stats.ByItem, stats.ByLesson} {
				se, ok := value(t, m, c, nil, stats.Options{Unit: unit, Variance: stats.Linearized}).SE.Value()
				if !ok {
					continue
				}
				jack := jackknifeSE(t, m, c, unit)
				if math.Abs(jack-se) > 0.08*se {
					t.Errorf("%s %s by %s: jackknife %.4f, linearised %.4f", set, c.ID, unit, jack, se)
				}
				check.Near(t, set+" "+c.ID+" by "+string(unit),
					value(t, m, c, nil, stats.Options{Unit: unit, Variance: stats.Jackknife}).SE, jack, 1e-9)
			}
		}
	}
}

// jackknifeSE leaves out each item or lesson in turn.
func jackknifeSE(t testing.TB, m *rating.Matrix, c *stats.Coefficient, unit stats.Unit) float64 {
	units := map[int32][]int{}
	for i := range m.Items() {
		u := int32(i)
		if unit == stats.ByLesson {
			u = m.Cluster(i)
		}
		units[u] = append(units[u], i)
	}
	var sum, squares float64
	for u := range units {
		var rest []int
		for i := range m.Items() {
			if !slices.Contains(units[u], i) {
				rest = append(rest, i)
			}
		}
		v := value(t, m.Take(rest), c, nil, stats.Options{}).Value.Or(math.NaN())
		sum += v
		squares += v * v
	}
	n := float64(len(units))
	return math.Sqrt((n - 1) / n * (squares - sum*sum/n))
}

// The corrected and the jackknifed errors of Gwet's example, to the digits of
// the project's own computation before this package was written.
func TestErrorsOfGwetsExample(t *testing.T) {
	m := ref.Matrix(t, "gwet-2014-12x4")
	for _, tt := range []struct {
		id                         string
		corrected, published, jack float64
	}{
		{"percent_agreement", 0.1012, 0.1256, 0.1021},
		{"gwet_ac", 0.1247, 0.1430, 0.1252},
		{"fleiss_kappa", 0.1349, 0.1530, 0.1392},
	} {
		c, _ := catalog.Lookup(tt.id)
		check.Near(t, tt.id+" corrected", value(t, m, c, nil, stats.Options{}).SE, tt.corrected, 5e-5)
		check.Near(t, tt.id+" published", value(t, m, c, nil, stats.Options{Variance: stats.Gwet}).SE, tt.published, 6e-5)
		check.Near(t, tt.id+" jackknife", stats.Of(jackknifeSE(t, m, c, stats.ByItem)), tt.jack, 1e-4)
	}
}

// The error over raters is that of the values without each, by hand.
func TestErrorOverRaters(t *testing.T) {
	for _, set := range []string{"gwet-2014-12x4", "one-lesson", "six-lessons"} {
		m := ref.Matrix(t, set)
		raters := m.Raters()
		r := float64(len(raters))
		for _, c := range agree.Coefficients {
			got := value(t, m, c, nil, stats.Options{Inference: stats.OverRaters, PopulationRaters: 2 * len(raters)})
			if !got.Value.OK() {
				continue
			}
			var sum, squares float64
			for _, g := range raters {
				v := value(t, m.OnlyRaters(func(h int32) bool { return h != g }), c, nil, stats.Options{}).Value.Or(math.NaN())
				sum += v
				squares += v * v
			}
			want := math.Sqrt(0.5 * (r - 1) / r * (squares - sum*sum/r)) // (1 − r/R)((r − 1)/r) Σ(κ_(g) − κ̄)²
			check.Near(t, set+" "+c.ID, got.SE, want, 1e-9)
			if want > 1e-12 {
				check.Near(t, set+" "+c.ID+" df", got.DF, r-1, 0)
			}
		}
	}
}

// estimateT is estimate for a law.
func estimateT(t rapid.TB, d *agree.Data, id, scheme string) stats.Result {
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	var w *weight.Scheme
	if scheme != "" {
		w, _ = weight.Lookup(scheme)
	}
	r, err := d.Estimate(context.Background(), c, weighted(stats.Options{}, w))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// Whatever the data and the options: a value, or a reason.
func TestLawNeverNaN(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		scores, values := drawScores(rt, rapid.SampledFrom([]int{0, 2}).Draw(rt, "two"))
		m := lessons(scores, rapid.IntRange(1, 4).Draw(rt, "items a lesson"), values)
		o := rapid.SampledFrom(variants).Draw(rt, "options")
		each(rt, func(c *stats.Coefficient, w *weight.Scheme) {
			r := value(rt, m, c, w, o)
			reasoned(t, r)
			if v := r.Value.Or(0); v > 1+1e-12 {
				rt.Fatalf("%s %s = %v", c.ID, w.ID, v)
			}
		})
		if t.Failed() {
			rt.Fatal("see above")
		}
	})
}

// weighted returns the options under a scheme of weights.
func weighted(o stats.Options, w *weight.Scheme) stats.Options {
	o.Weights = w
	return o
}
