package agree_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
)

func homogeneous(t *testing.T, o stats.Options, id string, data ...*agree.Data) agree.Homogeneity {
	t.Helper()
	var parts []agree.Subject
	for _, d := range data {
		parts = append(parts, subject(t, d, id))
	}
	h, err := agree.Homogeneous(t.Context(), parts, o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

// Of two parts the test is that of their difference: χ² = z², or t² by
// Hotelling's T² with as many units.
func TestHomogeneityOfTwo(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "six-lessons"))
	low, high := d.OnlyRaters(func(g int32) bool { return g < 4 }), d.OnlyRaters(func(g int32) bool { return g >= 4 })
	for _, id := range []string{"fleiss_kappa", "krippendorff_alpha", "gwet_ac"} {
		for _, o := range []stats.Options{{}, {Unit: stats.ByLesson}} {
			h := homogeneous(t, o, id, low, high)
			c := compare(t, subject(t, low, id), subject(t, high, id), o)
			if h.Method != "paired" || h.Parts != 2 {
				t.Errorf("%s: %+v", id, h)
			}
			check.Near(t, id+" T²", h.Test.Statistic, math.Pow(c.Difference.Or(0)/c.SE.Or(1), 2), 1e-9)
			check.Near(t, id+" p", h.Test.P, c.P.Or(9), 1e-9)
		}
	}
	other := agree.Prepare(ref.Matrix(t, "one-lesson"))
	h := homogeneous(t, stats.Options{}, "fleiss_kappa", d, other)
	c := compare(t, subject(t, d, "fleiss_kappa"), subject(t, other, "fleiss_kappa"), stats.Options{})
	check.Near(t, "χ²", h.Test.Statistic, math.Pow(c.Difference.Or(0)/c.SE.Or(1), 2), 1e-9)
	if h.Method != "independent" {
		t.Errorf("two files: %s", h.Method)
	}
}

func TestHomogeneityAbsent(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "six-lessons"))
	flat := agree.Prepare(matrix([][]float64{{1, 1}, {1, 1}}, 1, 2))
	h := homogeneous(t, stats.Options{}, "fleiss_kappa", d, flat)
	check.Absent(t, "of one part", h.Test.P, stats.TooFewItems)
	check.Absent(t, "pooled", h.Pooled, stats.TooFewItems)
}

// Fleiss, Levin & Paik 2003, problem 18.3: three studies of two raters, χ² .18
// on 2 degrees of freedom, the pooled kappa .39. Their variances divide by n.
func TestHomogeneityOfThreeStudies(t *testing.T) {
	var studies []*agree.Data
	for _, cells := range [][][]int{{{3, 4}, {1, 12}}, {{2, 1}, {2, 15}}, {{6, 3}, {6, 15}}} {
		studies = append(studies, agree.Prepare(ref.Contingency(cells, 1, 2)))
	}
	h := homogeneous(t, stats.Options{}, "cohen_kappa", studies...)
	check.Near(t, "χ²", h.Test.Statistic, 0.18, 0.015)
	check.Near(t, "pooled", h.Pooled, 0.39, 0.005)
	check.Near(t, "df", h.Test.DF, 2, 0)
}
