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
)

func subject(t rapid.TB, d *agree.Data, id string) agree.Subject {
	c, err := catalog.Lookup(id)
	if err != nil {
		t.Fatal(err)
	}
	return agree.Subject{Data: d, Coefficient: c}
}

func compare(t rapid.TB, a, b agree.Subject, o stats.Options) agree.Comparison {
	c, err := agree.Compare(context.Background(), a, b, o)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Two coefficients of one file, against the jackknife of their difference.
func TestComparePaired(t *testing.T) {
	m := ref.Matrix(t, "six-lessons")
	d := agree.Prepare(m)
	got := compare(t, subject(t, d, "gwet_ac"), subject(t, d, "fleiss_kappa"), stats.Options{})
	var diffs []stats.Number
	for i := range m.Items() {
		rest := slices.Delete(indices(m.Items()), i, i+1)
		without := agree.Prepare(m.Take(rest))
		diffs = append(diffs, stats.Of(
			estimate(t, without, "gwet_ac", "", stats.Options{}).Value.Or(0)-
				estimate(t, without, "fleiss_kappa", "", stats.Options{}).Value.Or(0)))
	}
	check.Near(t, "error", got.SE, jackknife(diffs), 0.05*jackknife(diffs))
	check.Near(t, "difference", got.Difference, got.First.Value.Or(0)-got.Second.Value.Or(0), 0)
	check.Near(t, "df", got.DF, 47, 0)
	if got.Method != "paired" || got.Units != 48 {
		t.Errorf("%s over %d", got.Method, got.Units)
	}
	// By lesson.
	got = compare(t, subject(t, d, "gwet_ac"), subject(t, d, "fleiss_kappa"), stats.Options{Unit: stats.ByLesson})
	check.Near(t, "df by lesson", got.DF, 4, 0)
	if got.Units != 6 {
		t.Errorf("%d lessons", got.Units)
	}
}

func indices(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

func jackknife(values []stats.Number) float64 {
	var sum, squares float64
	n := float64(len(values))
	for _, v := range values {
		sum += v.Or(0)
	}
	for _, v := range values {
		squares += (v.Or(0) - sum/n) * (v.Or(0) - sum/n)
	}
	return math.Sqrt((n - 1) / n * squares)
}

// A coefficient compared with that of no one else's items is its own error; a
// group of raters with itself has no difference.
func TestCompareGroups(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "six-lessons"))
	low := d.OnlyRaters(func(g int32) bool { return g < 4 })
	high := d.OnlyRaters(func(g int32) bool { return g >= 4 })
	got := compare(t, subject(t, low, "alpha"), subject(t, high, "alpha"), stats.Options{})
	if got.Method != "paired" || got.Units != 48 || !got.P.OK() {
		t.Errorf("%+v", got)
	}
	self := compare(t, subject(t, low, "alpha"), subject(t, low, "alpha"), stats.Options{})
	check.Near(t, "difference with itself", self.Difference, 0, 0)
	check.Absent(t, "P", self.P, stats.NoSpread)

	// Sets of items that share no item but share lessons.
	even := d.OnlyItems(func(row int) bool { return row%2 == 0 })
	odd := d.OnlyItems(func(row int) bool { return row%2 == 1 })
	got = compare(t, subject(t, even, "fleiss"), subject(t, odd, "fleiss"), stats.Options{})
	if got.Method != "independent" {
		t.Errorf("sets of items: %s", got.Method)
	}
	se := math.Hypot(estimate(t, even, "fleiss", "", stats.Options{}).SE.Or(0),
		estimate(t, odd, "fleiss", "", stats.Options{}).SE.Or(0))
	check.Near(t, "error", got.SE, se, 1e-12)
	if df := got.DF.Or(0); df < 23 || df > 46 {
		t.Errorf("%v degrees of freedom of two sets of 24 items", df)
	}
	byLesson := compare(t, subject(t, even, "fleiss"), subject(t, odd, "fleiss"), stats.Options{Unit: stats.ByLesson})
	if byLesson.Method != "paired" || byLesson.Units != 6 {
		t.Errorf("by lesson: %s over %d", byLesson.Method, byLesson.Units)
	}

	// Two files.
	other := agree.Prepare(ref.Matrix(t, "one-lesson"))
	got = compare(t, subject(t, d, "fleiss"), subject(t, other, "fleiss"), stats.Options{})
	if got.Method != "independent" || !got.Lower.OK() {
		t.Errorf("two files: %+v", got)
	}
}

// The rounds of one form pair by lesson and indicator, as groups of raters of
// the same items do.
func TestCompareRounds(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	rounds, groups := rating.NewBuilder(), rating.NewBuilder()
	for i := range 15 {
		own := rng.IntN(4)
		for g := range 8 {
			score := float64(own)
			if rng.IntN(10) < 3+g/4 {
				score = float64(rng.IntN(4))
			}
			r := rating.Record{Lesson: strconv.Itoa(i / 5), Indicator: strconv.Itoa(i % 5), Rater: strconv.Itoa(g), Score: score}
			groups.Add(r)
			r.Rater, r.Round = strconv.Itoa(g%4), strconv.Itoa(g/4)
			rounds.Add(r)
		}
	}
	table := rounds.Build(nil, nil)
	byRound := agree.Prepare(table.Matrix(0, nil))
	round := func(n int32) *agree.Data {
		return byRound.OnlyItems(func(row int) bool { return table.Items()[row].Round == n })
	}
	byGroup := agree.Prepare(groups.Build(nil, nil).Matrix(0, nil))
	for _, id := range []string{"fleiss_kappa", "krippendorff_alpha", "gwet_ac", "conger_kappa"} {
		for _, o := range []stats.Options{{}, {Variance: stats.Gwet}, {Unit: stats.ByLesson}} {
			got := compare(t, subject(t, round(0), id), subject(t, round(1), id), o)
			want := compare(t,
				subject(t, byGroup.OnlyRaters(func(g int32) bool { return g < 4 }), id),
				subject(t, byGroup.OnlyRaters(func(g int32) bool { return g >= 4 }), id), o)
			if got.Method != "paired" || got.Units != want.Units {
				t.Errorf("%s: %s over %d units, want %d", id, got.Method, got.Units, want.Units)
			}
			check.Near(t, id+" error", got.SE, want.SE.Or(9), 1e-12)
			check.Near(t, id+" p", got.P, want.P.Or(9), 1e-12)
		}
	}
}

// Items that only one rater of a side rated are no units of alpha's: it does
// not read them.
func TestCompareAlphaIgnoresItemsRatedOnce(t *testing.T) {
	shared := [][]float64{{1, 1, 2, 2}, {2, 3, 3, 3}, {3, 3, 1, 3}, {4, 3, 4, 4}}
	single := append(slices.Clone(shared), []float64{1, na, na, na}, []float64{na, na, 4, na}, []float64{na, 2, na, na})
	var got [2]agree.Comparison
	for i, scores := range [][][]float64{shared, single} {
		d := agree.Prepare(matrix(scores, 1, 2, 3, 4))
		got[i] = compare(t,
			subject(t, d.OnlyRaters(func(g int32) bool { return g < 2 }), "alpha"),
			subject(t, d.OnlyRaters(func(g int32) bool { return g >= 2 }), "alpha"), stats.Options{})
	}
	check.Near(t, "p", got[1].P, got[0].P.Or(9), 1e-12)
	if got[0].Units != 4 || got[1].Units != 4 {
		t.Errorf("%d and %d units", got[0].Units, got[1].Units)
	}
}

func TestCompareAbsent(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "six-lessons"))
	flat := agree.Prepare(rating.NewMatrix([][]float64{{1, 1}, {1, 1}}))
	got := compare(t, subject(t, d, "fleiss"), subject(t, flat, "fleiss"), stats.Options{})
	check.Absent(t, "difference", got.Difference, stats.NoVariation)
	one := agree.Prepare(rating.NewMatrix([][]float64{{1, 2}}))
	got = compare(t, subject(t, d, "percent_agreement"), subject(t, one, "percent_agreement"), stats.Options{})
	check.Absent(t, "error", got.SE, stats.TooFewItems)
	if !got.Difference.OK() {
		t.Error("no difference")
	}
}
