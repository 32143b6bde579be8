package catalog_test

import (
	"flag"
	"fmt"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/benchmark"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// The same designs are tried in every run; -rapid.seed=0 draws others.
func init() { _ = flag.Set("rapid.seed", "1") }

// drawMatrix draws ratings of any small design: two to five raters, some items
// rated once or by few, one level or several, a scale that is declared or not.
func drawMatrix(t *rapid.T) *rating.Matrix {
	raters := rapid.IntRange(2, 5).Draw(t, "raters")
	lessons := rapid.IntRange(1, 7).Draw(t, "lessons")
	indicators := rapid.IntRange(1, 5).Draw(t, "indicators")
	levels := rapid.IntRange(1, 5).Draw(t, "levels")
	gaps := rapid.SampledFrom([]int{0, 0, 2, 5}).Draw(t, "gaps in ten")
	agreement := rapid.IntRange(0, 10).Draw(t, "agreement in ten")
	upTo := func(n int, what string) int { return rapid.IntRange(0, n-1).Draw(t, what) }
	b := rating.NewBuilder()
	for i := range lessons * indicators {
		own := upTo(levels, "level")
		for g := range raters {
			if upTo(10, "gap") < gaps {
				continue
			}
			level := own
			if upTo(10, "apart") >= agreement {
				level = upTo(levels, "other level")
			}
			b.Add(rating.Record{
				Lesson: strconv.Itoa(i / indicators), Indicator: strconv.Itoa(i % indicators),
				Rater: strconv.Itoa(g), Score: float64(level),
			})
		}
	}
	var scales []rating.Scale
	if rapid.Bool().Draw(t, "declared") {
		scales = []rating.Scale{rating.NewScale("", rating.Declared, 0, 1, 2, 3, 4)}
	}
	return b.Build(scales, nil).Matrix(0, nil)
}

// drawOptions draws any way to an error, with any weights.
func drawOptions(t *rapid.T) stats.Options {
	return stats.Options{
		Unit:             rapid.SampledFrom([]stats.Unit{stats.ByItem, stats.ByLesson}).Draw(t, "unit"),
		Variance:         rapid.SampledFrom([]stats.Variance{stats.Corrected, stats.Gwet, stats.Linearized, stats.Jackknife}).Draw(t, "variance"),
		Inference:        rapid.SampledFrom([]stats.Inference{stats.OverItems, stats.OverItems, stats.OverRaters, stats.OverBoth}).Draw(t, "inference"),
		Interval:         rapid.SampledFrom([]stats.Interval{stats.StudentT, stats.Normal}).Draw(t, "interval"),
		Bootstrap:        rapid.SampledFrom([]int{0, 0, 0, 20}).Draw(t, "bootstrap"),
		BootstrapMethod:  rapid.SampledFrom([]stats.BootstrapMethod{stats.Percentile, stats.BCa}).Draw(t, "bootstrap method"),
		PopulationItems:  rapid.SampledFrom([]int{0, 0, 1, 7, 40}).Draw(t, "population of items"),
		PopulationRaters: rapid.SampledFrom([]int{0, 0, 1, 4, 9}).Draw(t, "population of raters"),
		TestValue:        rapid.SampledFrom([]float64{0, 0, 0.3, -1, 1}).Draw(t, "test value"),
		Confidence:       rapid.SampledFrom([]float64{0.95, 0.5, 0.999}).Draw(t, "confidence"),
		Weights:          rapid.SampledFrom(append(weights(t), weight.Schemes...)).Draw(t, "weights"),
		Workers:          1,
	}
}

// weights are schemes that are not listed: of a family, and of one's own for
// two levels to five, symmetric or not.
func weights(t *rapid.T) []*weight.Scheme {
	var list []*weight.Scheme
	for _, id := range []string{"power:1.5", "within:1"} {
		s, err := weight.Lookup(id)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	for q := range 4 {
		own := make([][]float64, q+2)
		for k := range own {
			own[k] = make([]float64, q+2)
			for l := range own[k] {
				own[k][l] = float64((3*k+l)%5) / 5
			}
			own[k][k] = 1
		}
		s, err := weight.Custom(own)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, s)
	}
	return list
}

// sweep computes every coefficient of any ratings, in any way: nothing panics,
// every figure is a number or has its reason, and every limit holds the value
// and is within [−1, 1], but where the value itself is not.
func sweep(t *rapid.T) {
	m := drawMatrix(t)
	d, o := stats.Prepare(m), drawOptions(t)
	for _, c := range catalog.Coefficients {
		r, err := c.Estimate(t.Context(), d, o)
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		if wrong := faultOf(r); wrong != "" {
			t.Errorf("%s: %s in %+v under %+v", c.ID, wrong, r, o)
		}
		placed := benchmark.All[0].Place(r, o.Confidence)
		if p, ok := placed.Probability.Value(); ok && !(p >= 0 && p <= 1+1e-9) {
			t.Errorf("%s: in its band with probability %v, %+v", c.ID, p, r)
		}
	}
	sweepParts(t, m, o)
}

// sweepParts computes what is of levels, lines between them and groups.
func sweepParts(t *rapid.T, m *rating.Matrix, o stats.Options) {
	d := agree.Prepare(m)
	levels, err := d.Levels(t.Context(), o)
	lines, err2 := d.Boundaries(t.Context(), o)
	if err != nil || err2 != nil {
		t.Fatalf("%v %v", err, err2)
	}
	var all []stats.Result
	for _, l := range levels {
		all = append(all, l.Specific, l.Kappa, l.Alpha)
	}
	for _, l := range lines {
		all = append(all, l.Kappa)
	}
	for _, r := range all {
		if wrong := faultOf(r); wrong != "" {
			t.Errorf("%s: %s in %+v under %+v", r.ID, wrong, r, o)
		}
	}
	first := func(rater int32) bool { return rater%2 == 0 }
	r, err := agree.GroupKappa(m, first, func(rater int32) bool { return !first(rater) }, o)
	if wrong := faultOf(r); err != nil || wrong != "" {
		t.Errorf("group_kappa: %v %s in %+v", err, wrong, r)
	}
}

// faultOf says what is wrong with a result.
func faultOf(r stats.Result) string {
	for name, n := range map[string]stats.Number{
		"value": r.Value, "error": r.SE, "lower": r.Lower, "upper": r.Upper, "p": r.P,
		"observed": r.Observed, "expected": r.Expected, "df": r.DF,
	} {
		v, ok := n.Value()
		if !ok && n.Reason() == "" {
			return name + " is absent without a reason"
		}
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return name + " is not a number"
		}
	}
	if p, ok := r.P.Value(); ok && (p < 0 || p > 1) {
		return fmt.Sprintf("p %v", p)
	}
	value, ok := r.Value.Value()
	if !ok {
		if r.Lower.OK() || r.Upper.OK() || r.SE.OK() {
			return "limits without a value"
		}
		return ""
	}
	if lower := r.Lower.Or(min(-1, value)); lower > value || lower < min(-1, value) {
		return fmt.Sprintf("lower limit %v of %v", lower, value)
	}
	if upper := r.Upper.Or(max(1, value)); upper < value || upper > max(1, value) {
		return fmt.Sprintf("upper limit %v of %v", upper, value)
	}
	return ""
}

func TestSweep(t *testing.T) { rapid.Check(t, sweep) }

func FuzzSweep(f *testing.F) { f.Fuzz(rapid.MakeFuzz(sweep)) }
