package within_test

import (
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/within"
)

// reference is what R multilevel says of the lessons of a data set.
type reference struct {
	WithinGroup struct {
		Null    float64 `json:"uniform_null_variance"`
		Lessons map[string]struct {
			Judges     int      `json:"complete_judges"`
			RWGJ       *float64 `json:"rwg_j"`
			RWGStarJ   *float64 `json:"rwg_star_j"`
			Indicators map[string]struct {
				RWG      *float64
				ADMean   float64 `json:"ad_mean"`
				ADMedian float64 `json:"ad_median"`
			}
		}
	} `json:"within_group"`
}

// values returns the ratings of row i.
func values(m *rating.Matrix, i int) []float64 {
	_, row := m.Row(i)
	out := make([]float64, len(row))
	for j, level := range row {
		out[j] = m.Values()[level]
	}
	return out
}

// The null is uniform over the levels that occur: testdata/ref/README.md,
// within_group; tolerance 1e-9.
func TestItemAgainstReference(t *testing.T) {
	for _, name := range ref.Names {
		t.Run(name, func(t *testing.T) {
			var want reference
			ref.Values(t, name, &want)
			table := ref.Table(t, name)
			m := table.Matrix(0, nil)
			check.Near(t, "null variance", within.NullVariance(m.Values()), want.WithinGroup.Null, 1e-9)
			for i, item := range table.Items() {
				lesson, indicator := table.Lessons()[item.Lesson], table.Indicators()[item.Indicator]
				w, ok := want.WithinGroup.Lessons[lesson].Indicators[indicator]
				if !ok {
					t.Fatalf("%s %s is not in the reference", lesson, indicator)
				}
				x := values(m, i)
				if len(x) < 2 {
					check.Absent(t, "rwg", within.RWG(x, m.Values()), stats.NoPairs)
					continue
				}
				check.Near(t, lesson+" "+indicator+" rwg", within.RWG(x, m.Values()), *w.RWG, 1e-9)
				mean, median := within.AverageDeviation(x)
				check.Near(t, lesson+" "+indicator+" AD_M", mean, w.ADMean, 1e-9)
				check.Near(t, lesson+" "+indicator+" AD_Md", median, w.ADMedian, 1e-9)
			}
		})
	}
}

func TestItemEdges(t *testing.T) {
	four := []float64{1, 2, 3, 4}
	check.Absent(t, "rwg of one rating", within.RWG([]float64{2}, four), stats.NoPairs)
	check.Absent(t, "rwg on one level", within.RWG([]float64{2, 2}, four[:1]), stats.NoVariation)
	check.Absent(t, "awg of one rating", within.AWG([]float64{2}, four), stats.NoPairs)
	check.Absent(t, "awg on one level", within.AWG([]float64{2, 2}, four[:1]), stats.NoVariation)
	check.Absent(t, "awg at the end", within.AWG([]float64{4, 4, 4}, four), stats.OutOfRange)
	check.Absent(t, "limit on one level", within.DeviationLimit(four[:1]), stats.NoVariation)
	mean, median := within.AverageDeviation(nil)
	check.Absent(t, "AD_M of nothing", mean, stats.NoPairs)
	check.Absent(t, "AD_Md of nothing", median, stats.NoPairs)
	check.Near(t, "rwg of agreement", within.RWG([]float64{4, 4}, four), 1, 0)
	check.Near(t, "rwg of two camps", within.RWG([]float64{1, 1, 4, 4}, four), 1-3/1.25, 1e-12)
	check.Near(t, "null variance of even steps", within.NullVariance([]float64{1, 3, 5, 7}), 4*15/12.0, 1e-12)
	check.Near(t, "limit of five levels", within.DeviationLimit([]float64{1, 2, 3, 4, 5}), 5/6.0, 1e-12)
}

// awg is 1 where all agree within the range and -1 where the ratings are as
// far apart as their mean allows; one of three at the far end is its bound.
func TestAWG(t *testing.T) {
	four := []float64{1, 2, 3, 4}
	check.Near(t, "agreement", within.AWG([]float64{3, 3, 3}, four), 1, 0)
	check.Near(t, "two camps", within.AWG([]float64{1, 1, 4, 4}, four), -1, 1e-12)
	check.Near(t, "at the bound", within.AWG([]float64{1, 1, 4}, four), -1, 1e-12)
}

// The reference takes the raters who rated all of a lesson's items;
// testdata/ref, within_group; tolerance 1e-9.
func TestLessonAgainstReference(t *testing.T) {
	for _, name := range ref.Names {
		var want reference
		ref.Values(t, name, &want)
		table := ref.Table(t, name)
		for lesson, w := range want.WithinGroup.Lessons {
			m := table.Matrix(0, func(item int) bool { return table.Lessons()[table.Items()[item].Lesson] == lesson })
			rated := map[int32]int{}
			for i := range m.Items() {
				raters, _ := m.Row(i)
				for _, g := range raters {
					rated[g]++
				}
			}
			n := m.Items()
			m = m.OnlyRaters(func(g int32) bool { return rated[g] == n })
			if w.RWGStarJ == nil {
				continue
			}
			got := estimate(t, m, "rwg_star_j", stats.Options{Unit: stats.ByLesson})
			check.Near(t, name+" "+lesson+" r*wg(j)", got.Value, *w.RWGStarJ, 1e-9)
			got = estimate(t, m, "rwg_j", stats.Options{Unit: stats.ByLesson})
			if *w.RWGStarJ >= 0 {
				check.Near(t, name+" "+lesson+" rwg(j)", got.Value, *w.RWGJ, 1e-9)
			} else {
				check.Absent(t, name+" "+lesson+" rwg(j)", got.Value, stats.OutOfRange)
			}
		}
	}
}
