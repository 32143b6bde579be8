package agree_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/rating"
)

// lessonsOf is a table on levels 1 to 4: a lesson a list, an indicator a string,
// a rater a digit.
func lessonsOf(lessons ...[]string) *rating.Table {
	b := rating.NewBuilder()
	for l, items := range lessons {
		for i, row := range items {
			for g, c := range row {
				b.Add(rating.Record{
					Rater: string(rune('a' + g)), Lesson: fmt.Sprint("l", l), Indicator: fmt.Sprint("i", i), Score: float64(c - '0'),
				})
			}
		}
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil)
}

var oneLesson = []string{"33233", "22232", "34333", "21223", "33332", "23322", "33333", "12222"}

// The worked example of package dispersion, as the coefficients show it.
func TestLimitsFromParts(t *testing.T) {
	d := agree.Prepare(lessonsOf(oneLesson).Matrix(0, nil))
	for _, c := range []struct {
		coefficient, weights string
		lower, upper         float64
	}{
		{"krippendorff_alpha", "quadratic", 1 - .817232, 1 - .178426},
		{"fleiss_kappa", "quadratic", 1 - .817232, 1 - .178426},
		{"krippendorff_alpha", "identity", 1 - .937388, 1 - .305882},
		{"fleiss_kappa", "identity", 1 - .937388, 1 - .305882},
	} {
		r := estimate(t, d, c.coefficient, c.weights, stats.Options{})
		if math.Abs(r.Lower.Or(9)-c.lower) > 1e-6 || math.Abs(r.Upper.Or(9)-c.upper) > 1e-6 {
			t.Errorf("%s, %s: %v to %v, want %v to %v", c.coefficient, c.weights, r.Lower, r.Upper, c.lower, c.upper)
		}
		for _, o := range []stats.Options{{Variance: stats.Gwet}, {Variance: stats.Jackknife}, {PopulationItems: 100}, {Interval: stats.Normal}} {
			other := estimate(t, d, c.coefficient, c.weights, o)
			if math.Abs(other.Upper.Or(9)+other.Lower.Or(9)-2*other.Value.Or(0)) > 1e-9 {
				t.Errorf("%s, %s, %+v: %v to %v are not around %v", c.coefficient, c.weights, o, other.Lower, other.Upper, other.Value)
			}
		}
	}
	conger := estimate(t, d, "conger_kappa", "", stats.Options{})
	if math.Abs(conger.Upper.Or(9)+conger.Lower.Or(9)-2*conger.Value.Or(0)) > 1e-9 {
		t.Errorf("Conger's kappa: %v to %v are not around %v", conger.Lower, conger.Upper, conger.Value)
	}
}

// Two lessons that are the same twice speak of the same indicators: twice the
// items are no more to speak of. Four indicators are too few.
func TestClustersAreIndicators(t *testing.T) {
	one := estimate(t, agree.Prepare(lessonsOf(oneLesson).Matrix(0, nil)), "fleiss_kappa", "quadratic", stats.Options{})
	table := lessonsOf(oneLesson, oneLesson)
	two := estimate(t, agree.Prepare(table.Matrix(0, nil)), "fleiss_kappa", "quadratic", stats.Options{})
	if math.Abs(one.Lower.Or(9)-two.Lower.Or(8)) > 1e-9 || math.Abs(one.Upper.Or(9)-two.Upper.Or(8)) > 1e-9 {
		t.Errorf("twice: %v to %v, want %v to %v", two.Lower, two.Upper, one.Lower, one.Upper)
	}
	all := table.Matrix(0, nil).OnlyRaters(func(int32) bool { return true })
	again := estimate(t, agree.Prepare(all), "fleiss_kappa", "quadratic", stats.Options{})
	if again.Lower != two.Lower || again.Upper != two.Upper {
		t.Errorf("of all raters: %v to %v, want %v to %v", again.Lower, again.Upper, two.Lower, two.Upper)
	}
	few := estimate(t, agree.Prepare(lessonsOf(oneLesson[:4], oneLesson[:4], oneLesson[2:6]).Matrix(0, nil)), "fleiss_kappa", "", stats.Options{})
	check.Absent(t, "four indicators", few.Lower, stats.TooFewItems)
}
