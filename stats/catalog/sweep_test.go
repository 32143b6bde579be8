package catalog_test

import (
	"flag"
	"fmt"
	"math"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"github.com/cb401426/calibrate/stats"
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

// sweepOptions are the ways to an error.
var sweepOptions = []stats.Options{
	{},
	{Unit: stats.ByLesson},
	{Variance: stats.Gwet},
	{Variance: stats.Jackknife, Interval: stats.Normal},
	{Bootstrap: 40},
	{Bootstrap: 40, BootstrapMethod: stats.BCa, Unit: stats.ByLesson},
	{Inference: stats.OverRaters},
	{Inference: stats.OverBoth, Unit: stats.ByLesson},
	{PopulationItems: 40, PopulationRaters: 9, TestValue: 0.3},
}

// sweep computes every coefficient of any ratings, in any way: nothing panics,
// every figure is a number or has its reason, and every limit holds the value
// and is within [−1, 1], but where the value itself is not.
func sweep(t *rapid.T) {
	d := stats.Prepare(drawMatrix(t))
	o := rapid.SampledFrom(sweepOptions).Draw(t, "options")
	o.Weights = rapid.SampledFrom(weight.Schemes).Draw(t, "weights")
	for _, c := range catalog.Coefficients {
		r, err := c.Estimate(t.Context(), d, o)
		if err != nil {
			t.Fatalf("%s: %v", c.ID, err)
		}
		if wrong := faultOf(r); wrong != "" {
			t.Errorf("%s: %s in %+v", c.ID, wrong, r)
		}
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
