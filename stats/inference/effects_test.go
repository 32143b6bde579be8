package inference_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/inference"
)

// The jackknife of a mean is its usual standard error.
func TestJackknifeOfValuesThatStandOften(t *testing.T) {
	xs, often := []float64{1, 2, 4, 7}, []float64{3, 1, 1, 2}
	var n, sum, squares float64
	for i, x := range xs {
		n += often[i]
		sum += often[i] * x
	}
	var without []stats.Number
	for i, x := range xs {
		without = append(without, stats.Of((sum-x)/(n-1)))
		squares += often[i] * (x - sum/n) * (x - sum/n)
	}
	e, why := inference.Jackknife(without, often)
	if got, want := e.Variance(), squares/(n-1)/n; math.Abs(got-want) > 1e-12 || e.Units != 7 || why != "" {
		t.Errorf("variance %v, want %v; %v units (%s)", got, want, e.Units, why)
	}
}

// Holm 1979: with p of .01, .013, .03 and .5 the bounds at .05 are .05/4, .05/3
// and .05/2, so that two hold.
func TestHolm(t *testing.T) {
	got := inference.Holm([]float64{.03, .5, .01, .013})
	for i, want := range []float64{.06, .5, .04, .04} {
		if math.Abs(got[i]-want) > 1e-12 {
			t.Errorf("adjusted %v", got)
			break
		}
	}
	if got := inference.Holm(nil); len(got) != 0 {
		t.Errorf("of nothing %v", got)
	}
}

func TestLawOfTheUnit(t *testing.T) {
	for lessons, want := range map[int]stats.Unit{1: stats.ByItem, 4: stats.ByItem, 5: stats.ByLesson} {
		if got := inference.UnitFor(lessons); got != want {
			t.Errorf("%d lessons: by %s", lessons, got)
		}
	}
}

// Over lessons an error has one degree of freedom less.
func TestDegrees(t *testing.T) {
	for unit, want := range map[stats.Unit]float64{"": 5, stats.ByItem: 5, stats.ByLesson: 4} {
		if got := inference.Degrees(6, stats.Options{Unit: unit}); got != want {
			t.Errorf("%s: %v degrees of freedom, want %v", unit, got, want)
		}
	}
	if got := inference.Degrees(2, stats.Options{Unit: stats.ByLesson}); got != 1 {
		t.Errorf("of two lessons %v", got)
	}
}

// The two-sided 5% points of Student's t: Fisher & Yates, table III.
func TestCritical(t *testing.T) {
	for df, want := range map[float64]float64{1: 12.706, 3: 3.182, 4: 2.776, 30: 2.042, math.Inf(1): 1.960} {
		if got := inference.Critical(df, .95); math.Abs(got-want) > 5e-4 {
			t.Errorf("%v degrees of freedom: %v, want %v", df, got, want)
		}
	}
}
