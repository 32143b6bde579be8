package agree_test

import (
	"context"
	"fmt"
	"math"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/internal/check"
	"github.com/cb401426/calibrate/stats/internal/ref"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// R irr 0.84.1: each two raters over the items both rated. Its weights go by
// the positions of the levels that the pair happens to use, so where those have
// gaps, as in shrout-fleiss-1979, its weighted kappas are of another scale. Its
// z is 0 where a rater gave one level throughout, which is 0/0.
func TestPairs(t *testing.T) {
	linear, _ := weight.Lookup("linear")
	quadratic, _ := weight.Lookup("quadratic")
	identity, _ := weight.Lookup("identity")
	for _, set := range ref.Names {
		var golden struct {
			Pairs map[string]struct {
				N         int
				Exact     *float64
				WithinOne *float64 `json:"within_one"`
				Kappa     *float64
				Linear    *float64 `json:"kappa_linear"`
				Quadratic *float64 `json:"kappa_quadratic"`
				Z         *float64 `json:"kappa_z"`
			}
		}
		ref.Values(t, set, &golden)
		table := ref.Table(t, set)
		d := agree.Prepare(table.Matrix(0, nil))
		met := 0
		for _, pair := range d.PerPair(identity, linear, quadratic) {
			name := table.Raters()[pair.A] + "~" + table.Raters()[pair.B]
			want, ok := golden.Pairs[name]
			if !ok {
				continue
			}
			met++
			if pair.Items != want.N {
				t.Errorf("%s %s: %d items, want %d", set, name, pair.Items, want.N)
			}
			two := d.OnlyRaters(func(g int32) bool { return g == pair.A || g == pair.B })
			for what, x := range map[string]struct {
				got  stats.Number
				want *float64
			}{
				"exact":      {pair.Exact, want.Exact},
				"within one": {pair.WithinOne, want.WithinOne},
				"kappa":      {pair.Kappas[0], want.Kappa},
				"linear":     {pair.Kappas[1], want.Linear},
				"quadratic":  {pair.Kappas[2], want.Quadratic},
				"z":          {two.CohenZero(nil).Statistic, want.Z},
				"estimated":  {estimate(t, two, "cohen_kappa", "linear", stats.Options{}).Value, want.Linear},
			} {
				weighted := what == "linear" || what == "quadratic" || what == "estimated"
				if x.want != nil && !(weighted && set == "shrout-fleiss-1979") && !(what == "z" && *x.want == 0) {
					check.Near(t, set+" "+name+" "+what, x.got, *x.want, 1e-9)
				}
			}
			check.Near(t, "two apart", pair.TwoApart, 1-pair.WithinOne.Or(0), 1e-12)
		}
		if met != len(golden.Pairs) {
			t.Errorf("%s: %d pairs of %d", set, met, len(golden.Pairs))
		}
	}
}

func TestPairByHand(t *testing.T) {
	d := agree.Prepare(matrix([][]float64{{1, 2}, {4, 1}, {3, 3}, {2, na}}, 1, 2, 3, 4))
	pairs := d.PerPair()
	if len(pairs) != 1 || pairs[0].Items != 3 {
		t.Fatalf("%+v", pairs)
	}
	check.Near(t, "mean difference", pairs[0].MeanDifference, 2.0/3, 1e-12)
	check.Near(t, "mean distance", pairs[0].MeanDistance, 4.0/3, 1e-12)
}

// Fleiss 1971: kappa .430. By level as the manual of R irr 0.84.1 prints
// kappam.fleiss(diagnoses, detail = TRUE), to three digits.
func TestFleissByLevel(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "fleiss-1971"))
	check.Near(t, "Fleiss 1971", estimate(t, d, "fleiss", "", stats.Options{}).Value, 0.430, 5e-4)
	levels, err := d.Levels(context.Background(), stats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []float64{0.245, 0.245, 0.520, 0.471, 0.566}
	ratings := 0
	for k, level := range levels {
		check.Near(t, fmt.Sprint("kappa of ", level.Value), level.Kappa.Value, want[k], 5e-4)
		// Complete data: kappa of a level is (specific − π)/(1 − π).
		check.Near(t, "specific", level.Specific.Value, level.Share+want[k]*(1-level.Share), 5e-4)
		if !level.Specific.Lower.OK() || level.Specific.Lower.Or(1) > level.Specific.Value.Or(0) {
			t.Errorf("limits %v %v", level.Specific.Lower, level.Specific.Upper)
		}
		ratings += level.Ratings
	}
	if ratings != 180 {
		t.Errorf("%d ratings", ratings)
	}
}

// The published alphas of Krippendorff 2011.
func TestKrippendorff2011(t *testing.T) {
	d := agree.Prepare(ref.Matrix(t, "gwet-2014-12x4"))
	for w, want := range map[string]float64{
		"identity": 0.743, "krippendorff_ordinal": 0.815, "quadratic": 0.849, "ratio": 0.797,
	} {
		check.Near(t, w, estimate(t, d, "alpha", w, stats.Options{}).Value, want, 5e-4)
	}
}

func TestSpecificAgreementIsAbsentForAnUnusedLevel(t *testing.T) {
	d := agree.Prepare(matrix([][]float64{{1, 1}, {1, 3}, {3, 3}}, 1, 2, 3))
	levels, err := d.Levels(context.Background(), stats.Options{})
	if err != nil {
		t.Fatal(err)
	}
	check.Near(t, "specific agreement on 1", levels[0].Specific.Value, 2.0/3, 1e-12)
	check.Absent(t, "specific agreement on 2", levels[1].Specific.Value, stats.Undefined)
	check.Absent(t, "kappa of 2", levels[1].Kappa.Value, stats.Undefined)
}

// The errors of what a Data is restricted to are those of the Matrix so
// restricted.
func TestSubsets(t *testing.T) {
	for _, set := range []string{"gwet-2014-12x4", "six-lessons", "sparse"} {
		m := ref.Matrix(t, set)
		d := agree.Prepare(m)
		some := func(g int32) bool { return g%3 != 1 }
		var rows []int
		for i := range m.Items() {
			if i%4 != 2 {
				rows = append(rows, i)
			}
		}
		byItems := d.OnlyItems(func(row int) bool { return row%4 != 2 })
		both := byItems.OnlyRaters(some)
		again := d.OnlyRaters(some).OnlyItems(func(row int) bool { return row%4 != 2 })
		for _, c := range agree.Coefficients {
			for _, o := range []stats.Options{
				{},
				{Unit: stats.ByLesson},
				{Inference: stats.OverRaters},
				{Inference: stats.OverBoth},
				{Bootstrap: 40},
				{Bootstrap: 40, Inference: stats.OverBoth, Unit: stats.ByLesson},
			} {
				for what, pair := range map[string]struct {
					sub *agree.Data
					m   *rating.Matrix
				}{
					"raters": {d.OnlyRaters(some), m.OnlyRaters(some)},
					"items":  {byItems, m.Take(rows)},
					"both":   {both, m.Take(rows).OnlyRaters(some)},
					"again":  {again, m.Take(rows).OnlyRaters(some)},
				} {
					got, err := pair.sub.Estimate(context.Background(), c, o)
					if err != nil {
						t.Fatal(err)
					}
					want := value(t, pair.m, c, nil, o)
					what := fmt.Sprintf("%s %s of %s %+v", set, c.ID, what, o)
					if got.Items != want.Items || got.Raters != want.Raters {
						t.Fatalf("%s: %d × %d, want %d × %d", what, got.Items, got.Raters, want.Items, want.Raters)
					}
					same(t, what, got.Value, want.Value)
					if o.Bootstrap == 0 {
						same(t, what+" se", got.SE, want.SE)
						same(t, what+" lower", got.Lower, want.Lower)
					}
				}
			}
		}
	}
}

func TestPerItem(t *testing.T) {
	d := agree.Prepare(matrix([][]float64{{1, 1, 4}, {2, 2, na}, {3, na, na}}, 1, 2, 3, 4))
	items := d.PerItem()
	if len(items) != 3 {
		t.Fatalf("%d items", len(items))
	}
	check.Near(t, "agreement of the first", items[0].Agreement, 1.0/3, 1e-12)
	if it := items[0]; it.Ratings != 3 || it.Unanimous || it.Commonest != 0 || it.Lowest != 0 || it.Highest != 3 ||
		math.Abs(it.CommonestShare-2.0/3) > 1e-12 {
		t.Errorf("first: %+v", it)
	}
	if !items[1].Unanimous || items[1].Row != 1 {
		t.Errorf("second: %+v", items[1])
	}
	check.Absent(t, "agreement of the third", items[2].Agreement, stats.NoPairs)
	if items[2].Unanimous {
		t.Error("a lone rating is unanimous")
	}
}

// R irr's agree(tolerance = 1): the items on which all are within one.
func TestUnanimityWithinOne(t *testing.T) {
	for _, set := range ref.Names {
		var want golden
		ref.Values(t, set, &want)
		g, ok := want.Irr["agree/tolerance=1"]
		if !ok {
			continue
		}
		items := agree.Prepare(complete(ref.Matrix(t, set))).PerItem()
		within := 0.0
		for _, item := range items {
			if item.Highest-item.Lowest <= 1 {
				within++
			}
		}
		check.Near(t, set, stats.Of(within/float64(len(items))), g.Value, 1e-9)
	}
}

func TestPrevalence(t *testing.T) {
	// 100 items, 2 raters: both high on 90, apart on 10.
	var rows [][]float64
	for i := range 100 {
		switch {
		case i < 90:
			rows = append(rows, []float64{3, 3})
		case i < 95:
			rows = append(rows, []float64{3, 2})
		default:
			rows = append(rows, []float64{2, 3})
		}
	}
	v, err := agree.Prepare(matrix(rows, 1, 2, 3, 4)).Prevalence(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	if v.Commonest != 2 || v.Ratings != 200 || v.AtCommonest != 190 || !v.Paradox {
		t.Errorf("%+v", v)
	}
	check.Near(t, "observed", v.Observed, 0.9, 1e-12)
	check.Near(t, "chance", v.Chance, 0.95*0.95+0.05*0.05, 1e-12)
	check.Near(t, "pairs apart", stats.Of(v.PairsApart), 10, 1e-12)
	check.Near(t, "pairs apart by chance", stats.Of(v.PairsApartByChance), 100*(1-0.95*0.95-0.05*0.05), 1e-9)

	v, err = agree.Prepare(matrix(nil, 1, 2)).Prevalence(context.Background())
	if err != nil || v.Paradox || v.Kappa.Reason() != stats.NoPairs {
		t.Errorf("of nothing: %+v, %v", v, err)
	}
}
