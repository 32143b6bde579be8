package within_test

import (
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
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

func near(t *testing.T, what string, got stats.Number, want, tolerance float64) {
	t.Helper()
	if v, ok := got.Value(); !ok || !(math.Abs(v-want) <= tolerance) {
		t.Errorf("%s = %v %s, want %v", what, got, got.Reason(), want)
	}
}

func absent(t *testing.T, what string, got stats.Number, want stats.Reason) {
	t.Helper()
	if got.OK() || got.Reason() != want {
		t.Errorf("%s = %v (reason %q), want reason %q", what, got, got.Reason(), want)
	}
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
			near(t, "null variance", within.NullVariance(m.Values()), want.WithinGroup.Null, 1e-9)
			for i, item := range table.Items() {
				lesson, indicator := table.Lessons()[item.Lesson], table.Indicators()[item.Indicator]
				w, ok := want.WithinGroup.Lessons[lesson].Indicators[indicator]
				if !ok {
					t.Fatalf("%s %s is not in the reference", lesson, indicator)
				}
				x := values(m, i)
				if len(x) < 2 {
					absent(t, "rwg", within.RWG(x, m.Values()), stats.NoPairs)
					continue
				}
				near(t, lesson+" "+indicator+" rwg", within.RWG(x, m.Values()), *w.RWG, 1e-9)
				mean, median := within.AverageDeviation(x)
				near(t, lesson+" "+indicator+" AD_M", mean, w.ADMean, 1e-9)
				near(t, lesson+" "+indicator+" AD_Md", median, w.ADMedian, 1e-9)
			}
		})
	}
}

func TestItemEdges(t *testing.T) {
	four := []float64{1, 2, 3, 4}
	absent(t, "rwg of one rating", within.RWG([]float64{2}, four), stats.NoPairs)
	absent(t, "rwg on one level", within.RWG([]float64{2, 2}, four[:1]), stats.NoVariation)
	absent(t, "awg of one rating", within.AWG([]float64{2}, four), stats.NoPairs)
	absent(t, "awg on one level", within.AWG([]float64{2, 2}, four[:1]), stats.NoVariation)
	absent(t, "awg at the end", within.AWG([]float64{4, 4, 4}, four), stats.OutOfRange)
	absent(t, "limit on one level", within.DeviationLimit(four[:1]), stats.NoVariation)
	mean, median := within.AverageDeviation(nil)
	absent(t, "AD_M of nothing", mean, stats.NoPairs)
	absent(t, "AD_Md of nothing", median, stats.NoPairs)
	near(t, "rwg of agreement", within.RWG([]float64{4, 4}, four), 1, 0)
	near(t, "rwg of two camps", within.RWG([]float64{1, 1, 4, 4}, four), 1-3/1.25, 1e-12)
	near(t, "null variance of even steps", within.NullVariance([]float64{1, 3, 5, 7}), 4*15/12.0, 1e-12)
	near(t, "limit of five levels", within.DeviationLimit([]float64{1, 2, 3, 4, 5}), 5/6.0, 1e-12)
}

// awg is 1 where all agree within the range and -1 where the ratings are as
// far apart as their mean allows; one of three at the far end is its bound.
func TestAWG(t *testing.T) {
	four := []float64{1, 2, 3, 4}
	near(t, "agreement", within.AWG([]float64{3, 3, 3}, four), 1, 0)
	near(t, "two camps", within.AWG([]float64{1, 1, 4, 4}, four), -1, 1e-12)
	near(t, "at the bound", within.AWG([]float64{1, 1, 4}, four), -1, 1e-12)
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
			near(t, name+" "+lesson+" r*wg(j)", got.Value, *w.RWGStarJ, 1e-9)
			got = estimate(t, m, "rwg_j", stats.Options{Unit: stats.ByLesson})
			if *w.RWGStarJ >= 0 {
				near(t, name+" "+lesson+" rwg(j)", got.Value, *w.RWGJ, 1e-9)
			} else {
				absent(t, name+" "+lesson+" rwg(j)", got.Value, stats.OutOfRange)
			}
		}
	}
}
