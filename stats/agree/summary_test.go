package agree_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/cb401426/calibrate/stats"
	"github.com/cb401426/calibrate/stats/agree"
	"github.com/cb401426/calibrate/stats/catalog"
	"github.com/cb401426/calibrate/stats/rating"
	"github.com/cb401426/calibrate/stats/weight"
)

// shardRecords are ratings of lessons with gaps, on levels 1 to 4.
func shardRecords(seed uint64) []rating.Record {
	rng := rand.New(rand.NewPCG(seed, 4))
	var list []rating.Record
	for l := range 60 {
		for i := range 5 {
			z := 1 + rng.IntN(3)
			for g := range 4 {
				if rng.IntN(5) > 0 {
					list = append(list, rating.Record{
						Rater: fmt.Sprint("R", (l+g)%9), Lesson: fmt.Sprint("L", l), Indicator: fmt.Sprint("i", i),
						Score: float64(min(4, z+rng.IntN(2))),
					})
				}
			}
		}
	}
	return list
}

func matrixOf(records []rating.Record) *rating.Matrix {
	b := rating.NewBuilder()
	for _, r := range records {
		b.Add(r)
	}
	return b.Build([]rating.Scale{rating.NewScale("four", rating.Declared, 1, 2, 3, 4)}, nil).Matrix(0, nil)
}

// estimates computes every mergeable coefficient in several ways.
func summaryEstimates(s *agree.Summary) map[string]stats.Result {
	all := map[string]stats.Result{}
	eachMergeable(func(c *stats.Coefficient, w *weight.Scheme, o stats.Options) {
		all[fmt.Sprint(c.ID, w.ID, o.Unit, o.Variance)] = s.Estimate(c, weighted(o, w))
	})
	return all
}

func eachMergeable(f func(*stats.Coefficient, *weight.Scheme, stats.Options)) {
	for _, c := range agree.Coefficients {
		if !agree.Mergeable(c) {
			continue
		}
		for _, id := range []string{"identity", "linear", "quadratic", "ordinal"} {
			w, err := weight.Lookup(id)
			if err != nil {
				panic(err)
			}
			for _, unit := range []stats.Unit{stats.ByItem, stats.ByLesson} {
				f(c, w, stats.Options{Unit: unit, Variance: stats.Linearized})
			}
		}
	}
}

// What a Summary gives is what the ratings give.
func TestSummaryIsTheRatings(t *testing.T) {
	for seed := range uint64(4) {
		m := matrixOf(shardRecords(seed))
		got := summaryEstimates(agree.Summarise(m))
		d := agree.Prepare(m)
		eachMergeable(func(c *stats.Coefficient, w *weight.Scheme, o stats.Options) {
			want, err := d.Estimate(t.Context(), c, weighted(o, w))
			if err != nil {
				t.Fatal(err)
			}
			name := fmt.Sprint(c.ID, w.ID, o.Unit, o.Variance)
			r := got[name]
			for _, pair := range [][2]stats.Number{
				{want.Value, r.Value},
				{want.Observed, r.Observed},
				{want.Expected, r.Expected},
				{want.SE, r.SE},
				{want.Lower, r.Lower},
				{want.Upper, r.Upper},
				{want.P, r.P},
				{want.DF, r.DF},
			} {
				if pair[0].OK() != pair[1].OK() || pair[0].Reason() != pair[1].Reason() ||
					math.Abs(pair[0].Or(0)-pair[1].Or(0)) > 1e-9*max(1, math.Abs(pair[0].Or(0))) {
					t.Errorf("%s: %v, want %v", name, pair[1], pair[0])
				}
			}
			if r.Items != want.Items {
				t.Errorf("%s: %d items, want %d", name, r.Items, want.Items)
			}
		})
	}
}

// same reports whether two sets of results are equal to the last bit.
func sameResults(t *testing.T, what string, want, got map[string]stats.Result) {
	t.Helper()
	for name, r := range want {
		if got[name] != r {
			t.Errorf("%s: %s: %+v, want %+v", what, name, got[name], r)
		}
	}
}

// Summaries of any whole lessons merge in any order and grouping to the same
// bits.
func TestSummariesMerge(t *testing.T) {
	records := shardRecords(7)
	want := summaryEstimates(agree.Summarise(matrixOf(records)))
	rng := rand.New(rand.NewPCG(1, 1))
	for range 10 {
		n := 2 + rng.IntN(6)
		shards := make([][]rating.Record, n)
		home := map[string]int{}
		for _, r := range records {
			if _, ok := home[r.Lesson]; !ok {
				home[r.Lesson] = rng.IntN(n)
			}
			shards[home[r.Lesson]] = append(shards[home[r.Lesson]], r)
		}
		var list []*agree.Summary
		for _, shard := range shards {
			list = append(list, agree.Summarise(matrixOf(shard)))
		}
		for len(list) > 1 { // two of them at a time, in any order
			rng.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
			if err := list[0].Merge(list[1]); err != nil {
				t.Fatal(err)
			}
			list = append(list[:1], list[2:]...)
		}
		sameResults(t, "merged", want, summaryEstimates(list[0]))
	}
	if err := agree.Summarise(matrixOf(records)).Merge(agree.Summarise(rating.NewMatrix([][]float64{{1, 2}}, 1, 2))); err == nil {
		t.Error("summaries on different levels merge")
	}
}

// Tallies of any rows merge in any order and grouping, also where a part cuts
// through items.
func TestTalliesMerge(t *testing.T) {
	records := shardRecords(8)
	want := summaryEstimates(agree.Summarise(matrixOf(records)))
	rng := rand.New(rand.NewPCG(2, 2))
	for range 10 {
		tallies := make([]*agree.Tally, 2+rng.IntN(6))
		for i := range tallies {
			tallies[i] = agree.NewTally(1, 2, 3, 4)
		}
		for _, k := range rng.Perm(len(records)) {
			r := records[k]
			tallies[rng.IntN(len(tallies))].Add(r.Lesson, r.Indicator, int(r.Score)-1, 1)
		}
		for len(tallies) > 1 {
			rng.Shuffle(len(tallies), func(i, j int) { tallies[i], tallies[j] = tallies[j], tallies[i] })
			if err := tallies[0].Merge(tallies[1]); err != nil {
				t.Fatal(err)
			}
			tallies = append(tallies[:1], tallies[2:]...)
		}
		sameResults(t, "tallied", want, summaryEstimates(tallies[0].Summary()))
	}
}

// Lessons that are all alike leave no spread, and no rounding that looks like
// one; a count of no ratings makes no item.
func TestSummaryOfLikeLessons(t *testing.T) {
	tally := agree.NewTally(1, 2, 3, 4)
	for l := range 7 {
		lesson := fmt.Sprint(l)
		for i, levels := range [][]int{{0, 0, 1}, {2, 2, 2}, {3, 1, 1}} {
			for _, level := range levels {
				tally.Add(lesson, fmt.Sprint(i), level, 1)
			}
		}
		tally.Add(lesson, "nobody", 2, 0)
	}
	s := tally.Summary()
	eachMergeable(func(c *stats.Coefficient, w *weight.Scheme, o stats.Options) {
		r := s.Estimate(c, weighted(o, w))
		if o.Unit == stats.ByLesson && r.Lower.OK() {
			t.Errorf("%s %s: error %v", c.ID, w.ID, r.SE)
		}
		if r.Items != 21 {
			t.Errorf("%s: %d items, want 21", c.ID, r.Items)
		}
	})
}

// What a Summary cannot know is absent.
func TestSummaryRefuses(t *testing.T) {
	s := agree.Summarise(matrixOf(shardRecords(1)))
	for _, tt := range []struct {
		id string
		o  stats.Options
	}{
		{"conger_kappa", stats.Options{}},
		{"cohen_kappa", stats.Options{}},
		{"fleiss_kappa", stats.Options{Bootstrap: 10}},
		{"fleiss_kappa", stats.Options{Inference: stats.OverBoth}},
		{"fleiss_kappa", stats.Options{Variance: stats.Jackknife}},
	} {
		c, err := catalog.Lookup(tt.id)
		if err != nil {
			t.Fatal(err)
		}
		if r := s.Estimate(c, tt.o); r.Value.Reason() != stats.NotApplicable {
			t.Errorf("%s %+v: %v", tt.id, tt.o, r.Value)
		}
	}
}
