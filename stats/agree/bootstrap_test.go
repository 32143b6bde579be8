package agree_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// The bootstrap's error is near the analytic one, and its limits lie about the
// value.
func TestBootstrapNearAnalytic(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "six-lessons"))
	for _, tt := range []struct {
		o    stats.Options
		near float64
	}{
		{stats.Options{}, 0.1},
		{stats.Options{Unit: stats.ByLesson, Variance: stats.Linearized}, 0.2}, // √(5/6), and skew
		{stats.Options{Inference: stats.OverRaters}, 0.25},
	} {
		for _, c := range agree.Coefficients {
			analytic, err := d.Estimate(context.Background(), c, tt.o)
			if err != nil {
				t.Fatal(err)
			}
			if !analytic.Value.OK() || c.ID == "unanimity" && tt.o.Inference == stats.OverRaters {
				continue // more raters drawn alike are unanimous more often
			}
			for _, method := range []stats.BootstrapMethod{stats.Percentile, stats.BCa} {
				o := tt.o
				o.Bootstrap, o.BootstrapMethod, o.Seed = 800, method, 3
				got, err := d.Estimate(context.Background(), c, o)
				if err != nil {
					t.Fatal(err)
				}
				se := analytic.SE.Or(0)
				check.Near(t, c.ID+" by "+got.Method, got.SE, se, tt.near*se)
				if v := got.Value.Or(0); !(got.Lower.Or(2) < v && v < got.Upper.Or(-2)) {
					t.Errorf("%s: %v is not within %v and %v", c.ID, v, got.Lower, got.Upper)
				}
				if got.Replicates != 800 || got.Method != "bootstrap "+string(method) {
					t.Errorf("%d replicates, %s", got.Replicates, got.Method)
				}
			}
		}
	}
}

func TestWorkersChangeNothing(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "gwet-2014-12x4"))
	var want []stats.Result
	for _, workers := range []int{1, 2, 5} {
		for _, inference := range []stats.Inference{stats.OverItems, stats.OverBoth} {
			o := stats.Options{Bootstrap: 70, Seed: 9, Workers: workers, Inference: inference}
			got, err := estimateAll(t.Context(), d, weight.Schemes[:3], o)
			if err != nil {
				t.Fatal(err)
			}
			if inference == stats.OverBoth {
				continue
			}
			if want == nil {
				want = got
			}
			if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b stats.Number) bool { return a == b })); diff != "" {
				t.Fatalf("%d workers: %s", workers, diff)
			}
		}
	}
}

// estimateAll computes every coefficient under each of the schemes.
func estimateAll(ctx context.Context, d *agree.Data, schemes []*weight.Scheme, o stats.Options) ([]stats.Result, error) {
	var results []stats.Result
	for _, c := range agree.Coefficients {
		for i, w := range schemes {
			if !c.Takes(w) && (c.Has(stats.Weighted) || i > 0) {
				continue
			}
			r, err := d.Estimate(ctx, c, weighted(o, w))
			if err != nil {
				return nil, err
			}
			results = append(results, r)
		}
	}
	return results, nil
}

func TestBootstrapCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	d := agree.Prepare(ref.Matrix(t, "fleiss-1971"))
	_, err := estimateAll(ctx, d, weight.Schemes[:1], stats.Options{Bootstrap: 1000})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
	if _, err := d.Levels(ctx, stats.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("levels: err = %v", err)
	}
	if _, err := d.Prevalence(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("prevalence: err = %v", err)
	}
	if _, err := agree.Compare(ctx, agree.Subject{}, agree.Subject{}, stats.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("compare: err = %v", err)
	}
}

// Of three raters drawn with replacement one draw in nine is a single rater,
// who has no one to agree with.
func TestBootstrapOfThreeRaters(t *testing.T) {
	d := agree.Prepare(matrix([][]float64{{1, 1, 2}, {1, 2, 2}, {2, 2, 2}, {1, 1, 1}}, 1, 2))
	r := estimate(t, d, "fleiss", "", stats.Options{Bootstrap: 300, Inference: stats.OverRaters})
	check.Absent(t, "lower", r.Lower, stats.Unstable)
	if share := float64(r.Undefined) / 300; math.Abs(share-1.0/9) > 0.06 {
		t.Errorf("%d of 300 undefined", r.Undefined)
	}
}

// What items and raters do together is taken out once, so the error over both
// is between the greater part and the sum of both parts.
func TestErrorOverBoth(t *testing.T) {
	for _, set := range []string{"six-lessons", "one-lesson", "gwet-2014-12x4"} {
		d := agree.Prepare(ref.Matrix(t, set))
		for _, c := range agree.Coefficients {
			at := func(o stats.Options) float64 {
				r, err := d.Estimate(context.Background(), c, o)
				if err != nil {
					t.Fatal(err)
				}
				return r.SE.Or(math.NaN())
			}
			items, raters := at(stats.Options{}), at(stats.Options{Inference: stats.OverRaters})
			both := at(stats.Options{Inference: stats.OverBoth})
			if math.IsNaN(both) {
				continue
			}
			if both < max(items, raters)-1e-12 || both > math.Hypot(items, raters)+1e-12 {
				t.Errorf("%s %s: %v over items, %v over raters, %v over both", set, c.ID, items, raters, both)
			}
			gwet := at(stats.Options{Inference: stats.OverBoth, Variance: stats.Gwet})
			if want := math.Hypot(at(stats.Options{Variance: stats.Gwet}), raters); math.Abs(gwet-want) > 1e-12 {
				t.Errorf("%s %s as published: %v, want %v", set, c.ID, gwet, want)
			}
		}
	}
}

func TestPopulations(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "six-lessons"))
	all := estimate(t, d, "gwet", "", stats.Options{})
	half := estimate(t, d, "gwet", "", stats.Options{PopulationItems: 96})
	check.Near(t, "half of the population", half.SE, all.SE.Or(0)*math.Sqrt(0.5), 1e-12)
	whole := estimate(t, d, "gwet", "", stats.Options{PopulationItems: 48})
	check.Near(t, "the whole population", whole.SE, 0, 0)
	check.Near(t, "its lower limit", whole.Lower, whole.Value.Or(0), 0)
	check.Absent(t, "its P", whole.P, stats.NoSpread)
	both := estimate(t, d, "gwet", "", stats.Options{Inference: stats.OverBoth, PopulationItems: 48, PopulationRaters: 8})
	check.Near(t, "items and raters whole", both.SE, 0, 0)
}

// A wider confidence makes wider limits; the normal's are inside t's.
func TestConfidence(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "one-lesson"))
	width := func(o stats.Options) float64 {
		r := estimate(t, d, "fleiss", "", o)
		return r.Upper.Or(0) - r.Lower.Or(0)
	}
	last := 0.0
	for _, c := range []float64{0.5, 0.9, 0.95, 0.999} {
		w, n := width(stats.Options{Confidence: c}), width(stats.Options{Confidence: c, Interval: stats.Normal})
		if w <= last || n >= w {
			t.Errorf("at %v: %v by t, %v by the normal", c, w, n)
		}
		last = w
	}
	if width(stats.Options{}) != width(stats.Options{Confidence: 0.95}) {
		t.Error("the default is not 95%")
	}
	r := estimate(t, d, "percent_agreement", "", stats.Options{})
	check.Absent(t, "P of percent agreement", r.P, stats.NoNull)
	r = estimate(t, d, "percent_agreement", "", stats.Options{TestValue: r.Value.Or(0)})
	check.Near(t, "P against itself", r.P, 1, 1e-12)
}

// By lesson the default is the jackknife of up to 50 lessons and the
// linearisation of more; there they differ by little.
func TestDefaultErrorOverLessons(t *testing.T) {
	for lessons, want := range map[int]string{20: "jackknife", 50: "jackknife", 60: "linearisation"} {
		d := agree.Prepare(simulated(lessons*4, 4, 4))
		got := estimate(t, d, "fleiss", "quadratic", stats.Options{Unit: stats.ByLesson})
		if got.Method != want {
			t.Errorf("%d lessons: %s", lessons, got.Method)
		}
		jack := estimate(t, d, "fleiss", "quadratic", stats.Options{Unit: stats.ByLesson, Variance: stats.Jackknife})
		check.Near(t, "error", got.SE, jack.SE.Or(0), 0.03*jack.SE.Or(0))
	}
}

// Lessons can be drawn though some patterns stand in none of those raters'.
func TestBootstrapOfSomeRaters(t *testing.T) {
	var records []rating.Record
	for l := range 50 {
		for i := range 10 {
			raters := []string{"g1", "g2"}
			if i > 6 {
				raters = []string{"g3", "g4", "g5"}
			}
			for g, rater := range raters {
				records = append(records, rating.Record{
					Rater: rater, Lesson: fmt.Sprint("L", l), Indicator: fmt.Sprint("i", i), Score: float64(1 + (l+i*g)%4),
				})
			}
		}
	}
	d := agree.Prepare(matrixOf(records)).OnlyRaters(func(g int32) bool { return g < 2 })
	c, err := catalog.Lookup("fleiss_kappa")
	if err != nil {
		t.Fatal(err)
	}
	r, err := d.Estimate(t.Context(), c, stats.Options{Bootstrap: 200, Unit: stats.ByLesson})
	if err != nil || !r.SE.OK() {
		t.Errorf("error %v, %v", r.SE, err)
	}
}
